package io.aftercare.exporter.view;

import static io.aftercare.exporter.view.Told.backlog;
import static io.aftercare.exporter.view.Told.created;
import static io.aftercare.exporter.view.Told.key;
import static io.aftercare.exporter.view.Told.later;
import static io.aftercare.exporter.view.Told.moved;
import static io.aftercare.exporter.view.Told.resolution;
import static io.aftercare.exporter.view.Told.tell;
import static io.aftercare.exporter.view.Told.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.MetricRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of one job's series, one sentence each. */
class MetricsViewTest {
  private static final String NORTH_CREATED =
      "aftercare_tickets_created_total{channel=\"web\",region=\"north\"} ";
  private static final String NORTH_BACKLOG =
      "aftercare_backlog_tickets{priority=\"p1\",region=\"north\",state=\"new\"} ";
  private final MetricsView view = new MetricsView(List.of(), 0);

  @Test
  void aCounterRises() {
    tell(view, created("north", 3), created("north", 5));
    assertThat(moved(view.totals())).containsExactly(NORTH_CREATED + "5.0");
  }

  @Test
  void aFallOfACounterIsIgnoredAndCounted() {
    tell(view, created("north", 5), created("north", 4));
    assertThat(moved(view.totals())).containsExactly(NORTH_CREATED + "5.0");
    assertThat(view.counts().regressions()).isEqualTo(1);
  }

  @Test
  void theSameValueAgainIsNoFall() {
    tell(view, created("north", 5), created("north", 5));
    tell(view, resolution("north", 1, 0, 600), resolution("north", 1, 0, 600));
    assertThat(view.counts().regressions()).isZero();
  }

  @Test
  void aHistogramIsTakenAsAWhole() {
    tell(view, resolution("north", 2, 1, 700_000), resolution("north", 3, 0, 800_000));
    assertThat(text(view.totals()))
        .contains(
            "aftercare_resolution_seconds_bucket{priority=\"p1\",region=\"north\",le=\"1800.0\"} 2\n")
        .contains(
            "aftercare_resolution_seconds_bucket{priority=\"p1\",region=\"north\",le=\"+Inf\"} 3\n")
        .contains("aftercare_resolution_seconds_sum{priority=\"p1\",region=\"north\"} 700000.0\n");
    assertThat(view.counts().regressions()).isEqualTo(1);
  }

  @Test
  void aHistogramWhoseSumAloneFallsIsAFall() {
    tell(view, resolution("north", 2, 0, 900), resolution("north", 3, 0, 800));
    assertThat(view.counts().regressions()).isEqualTo(1);
  }

  @Test
  void aGaugeFallsAndAnOlderOneIsIgnored() {
    tell(view, backlog("north", 9, 2), backlog("north", 4, 3), backlog("north", 7, 1));
    assertThat(moved(view.totals())).containsExactly(NORTH_BACKLOG + "4.0");
  }

  @Test
  void aNullRemovesTheSeries() {
    tell(view, backlog("north", 9, 2));
    view.apply(key(backlog("north", 9, 2)), null);
    view.apply("never heard of", null);
    assertThat(text(view.totals())).doesNotContain("backlog");
  }

  @Test
  void theFirstRecordOfANewerLineageRemovesTheOlderOnesSeries() {
    tell(view, created("north", 5), created("south", 7), backlog("south", 2, 1));
    tell(view, later(created("north", 1), 60));
    assertThat(moved(view.totals())).containsExactly(NORTH_CREATED + "1.0");
    assertThat(text(view.totals())).doesNotContain("south");
    assertThat(view.counts().resets()).isEqualTo(1);
    assertThat(view.counts().regressions()).isZero();
  }

  @Test
  void recordsOfAnOlderLineageAreIgnoredAndCounted() {
    tell(view, later(created("north", 1), 60), created("north", 5), created("south", 7));
    assertThat(moved(view.totals())).containsExactly(NORTH_CREATED + "1.0");
    assertThat(view.counts().outdated()).isEqualTo(2);
    assertThat(view.counts().resets()).isZero();
  }

  @Test
  void lineagesThatBeganTogetherAreOrderedById() {
    MetricRecord a = created("north", 5);
    MetricRecord b = MetricRecord.newBuilder(created("north", 1)).setLineageId("lineage-b").build();
    tell(view, b, a);
    assertThat(moved(view.totals())).containsExactly(NORTH_CREATED + "1.0");
  }

  @Test
  void aNewLineageOfOneJobLeavesTheOtherJobsAlone() {
    tell(view, created("north", 5));
    MetricRecord calls =
        MetricRecord.newBuilder(later(backlog("north", 2, 1), 60)).setJob("calls").build();
    tell(view, calls);
    assertThat(moved(view.totals())).containsExactly(NORTH_BACKLOG + "2.0", NORTH_CREATED + "5.0");
  }
}
