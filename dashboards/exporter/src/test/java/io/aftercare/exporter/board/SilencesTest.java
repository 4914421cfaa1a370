package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.BACKLOG_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.REGION_EXPECTED_EVENTS;
import static io.aftercare.contract.metric.MetricCatalogue.REGION_LAST_EVENT;
import static io.aftercare.contract.metric.MetricCatalogue.REGION_OBSERVED_EVENTS;
import static io.aftercare.contract.metric.MetricCatalogue.REGION_SILENCE_LIMIT;
import static io.aftercare.contract.metric.MetricCatalogue.WATERMARK_TIMESTAMP;
import static io.aftercare.exporter.ledger.Say.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.exporter.board.Tile.Feed;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A region that says nothing is grey once chance no longer explains it, and never before. */
class SilencesTest {
  private final Given given = new Given().nineOClockInTheNorth();

  private Tile north() {
    return given.board.regions().regions().stream()
        .filter(tile -> Objects.equals(tile.region(), "north"))
        .findFirst()
        .orElseThrow();
  }

  private void heard(String time, double limitSeconds) {
    given
        .gauge(REGION_LAST_EVENT, at(time).toEpochMilli() / 1000.0, "north", "tickets")
        .gauge(REGION_SILENCE_LIMIT, limitSeconds, "north", "tickets");
  }

  @Test
  void aRegionThatNeverSpokeHasNoFeed() {
    assertThat(north().feed()).isNull();
    assertThat(north().level()).isEqualTo("ok");
  }

  @Test
  void atTheLimitItIsNotSilentYet() {
    heard("08:50", 600);
    assertThat(north().feed()).isEqualTo(new Feed(at("08:50"), 600.0, false, null, null, null));
    assertThat(north().level()).isEqualTo("ok");
  }

  @Test
  void beyondTheLimitItIsGreyWhateverElseIsKnown() {
    heard("08:50", 599.9);
    assertThat(north().feed()).isEqualTo(new Feed(at("08:50"), 599.9, true, null, null, null));
    assertThat(north().level()).isEqualTo("silent");
  }

  @Test
  void whereNothingIsLearntYetNothingIsSilent() {
    given.gauge(REGION_LAST_EVENT, at("01:00").toEpochMilli() / 1000.0, "north", "tickets");
    assertThat(north().feed()).isEqualTo(new Feed(at("01:00"), null, false, null, null, null));
    assertThat(north().level()).isEqualTo("ok");
  }

  @Test
  void callsThatStandStillHideNoSilentRegion() {
    given.gauge(WATERMARK_TIMESTAMP, at("08:00").toEpochMilli() / 1000.0, "calls");
    heard("08:50", 599.9);
    assertThat(north().level()).isEqualTo("silent");
  }

  @Test
  void ticketsThatStandStillMakeNobodySilent() {
    given.gauge(WATERMARK_TIMESTAMP, at("23:00").toEpochMilli() / 1000.0, "calls");
    heard("08:50", 600);
    assertThat(north().level()).isEqualTo("ok");
  }

  @Test
  void theRegionUnknownIsNoPlaceAndNeverSilent() {
    given
        .gauge(REGION_LAST_EVENT, at("01:00").toEpochMilli() / 1000.0, "unknown", "tickets")
        .gauge(REGION_SILENCE_LIMIT, 60, "unknown", "tickets")
        .gauge(BACKLOG_TICKETS, 1, "unknown", "p1", "new");
    assertThat(Objects.requireNonNull(given.board.region("unknown")).tile().level())
        .isEqualTo("ok");
  }

  @Test
  void aFeedSaysHowCompleteItIsOnceEnoughIsExpected() {
    heard("08:50", 600);
    given
        .gauge(REGION_OBSERVED_EVENTS, 15, "north", "tickets")
        .gauge(REGION_EXPECTED_EVENTS, 19.94, "north", "tickets");
    assertThat(north().feed()).isEqualTo(new Feed(at("08:50"), 600.0, false, 15L, 19.9, null));
    given.gaugeAt(at("09:01"), REGION_EXPECTED_EVENTS, 20, "north", "tickets");
    assertThat(north().feed()).isEqualTo(new Feed(at("08:50"), 600.0, false, 15L, 20.0, 0.75));
  }
}
