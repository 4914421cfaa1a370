package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.BACKLOG_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.REGION_LAST_EVENT;
import static io.aftercare.contract.metric.MetricCatalogue.REGION_SILENCE_LIMIT;
import static io.aftercare.contract.metric.MetricCatalogue.STAGE_DWELL_SECONDS;
import static io.aftercare.contract.metric.MetricCatalogue.TICKETS_IN_STAGE;
import static io.aftercare.contract.metric.MetricCatalogue.WATERMARK_TIMESTAMP;
import static io.aftercare.exporter.ledger.Say.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.exporter.board.StageList.StageRow;
import io.aftercare.exporter.board.Tile.Bottleneck;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where tickets pile up: by Little's law, against the mean of all stays. */
class StagesTest {
  private static final int HOUR = 3600;

  private final Given given = new Given();
  private Instant published = at("09:00");

  /** Each record is published after the one before. */
  private Instant next() {
    published = published.plusSeconds(1);
    return published;
  }

  private void itIs(String time) {
    Instant now = at(time);
    given.gaugeAt(next(), WATERMARK_TIMESTAMP, now.toEpochMilli() / 1000.0, "tickets");
    given.board.keepStages();
  }

  /** So many are in a stage, and so many stays of an hour each have ended. */
  private Given stage(String stage, long tickets, long stays) {
    return given
        .gaugeAt(next(), TICKETS_IN_STAGE, (double) tickets, "north", stage)
        .histogram(STAGE_DWELL_SECONDS, stays, 0, (double) stays * HOUR, "north", stage);
  }

  private StageList stages() {
    given.gauge(BACKLOG_TICKETS, 1, "north", "p1", "new");
    return Objects.requireNonNull(given.board.region("north")).stages();
  }

  private StageRow row(String stage) {
    return stages().rows().stream()
        .filter(each -> each.stage().equals(stage))
        .findFirst()
        .orElseThrow();
  }

  private @Nullable Bottleneck bottleneck() {
    stages();
    return Objects.requireNonNull(given.board.region("north")).tile().bottleneck();
  }

  @Test
  void whoEntersAStageNowStaysAsLongAsItTakesToEmpty() {
    stage("work", 30, 40);
    itIs("09:00");
    stage("work", 30, 50);
    itIs("10:00");
    assertThat(stages().spanSeconds()).isEqualTo(3600.0);
    assertThat(row("work"))
        .isEqualTo(new StageRow("work", 30, 50, 3600.0, 10L, 10_800.0, 3.0, true));
    assertThat(bottleneck()).isEqualTo(new Bottleneck("work", 30, 3.0));
    assertThat(row("intake")).isEqualTo(new StageRow("intake", 0, 0, null, 0L, 0.0, null, false));
  }

  @Test
  void whereNobodyLeftItIsAsIfOneHad() {
    stage("work", 30, 40);
    itIs("09:00");
    itIs("09:30");
    assertThat(row("work"))
        .isEqualTo(new StageRow("work", 30, 40, 3600.0, 0L, 54_000.0, 15.0, true));
  }

  @Test
  void aSilentRegionHasNoBottleneckForNobodyIsHeardToLeave() {
    stage("work", 30, 40);
    itIs("09:00");
    itIs("09:30");
    assertThat(bottleneck()).isNotNull();
    given
        .gauge(REGION_LAST_EVENT, at("09:10").toEpochMilli() / 1000.0, "north", "tickets")
        .gauge(REGION_SILENCE_LIMIT, 600, "north", "tickets");
    assertThat(bottleneck()).isNull();
  }

  @Test
  void theBottleneckIsTheLargestExcessAndNotTheLongestStay() {
    stage("triage", 40, 40).histogram(STAGE_DWELL_SECONDS, 40, 0, 40.0 * 60, "north", "triage");
    stage("work", 90, 40);
    itIs("09:00");
    given.histogram(STAGE_DWELL_SECONDS, 100, 0, 100.0 * 60, "north", "triage");
    stage("work", 90, 70);
    itIs("10:00");
    assertThat(row("triage").excess()).isEqualTo(40.0); // 40 min of 1 min
    assertThat(row("work").excess()).isEqualTo(3.0);
    assertThat(bottleneck()).isEqualTo(new Bottleneck("triage", 40, 40.0));
    assertThat(stages().rows().stream().filter(StageRow::bottleneck)).hasSize(1);
  }

  @Test
  void waitsForTheCustomerOrAThirdPartyAreNotOurs() {
    stage("waiting_customer", 90, 40);
    stage("waiting_third_party", 90, 40);
    stage("waiting_parts", 19, 40);
    itIs("09:00");
    itIs("10:00");
    assertThat(row("waiting_customer").excess()).isEqualTo(90.0);
    assertThat(bottleneck()).isNull();
    stage("waiting_parts", 20, 40);
    assertThat(bottleneck()).isEqualTo(new Bottleneck("waiting_parts", 20, 20.0));
  }

  @Test
  void fewTicketsOrFewStaysOrLittleExcessAreNoBottleneck() {
    stage("work", 19, 40);
    stage("dispatch", 90, 19);
    stage("schedule", 20, 40);
    itIs("09:00");
    given.histogram(STAGE_DWELL_SECONDS, 54, 0, 54.0 * HOUR, "north", "schedule");
    itIs("10:00");
    assertThat(row("work").excess()).isEqualTo(19.0);
    assertThat(row("dispatch").excess()).isNull();
    assertThat(row("schedule").excess()).isEqualTo(1.43);
    assertThat(bottleneck()).isNull();
  }

  @Test
  void inTheFirstTenMinutesAndAfterAnotherJobBeganNobodyCanTell() {
    stage("work", 30, 40);
    itIs("09:00");
    itIs("09:09");
    assertThat(stages().spanSeconds()).isNull();
    assertThat(row("work"))
        .isEqualTo(new StageRow("work", 30, 40, 3600.0, null, null, null, false));
    itIs("09:10");
    assertThat(stages().spanSeconds()).isEqualTo(600.0);
    itIs("08:00"); // begins at the start of its topics
    itIs("08:09");
    assertThat(stages().spanSeconds()).isNull();
  }

  @Test
  void whatIsCountedIsOfTheLastHour() {
    for (int minute = 0; minute < 60; minute++) {
      stage("work", 30, 100 + minute);
      itIs("09:%02d".formatted(minute));
    }
    stage("work", 30, 160);
    itIs("10:00");
    stage("work", 30, 220);
    itIs("10:30");
    assertThat(stages().spanSeconds()).isEqualTo(3600.0);
    assertThat(row("work").left()).isEqualTo(90L); // 220 - 130
  }

  @Test
  void aRegionOfWhichNothingIsToldHasNoStages() {
    assertThat(stages().rows()).isEmpty();
    assertThat(bottleneck()).isNull();
  }
}
