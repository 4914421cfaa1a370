package io.aftercare.exporter.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.metric.MetricCatalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The most series there can be: every label of every metric with every value it can take, at 32
 * listed regions, the unknown one beside them. What a region cannot have (a slot of an sla without
 * shadow) is not counted; nothing else is left out.
 */
class SeriesBudgetTest {
  private static final int BUDGET = 30_000;
  private static final int REGIONS = 32 + 1;
  private static final int SLAS = 10;

  /** Shadows that are shipped, over all slas; each adds an (sla, slot) to the active ones. */
  private static final int SHADOWS = 1;

  private static final int PRIORITIES = 5;
  private static final int CHANNELS = 10;

  /** What the domain's own lists, policies and readers can put into each label. */
  private static final Map<String, Integer> VALUES =
      Map.ofEntries(
          Map.entry("region", REGIONS),
          Map.entry("priority", PRIORITIES),
          Map.entry("channel", CHANNELS),
          Map.entry("channel_class", 2),
          Map.entry("cause", 3),
          Map.entry("direction", 2),
          Map.entry("measure", 2),
          Map.entry("sla", SLAS),
          Map.entry("verdict", 3),
          Map.entry("change", 3),
          Map.entry("level", 2),
          Map.entry("rank", 5),
          Map.entry("ticket_id", 1),
          Map.entry("kind", 9),
          Map.entry("stream", 1),
          Map.entry("result", 4),
          Map.entry("reason", 25),
          Map.entry("field", 50),
          Map.entry("job", 1),
          Map.entry("version", 1),
          Map.entry("policy", 20));

  @Test
  void theWorstCaseOf32RegionsFitsTheBudget() {
    long worst = Arrays.stream(MetricCatalogue.values()).mapToLong(SeriesBudgetTest::worst).sum();
    assertThat(worst)
        .as(
            "time series at %d regions: %s",
            REGIONS, Arrays.stream(MetricCatalogue.values()).map(m -> m + " " + worst(m)).toList())
        .isLessThanOrEqualTo(BUDGET);
  }

  @Test
  void theLargestMetricsAreWhatTheHandSays() {
    // 11 (sla, slot) x 5 priorities x 3 verdicts x 33 regions
    assertThat(worst(MetricCatalogue.SLA_VERDICTS)).isEqualTo(5_445);
    // 10 buckets, +Inf, sum, count x 5 priorities x 33 regions
    assertThat(worst(MetricCatalogue.RESOLUTION_SECONDS)).isEqualTo(2_145);
    // 10 channels x 5 priorities x 33 regions
    assertThat(worst(MetricCatalogue.TICKETS_CREATED)).isEqualTo(1_650);
    // 5 priorities x 5 states x 33 regions
    assertThat(worst(MetricCatalogue.BACKLOG_TICKETS)).isEqualTo(825);
  }

  @Test
  void theListsAreNotShorterThanWhatTheExporterExpects() {
    for (MetricCatalogue metric : MetricCatalogue.values()) {
      for (String label : metric.labels()) {
        if (!label.equals("slot") && !label.equals("state")) {
          assertThat(values(metric, label))
              .as("%s of %s", label, metric)
              .isGreaterThanOrEqualTo(LabelValues.all(label).size());
        }
      }
    }
  }

  @Test
  void aLabelThatNobodyCountedIsAnError() {
    assertThatThrownBy(() -> values(MetricCatalogue.BUILD_INFO, "customer"))
        .hasMessageContaining("customer");
  }

  private static long worst(MetricCatalogue metric) {
    List<String> labels = metric.labels();
    long series = FamilySpec.of(metric).weight();
    for (String label : labels) {
      series *= values(metric, label);
    }
    return slotted(metric, series);
  }

  /** Of (sla, slot) there are as many as slas and shadows; a gauge of shadows alone has these. */
  private static long slotted(MetricCatalogue metric, long ofEverySla) {
    if (metric == MetricCatalogue.SLA_SHADOW_CLOCKS) {
      return ofEverySla / SLAS * SHADOWS;
    }
    return metric.labels().contains("slot") ? ofEverySla / SLAS * (SLAS + SHADOWS) : ofEverySla;
  }

  private static int values(MetricCatalogue metric, String label) {
    return switch (label) {
      case "slot" -> 1;
      case "state" -> metric == MetricCatalogue.SLA_OPEN_CLOCKS ? 3 : 5;
      case "identity" -> 4;
      default -> {
        Integer values = VALUES.get(label);
        if (values == null) {
          throw new IllegalStateException("how many values can " + label + " have?");
        }
        yield values;
      }
    };
  }
}
