package io.aftercare.exporter.view;

import static io.aftercare.exporter.view.Told.backlog;
import static io.aftercare.exporter.view.Told.created;
import static io.aftercare.exporter.view.Told.key;
import static io.aftercare.exporter.view.Told.tell;
import static io.aftercare.exporter.view.Told.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.MetricRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What exists at 0 before anything happened, and how much that is. */
class KnownSeriesTest {
  /**
   * By hand, per region: created 2 x 9 channels = 18; resolved, reopened, closed 6 x 4 priorities =
   * 24; cancelled 2 x 3; transferred 2 x 2; first response 2 classes x (12 buckets + 3) = 30;
   * resolution 4 priorities x (10 buckets + 3) = 52; corrected observations 5; clocks opened 2 x 11
   * slas x 1 slot = 22; verdicts (10 slas x 4 priorities + callbacks) x 3 verdicts = 123 and
   * retracted 11 slas x 3 = 33; corrections 11 slas x 3 = 33; warnings 2 x 11 slas x 2 levels = 44;
   * actions and anomalies 4 x 9 kinds = 36; agents' time 4; by service 2 x 8 kinds x 2 events = 32;
   * dwell 11 stages x (9 buckets + 3) = 132, time of stages and lives 2 x 12 = 24; quality 2 x (3 +
   * 2 + 2 + 2 + 1 + 5 + 2 + 4 + 1 + 3 + 2) = 54; late for windows 1, for complaints 1. None of a
   * queue or a category: nobody knows them.
   */
  private static final int PER_REGION =
      18 + 24 + 6 + 4 + 30 + 52 + 5 + 22 + 123 + 33 + 33 + 44 + 36 + 4 + 32 + 132 + 24 + 54 + 1 + 1;

  /**
   * Of 4 streams: events_read, events x 4 results, events_late, events_skewed; complaints in
   * nobody's name.
   */
  private static final int WITHOUT_REGION = 4 * (1 + 4 + 1 + 1) + 1;

  private static List<String> regions(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "region " + i).toList();
  }

  @Test
  void aNewViewHasTheSeriesOfNoRegion() {
    MetricsView view = new MetricsView(List.of(), 0);
    assertThat(view.timeSeries()).isEqualTo(WITHOUT_REGION);
    assertThat(text(view.scraper().collect()))
        .contains("aftercare_events_total{result=\"late_dropped\",stream=\"tickets\"} 0.0\n");
  }

  @Test
  void configuredRegionsAndTheUnknownOneExistFromTheStart() {
    MetricsView view = new MetricsView(List.of("north"), 0);
    assertThat(view.timeSeries()).isEqualTo(WITHOUT_REGION + 2 * PER_REGION);
    assertThat(text(view.scraper().collect()))
        .contains(
            "aftercare_sla_verdicts_total{priority=\"p1\",region=\"north\",sla=\"due\","
                + "slot=\"active\",verdict=\"breached\"} 0.0\n")
        .contains("aftercare_resolution_seconds_count{priority=\"p4\",region=\"unknown\"} 0\n");
  }

  @Test
  void aCallbackHasNoPriorityAndNoQueueIsKnown() {
    String served = text(new MetricsView(List.of("north"), 0).scraper().collect());
    assertThat(served.lines().filter(line -> line.startsWith("aftercare_sla_verdicts_total{")))
        .filteredOn(line -> line.contains("sla=\"callback\""))
        .hasSize(2 * 3) // north and unknown, three verdicts
        .allMatch(line -> line.contains("priority=\"unknown\""));
    assertThat(served).doesNotContain("queue=");
  }

  @Test
  void zerosOf32RegionsLeaveHalfOfTheBudget() {
    MetricsView view = new MetricsView(regions(32), 45_000);
    assertThat(view.timeSeries())
        .isEqualTo(WITHOUT_REGION + 33 * PER_REGION)
        .isLessThanOrEqualTo(22_500);
    assertThat(text(view.scraper().collect()).lines().filter(line -> !line.startsWith("#")).count())
        .isEqualTo(view.timeSeries());
  }

  @Test
  void zerosNeverTakeMoreThanTwoThirdsOfTheCap() {
    MetricsView view = new MetricsView(regions(500), 45_000);
    assertThat(view.timeSeries()).isLessThanOrEqualTo(30_000 + WITHOUT_REGION);
  }

  @Test
  void aRegionIsDiscoveredByItsFirstCounter() {
    MetricsView view = new MetricsView(List.of(), 0);
    tell(view, backlog("north", 3, 1));
    assertThat(view.timeSeries()).isEqualTo(WITHOUT_REGION + 1);
    tell(view, created("north", 3));
    assertThat(view.timeSeries()).isEqualTo(WITHOUT_REGION + 1 + PER_REGION);
  }

  @Test
  void aDiscoveredRegionGoesWithItsLastCounter() {
    MetricsView view = new MetricsView(List.of(), 0);
    tell(view, created("north", 3));
    view.apply(key(created("north", 3)), null);
    assertThat(view.timeSeries()).isEqualTo(WITHOUT_REGION);
  }

  @Test
  void aCounterBringsItsRetractedTwin() {
    MetricsView view = new MetricsView(List.of(), 0);
    tell(view, Told.counter(Told.CREATED, Map.of("region", "north", "channel", "unknown"), 3));
    assertThat(text(view.totals()))
        .contains(
            "aftercare_tickets_created_retracted_total{channel=\"unknown\","
                + "region=\"north\"} 0.0\n");
    assertThat(view.timeSeries()).isEqualTo(WITHOUT_REGION + PER_REGION + 2);
  }

  @Test
  void aTwinOfFewerLabelsStandsOnceBesideItsCounters() {
    MetricsView view = new MetricsView(List.of(), 0);
    MetricRecord urgent = breachedOfAShadow("p1");
    tell(view, urgent, breachedOfAShadow("p2"));
    String twin =
        "aftercare_sla_verdicts_retracted_total{region=\"north\",sla=\"resolution\",slot=\"p1-3h\","
            + "verdict=\"breached\"} 0.0\n";
    assertThat(text(view.totals())).containsOnlyOnce(twin);
    assertThat(view.timeSeries()).isEqualTo(WITHOUT_REGION + PER_REGION + 3);
    view.apply(key(urgent), null);
    assertThat(text(view.totals())).contains(twin);
    view.apply(key(breachedOfAShadow("p2")), null);
    assertThat(text(view.totals())).doesNotContain("p1-3h");
  }

  private static MetricRecord breachedOfAShadow(String priority) {
    return Told.counter(
        "aftercare_sla_verdicts_total",
        Map.of(
            "region", "north",
            "sla", "resolution",
            "priority", priority,
            "verdict", "breached",
            "slot", "p1-3h"),
        1);
  }
}
