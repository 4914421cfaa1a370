package io.aftercare.exporter.board;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.view.Level;
import io.aftercare.exporter.view.MetricsView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A counter of a region by the values of one label, less what late events took back; never below 0.
 * A share is made of these sums, never of other shares.
 */
final class NetCounts {
  private final Map<String, Double> net = new HashMap<>();

  private NetCounts() {}

  /** By a label of the counter; of a counter that has no such label all is under the empty text. */
  static NetCounts of(
      MetricsView metrics,
      MetricCatalogue counted,
      MetricCatalogue retracted,
      String region,
      String label) {
    NetCounts counts = new NetCounts();
    counts.add(metrics.levels(counted), region, label, 1);
    counts.add(metrics.levels(retracted), region, label, -1);
    return counts;
  }

  private void add(List<Level> levels, String region, String label, int sign) {
    for (Level level : levels) {
      if (level.label("region").equals(region)) {
        net.merge(level.label(label), sign * level.value(), Double::sum);
      }
    }
  }

  /** How many have this value. */
  long of(String value) {
    return Math.round(sum(value));
  }

  /** How many have one of these values. */
  long of(List<String> values) {
    return values.stream().mapToLong(this::of).sum();
  }

  /** What was added up under this value, which need not be whole. */
  double sum(String value) {
    return Math.max(0, net.getOrDefault(value, 0.0));
  }
}
