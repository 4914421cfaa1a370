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
   * resolution 5 priorities x (10 buckets + 3) = 65; corrected observations 5. With 10 slas of
   * tickets, of which one has a shadow, and callbacks, which have no priority: opened 2 x 12 = 24;
   * verdicts (11 x 5 priorities + 1) x 3 verdicts = 168 and retracted 12 x 3 = 36; corrections 11 x
   * 3 = 33; warnings 2 x 11 x 2 = 44; open clocks (10 x 5 priorities + 1) x 3 states = 153; at risk
   * 11 x 2 = 22; of shadows 1; worst overdue 11 x 5 ranks = 55. Actions and anomalies 4 x 9 = 36;
   * backlog 5 priorities x 5 states = 25; orphans 1; the identity of the backlog 1; agents 7
   * states, and 4 of their time.
   */
  private static final int PER_REGION =
      20 + 30 + 6 + 4 + 30 + 65 + 5 + 24 + 168 + 36 + 33 + 44 + 153 + 22 + 1 + 55 + 36 + 25 + 1 + 1
          + 11;

  /**
   * By kind of service 9, age 4, oldest of 5 priorities, untriaged 1, stages 11; by service 2 x 9
   * kinds x 2 events = 36; dwell 11 stages x (9 buckets + 3) = 132; time of stages 2 x 11, of lives
   * 2.
   */
  private static final int BACKLOG = 9 + 4 + 5 + 1 + 11 + 36 + 132 + 22 + 2;

  /**
   * With their twins: first contact 2 x 3 outcomes, remote 2 x 3, closed loop 2 x 2, repairs 2 x 2,
   * returns 2, appointments 2 x 5, surveys 2 x 2, satisfaction 2 x 4 bands and 2, promoters 2 x 3,
   * intake 2 x 2.
   */
  private static final int QUALITY = 6 + 6 + 4 + 4 + 2 + 10 + 4 + 8 + 2 + 6 + 4;

  /**
   * First response and resolution 2 x 4 windows x 4 quantiles = 32; tickets 4 windows x 2 events =
   * 8; of 11 slas ratio and n 2 x 2 windows = 44; late 1; last event, silence, events expected and
   * observed 4; expected and observed 2 x (3 counts + 2 durations) = 10.
   */
  private static final int WINDOWS = 32 + 8 + 44 + 1 + 4 + 10;

  /**
   * With 11 listed categories and the unknown one: complaints 2 x 12 = 24; observed, expected, its
   * upper edge, score, active 5 x 13 (the total too) = 65; late, learning, start and tier of the
   * incident 4.
   */
  private static final int COMPLAINTS = 24 + 65 + 4;

  /**
   * Offered, timed out, repeated 6; settled 2 x 11 outcomes = 22; wait 8 buckets + 3 = 11, handle
   * time 11; service level 5 definitions x 2 windows = 10, its calls 10, threshold and target 2;
   * waiting, longest wait, callbacks waiting 3.
   */
  private static final int PER_QUEUE = 6 + 22 + 11 + 11 + 10 + 10 + 2 + 3;

  /**
   * Events of 4 streams: read 1, results 4, rejected 25, late 1, skewed 1, unknown values 50.
   * Watermark and catching up of 3 jobs, checkpoint of 3, build 1; policies 30, refused 25; targets
   * of 11 slas: 5 priorities, and 1; identities 8; the end of the windows 1; benchmarks 2;
   * complaints in nobody's name 1, mass complaints of 12 categories.
   */
  private static final int WITHOUT_REGION =
      4 * (1 + 4 + 25 + 1 + 1 + 50) + 3 + 3 + 3 + 1 + 30 + 25 + 11 * 5 + 11 + 8 + 1 + 2 + 1 + 12;

  @Test
  void theWorstCaseIsWhatTheHandSays() {
    assertThat(WorstCase.total())
        .isEqualTo(
            33L * (PER_REGION + BACKLOG + QUALITY + WINDOWS + COMPLAINTS)
                + 41L * PER_QUEUE
                + WITHOUT_REGION)
        .isEqualTo(44_478);
  }

  @Test
  void theLargestMetricsAreWhatTheHandSays() {
    // (11 (sla, slot) x 5 priorities + callbacks) x 3 verdicts x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.SLA_VERDICTS)).isEqualTo(5_544);
    // (10 slas x 5 priorities + callbacks) x 3 states x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.SLA_OPEN_CLOCKS)).isEqualTo(5_049);
    // 10 buckets, +Inf, sum, count x 5 priorities x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.RESOLUTION_SECONDS)).isEqualTo(2_145);
    // 11 slas x 5 ranks x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.SLA_WORST_OVERDUE_DEADLINE)).isEqualTo(1_815);
    // 12 (sla, slot) x 3 verdicts x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.SLA_VERDICTS_RETRACTED)).isEqualTo(1_188);
    // 5 priorities x 5 states x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.BACKLOG_TICKETS)).isEqualTo(825);
    // 11 outcomes x 41 queues, each in its region
    assertThat(WorstCase.series(MetricCatalogue.CALLS_SETTLED)).isEqualTo(451);
    // 11 slas x 5 priorities
    assertThat(WorstCase.series(MetricCatalogue.SLA_TARGET_SECONDS)).isEqualTo(55);
    // 9 buckets, +Inf, sum, count x 11 stages x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.STAGE_DWELL_SECONDS)).isEqualTo(4_356);
    // (12 categories and the total) x 33 regions
    assertThat(WorstCase.series(MetricCatalogue.COMPLAINT_SPIKE_SCORE)).isEqualTo(429);
    // the backlog of 33 regions, and 8 over all regions together
    assertThat(WorstCase.series(MetricCatalogue.IDENTITY_IMBALANCE)).isEqualTo(41);
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
