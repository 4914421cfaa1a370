package io.aftercare.exporter.view;

import static io.aftercare.exporter.view.Told.backlog;
import static io.aftercare.exporter.view.Told.created;
import static io.aftercare.exporter.view.Told.key;
import static io.aftercare.exporter.view.Told.tell;
import static io.aftercare.exporter.view.Told.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What exists at 0 before anything happened, and how much that is. */
class KnownSeriesTest {
  /**
   * By hand, per region: created 2 x 9 channels = 18; resolved, reopened, closed 6 x 4 priorities =
   * 24; cancelled 2 x 3; transferred 2 x 2; first response 2 classes x (12 buckets + 3) = 30;
   * resolution 4 priorities x (10 buckets + 3) = 52; corrected observations 2; clocks opened 2 x 10
   * slas x 1 slot = 20; verdicts 2 x 10 slas x 4 priorities x 3 verdicts = 240; corrections 10 slas
   * x 3 = 30; warnings 2 x 10 slas x 2 levels = 40; actions and anomalies 4 x 9 kinds = 36.
   */
  private static final int PER_REGION = 18 + 24 + 6 + 4 + 30 + 52 + 2 + 20 + 240 + 30 + 40 + 36;

  /** events_read, events x 4 results, events_late, events_skewed. */
  private static final int WITHOUT_REGION = 1 + 4 + 1 + 1;

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
  void theWorstCaseOf32RegionsLeavesAThirdOfTheBudget() {
    MetricsView view = new MetricsView(regions(32), 30_000);
    assertThat(view.timeSeries())
        .isEqualTo(WITHOUT_REGION + 33 * PER_REGION)
        .isLessThanOrEqualTo(20_000);
    assertThat(text(view.scraper().collect()).lines().filter(line -> !line.startsWith("#")).count())
        .isEqualTo(view.timeSeries());
  }

  @Test
  void zerosNeverTakeMoreThanTwoThirdsOfTheCap() {
    MetricsView view = new MetricsView(regions(500), 30_000);
    assertThat(view.timeSeries()).isLessThanOrEqualTo(20_000 + WITHOUT_REGION);
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
    tell(
        view,
        Told.counter(Told.CREATED, java.util.Map.of("region", "north", "channel", "unknown"), 3));
    assertThat(text(view.totals()))
        .contains(
            "aftercare_tickets_created_retracted_total{channel=\"unknown\","
                + "region=\"north\"} 0.0\n");
    assertThat(view.timeSeries()).isEqualTo(WITHOUT_REGION + PER_REGION + 2);
  }
}
