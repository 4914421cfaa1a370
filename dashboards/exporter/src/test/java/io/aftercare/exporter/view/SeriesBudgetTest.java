package io.aftercare.exporter.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.metric.MetricCatalogue;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The worst case at 32 regions fits the budget, and is what a calculation by hand gives. */
class SeriesBudgetTest {
  @Test
  void theWorstCaseOf32RegionsFitsTheBudget() {
    assertThat(WorstCase.total())
        .as(
            "time series: %s",
            Arrays.stream(MetricCatalogue.values())
                .map(m -> m + " " + WorstCase.series(m))
                .toList())
        .isLessThanOrEqualTo(WorstCase.BUDGET);
  }

  /**
   * By hand, per region: created 2 x 10 channels = 20; resolved, reopened, closed 6 x 5 priorities
   * = 30; cancelled 2 x 3; transferred 2 x 2; first response 2 classes x (12 buckets + 3) = 30;
   * resolution 5 priorities x (10 buckets + 3) = 65; corrected observations 2; with 10 slas, of
   * which one has a shadow: opened 2 x 11 = 22, verdicts 2 x 11 x 5 priorities x 3 verdicts = 330,
   * corrections 10 x 3 = 30, warnings 2 x 10 x 2 = 40, open clocks 10 x 5 priorities x 3 states =
   * 150, at risk 10 x 2 = 20, of shadows 1, worst overdue 10 x 5 ranks = 50; actions and anomalies
   * 4 x 9 = 36; backlog 5 priorities x 5 states = 25; orphans 1; identities 4.
   */
  private static final int PER_REGION =
      20 + 30 + 6 + 4 + 30 + 65 + 2 + 22 + 330 + 30 + 40 + 150 + 20 + 1 + 50 + 36 + 25 + 1 + 4;

  /**
   * Events: read 1, results 4, rejected 25, late 1, skewed 1, unknown values 50; watermark,
   * catching up, checkpoint, build 4; policies 20, refused 25; targets 10 x 5 and 10.
   */
  private static final int WITHOUT_REGION = 1 + 4 + 25 + 1 + 1 + 50 + 4 + 20 + 25 + 50 + 10;

  @Test
  void theWorstCaseIsWhatTheHandSays() {
    assertThat(WorstCase.total()).isEqualTo(33L * PER_REGION + WITHOUT_REGION);
  }

  @Test
  void theLargestMetricsAreWhatTheHandSays() {
    // 11 (sla, slot) x 5 priorities x 3 verdicts x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.SLA_VERDICTS)).isEqualTo(5_445);
    // 10 slas x 5 priorities x 3 states x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.SLA_OPEN_CLOCKS)).isEqualTo(4_950);
    // 10 buckets, +Inf, sum, count x 5 priorities x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.RESOLUTION_SECONDS)).isEqualTo(2_145);
    // 10 slas x 5 ranks x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.SLA_WORST_OVERDUE_DEADLINE)).isEqualTo(1_650);
    // 5 priorities x 5 states x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.BACKLOG_TICKETS)).isEqualTo(825);
    // 10 channels x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.TICKETS_CREATED)).isEqualTo(330);
  }

  @Test
  void theListsAreNotShorterThanWhatTheExporterExpects() {
    for (MetricCatalogue metric : MetricCatalogue.values()) {
      for (String label : metric.labels()) {
        assertThat(WorstCase.values(metric, label))
            .as("%s of %s", label, metric)
            .isGreaterThanOrEqualTo(LabelValues.of(metric, label).size());
      }
    }
  }

  @Test
  void aLabelThatNobodyCountedIsAnError() {
    assertThatThrownBy(() -> WorstCase.values(MetricCatalogue.BUILD_INFO, "customer"))
        .hasMessageContaining("customer");
  }
}
