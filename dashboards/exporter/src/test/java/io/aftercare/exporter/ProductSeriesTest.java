package io.aftercare.exporter;

import static io.aftercare.contract.ClockVerdict.BREACHED;
import static io.aftercare.contract.ClockVerdict.MET;
import static io.aftercare.exporter.ledger.Say.at;
import static io.aftercare.exporter.ledger.Say.atRisk;
import static io.aftercare.exporter.ledger.Say.attention;
import static io.aftercare.exporter.ledger.Say.overdue;
import static io.aftercare.exporter.ledger.Say.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.Attention;
import io.aftercare.contract.ClockChange;
import io.aftercare.exporter.attention.AttentionView;
import io.aftercare.exporter.ledger.RecentVerdicts;
import io.aftercare.exporter.view.MetricsView;
import io.aftercare.exporter.view.Told;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What /metrics names beside the series of its topic. */
class ProductSeriesTest {
  private static final String WORST = "aftercare_sla_worst_overdue_deadline_seconds";
  private static final String BREACHES =
      "aftercare_sla_verdicts_total{priority=\"p2\",region=\"north\",sla=\"due\",slot=\"active\","
          + "verdict=\"breached\"} ";

  private final MetricsView view = new MetricsView(List.of(), 0);
  private final AttentionView attention = new AttentionView();
  private final RecentVerdicts verdicts = new RecentVerdicts();

  private ProductSeries series(int cap, boolean ticketIds) {
    return new ProductSeries(view, attention, verdicts, cap, ticketIds);
  }

  private void watch(Attention... records) {
    for (Attention each : records) {
      attention.apply(each.getTicketId(), each);
    }
  }

  private static List<String> worst(MetricSnapshots snapshots) {
    return Told.text(snapshots).lines().filter(line -> line.startsWith(WORST)).toList();
  }

  private static String openMetrics(MetricSnapshots snapshots) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    OpenMetricsTextFormatWriter.builder().build().write(text, snapshots);
    return text.toString(StandardCharsets.UTF_8);
  }

  private void northHasBreached(double times) {
    Told.tell(
        view,
        Told.counter(
            "aftercare_sla_verdicts_total",
            Map.of(
                "region", "north",
                "sla", "due",
                "priority", "p2",
                "verdict", "breached",
                "slot", "active"),
            times));
  }

  @Test
  void theClocksThatAreOverdueLongestAreNamedWithTheirDeadlines() {
    watch(
        attention("T-1", "north", "p1", overdue("due", "08:01")),
        attention("T-2", "north", "p1", overdue("due", "08:00"), atRisk("triage", "09:00")));
    // 2026-03-02T08:00:00Z is 1772438400 s after 1970.
    assertThat(worst(series(0, true).totals()))
        .containsExactly(
            WORST + "{rank=\"1\",region=\"north\",sla=\"due\",ticket_id=\"T-2\"} 1.7724384E9",
            WORST + "{rank=\"2\",region=\"north\",sla=\"due\",ticket_id=\"T-1\"} 1.77243846E9");
    assertThat(worst(series(0, true).scraper().collect())).hasSize(2);
    assertThat(worst(series(0, true).scraper().collect(name -> name.endsWith("_total")))).isEmpty();
  }

  @Test
  void theOrderOfReadingDoesNotMatter() {
    List<Attention> records = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String region = "r" + i % 3;
      records.add(attention("T-" + i, region, "p1", overdue("due", "08:" + (10 + i % 7))));
    }
    records.forEach(this::watch);
    String here = Told.text(series(0, true).totals());
    AttentionView other = new AttentionView();
    Collections.reverse(records);
    records.forEach(each -> other.apply(each.getTicketId(), each));
    ProductSeries replica = new ProductSeries(view, other, new RecentVerdicts(), 0, true);
    assertThat(Told.text(replica.totals())).isEqualTo(here);
    assertThat(worst(replica.totals())).hasSize(15);
  }

  @Test
  void theSeriesFitIntoWhatTheCapLeavesAndTheRestIsCounted() {
    for (int i = 0; i < 9; i++) {
      watch(attention("T-" + i, "r" + i, "p1", overdue("due", "08:0" + i)));
    }
    ProductSeries capped = series(view.timeSeries() + 6, true);
    assertThat(worst(capped.totals())).hasSize(6).allMatch(line -> line.contains("rank=\"1\""));
    assertThat(worst(capped.totals())).noneMatch(line -> line.contains("T-6"));
    assertThat(capped.leftOut()).isEqualTo(3);
    watch(attention("T-9", "r9", "p1", overdue("due", "08:09")));
    capped.totals();
    assertThat(capped.leftOut()).isEqualTo(4);
  }

  @Test
  void aSettingKeepsTicketsOutOfIt() throws IOException {
    watch(attention("T-1", "north", "p1", overdue("due", "08:01")));
    northHasBreached(1);
    verdicts.take(settled("T-1", "due", 2, BREACHED, at("08:00")).build());
    assertThat(openMetrics(series(0, false).totals())).doesNotContain("T-1").doesNotContain(WORST);
  }

  @Test
  void breachesCarryTheTicketThatWasBreachedLast() throws IOException {
    northHasBreached(3);
    verdicts.take(settled("T-1", "due", 2, BREACHED, at("08:00")).build());
    verdicts.take(settled("T-3", "due", 2, BREACHED, at("08:30")).build());
    verdicts.take(settled("T-2", "due", 2, BREACHED, at("08:10")).build());
    verdicts.take(settled("T-4", "due", 2, MET, at("08:40")).build());
    assertThat(openMetrics(series(0, true).totals()))
        .contains(BREACHES + "3.0 # {ticket_id=\"T-3\"} 1.0 1772440200.000\n");
    assertThat(Told.text(series(0, true).totals()))
        .contains(BREACHES + "3.0\n")
        .doesNotContain("T-3");
  }

  @Test
  void aBreachThatALateEventTookBackIsNoExample() throws IOException {
    northHasBreached(2);
    verdicts.take(settled("T-1", "due", 2, BREACHED, at("08:00")).build());
    verdicts.take(settled("T-2", "due", 2, BREACHED, at("08:30")).build());
    verdicts.take(
        settled("T-2", "due", 3, MET, at("08:20")).setChange(ClockChange.CORRECTED).build());
    assertThat(openMetrics(series(0, true).totals()))
        .contains(BREACHES + "2.0 # {ticket_id=\"T-1\"} 1.0 1772438400.000\n");
  }

  @Test
  void whatIsStillAtZeroHasNoExampleAndLongIdsHaveNone() throws IOException {
    northHasBreached(0);
    verdicts.take(settled("T-1", "due", 2, BREACHED, at("08:00")).build());
    assertThat(openMetrics(series(0, true).totals())).contains(BREACHES + "0.0\n");
    northHasBreached(1);
    verdicts.take(settled("T".repeat(120), "due", 2, BREACHED, at("09:00")).build());
    assertThat(openMetrics(series(0, true).totals())).contains(BREACHES + "1.0\n");
  }
}
