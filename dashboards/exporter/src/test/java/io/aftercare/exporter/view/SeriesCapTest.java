package io.aftercare.exporter.view;

import static io.aftercare.exporter.view.Told.backlog;
import static io.aftercare.exporter.view.Told.created;
import static io.aftercare.exporter.view.Told.key;
import static io.aftercare.exporter.view.Told.moved;
import static io.aftercare.exporter.view.Told.record;
import static io.aftercare.exporter.view.Told.resolution;
import static io.aftercare.exporter.view.Told.tell;
import static io.aftercare.exporter.view.Told.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.MetricKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Beyond the cap new series add up under {@code other}; nothing is lost, and growth ends. */
class SeriesCapTest {
  private static final String OTHER_CREATED =
      "aftercare_tickets_created_total{channel=\"web\",region=\"other\"} ";

  /** The 29 series of no region fill it. */
  private final MetricsView full = new MetricsView(List.of(), 29);

  @Test
  void countersBeyondTheCapAddUpUnderOther() {
    tell(full, created("north", 3), created("south", 4), created("south", 6));
    assertThat(moved(full.totals())).containsExactly(OTHER_CREATED + "9.0");
    assertThat(full.counts().overflows()).isEqualTo(2);
  }

  @Test
  void histogramsBeyondTheCapAddUpBucketByBucket() {
    tell(full, resolution("north", 1, 2, 10), resolution("south", 3, 0, 20));
    assertThat(text(full.totals()))
        .contains("_bucket{priority=\"p1\",region=\"other\",le=\"1800.0\"} 4\n")
        .contains("_bucket{priority=\"p1\",region=\"other\",le=\"604800.0\"} 4\n")
        .contains("_bucket{priority=\"p1\",region=\"other\",le=\"+Inf\"} 6\n")
        .contains("_sum{priority=\"p1\",region=\"other\"} 30.0\n");
  }

  @Test
  void ofTimestampsBeyondTheCapTheEarliestStands() {
    for (String job : List.of("b", "a", "c")) {
      double at = Map.of("a", 100.0, "b", 300.0, "c", 200.0).getOrDefault(job, 0.0);
      tell(
          full,
          record("aftercare_checkpoint_timestamp_seconds", MetricKind.GAUGE, Map.of("job", job))
              .setValue(at)
              .build());
    }
    assertThat(moved(full.totals()))
        .containsExactly("aftercare_checkpoint_timestamp_seconds{job=\"other\"} 100.0");
  }

  @Test
  void whatIsTakenAwayFromOtherIsNoLongerInItsSum() {
    tell(full, backlog("north", 3, 1), backlog("south", 4, 1));
    full.apply(key(backlog("north", 3, 1)), null);
    assertThat(moved(full.totals())).singleElement().asString().endsWith(" 4.0");
  }

  @Test
  void aThousandRegionsDoNotGrowBeyondTheCapAndOneSeriesOfOther() {
    MetricsView view = new MetricsView(List.of(), 5_000);
    for (int i = 0; i < 10_000; i++) {
      tell(view, created("region " + i, 1));
    }
    assertThat(view.timeSeries()).isBetween(4_900, 5_002);
    double sum =
        moved(view.totals()).stream()
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
            .sum();
    assertThat(sum).isEqualTo(10_000);
  }

  @Test
  void ofComplaintsTheTotalAndEachCategoryStandUntilTheCapAndThenAddUpUnderOther() {
    MetricsView view = new MetricsView(List.of(), 29 + 2);
    for (String category : List.of("*", "damage (\u00e9)", "late visit", "no answer")) {
      tell(
          view,
          record(
                  "aftercare_complaint_observed",
                  MetricKind.GAUGE,
                  Map.of("region", "north", "category", category))
              .setValue(10)
              .build());
    }
    assertThat(moved(view.totals()))
        .containsExactly(
            "aftercare_complaint_observed{category=\"*\",region=\"north\"} 10.0",
            "aftercare_complaint_observed{category=\"damage (\u00e9)\",region=\"north\"} 10.0",
            "aftercare_complaint_observed{category=\"other\",region=\"other\"} 20.0");
    assertThat(view.counts().overflows()).isEqualTo(2);
  }

  @Test
  void aCapOfZeroIsNoCap() {
    MetricsView view = new MetricsView(List.of(), 0);
    for (int i = 0; i < 100; i++) {
      tell(view, created("region " + i, 1));
    }
    assertThat(moved(view.totals())).hasSize(100);
    assertThat(view.counts().overflows()).isZero();
  }

  @Test
  void aValueOutsideTheContractsEnumIsServedAsOther() {
    MetricsView view = new MetricsView(List.of(), 0);
    Map<String, String> fax = Map.of("region", "north", "channel", "fax");
    Map<String, String> telex = Map.of("region", "north", "channel", "telex");
    tell(view, Told.counter(Told.CREATED, fax, 2), Told.counter(Told.CREATED, telex, 3));
    assertThat(moved(view.totals()))
        .containsExactly(
            "aftercare_tickets_created_total{channel=\"other\",region=\"north\"}" + " 5.0");
    assertThat(view.counts().overflows()).isEqualTo(2);
  }
}
