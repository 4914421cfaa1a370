package io.aftercare.exporter.view;

import static io.aftercare.contract.metric.MetricCatalogue.CALL_WAIT_SECONDS;
import static io.aftercare.contract.metric.MetricCatalogue.RESOLUTION_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What histograms observed, for who reads and does not scrape. */
class ObservationsTest {
  private final MetricsView view = new MetricsView(List.of("known"), 0);

  @Test
  void theMeanIsTheSumOverTheObservationsOfAllBuckets() {
    Told.tell(view, Told.resolution("north", 3, 1, 10.0));
    Observations north = view.observations(RESOLUTION_SECONDS).get(0);
    assertThat(north.label("region")).isEqualTo("north");
    assertThat(north.label("queue")).isEmpty();
    assertThat(north.count()).isEqualTo(4);
    assertThat(north.mean()).isEqualTo(2.5);
  }

  @Test
  void whatIsOnlyKnownInAdvanceObservedNothing() {
    assertThat(view.observations(RESOLUTION_SECONDS)).isEmpty();
    assertThat(view.observations(CALL_WAIT_SECONDS)).isEmpty();
    Told.tell(view, Told.resolution("north", 0, 0, 0));
    assertThat(view.observations(RESOLUTION_SECONDS)).hasSize(1);
    assertThat(view.observations(RESOLUTION_SECONDS).get(0).mean()).isNull();
  }
}
