package io.aftercare.exporter.view;

import io.aftercare.contract.metric.MetricCatalogue;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counters and histograms that exist at 0 before anything happened: every metric of the
 * catalogue whose labels are closed lists ({@link LabelValues#expected}), and for each region every
 * metric whose other labels are. Gauges are not pre-created (no level is not level 0), nor is
 * anything with an open label, such as a queue. About 680 time series per region; those of 32
 * regions fit the budget of 45,000 with room for what cannot be known.
 */
record KnownSeries(MetricCatalogue metric, Labels labels) {
  private static final String REGION = "region";

  /** The series of a region. */
  static List<KnownSeries> of(String region) {
    return Arrays.stream(MetricCatalogue.values())
        .filter(metric -> metric.labels().contains(REGION))
        .flatMap(metric -> expand(metric, region).stream())
        .toList();
  }

  /** The series that belong to no region. */
  static List<KnownSeries> ofAll() {
    return Arrays.stream(MetricCatalogue.values())
        .filter(metric -> !metric.labels().contains(REGION))
        .flatMap(metric -> expand(metric, null).stream())
        .toList();
  }

  private static List<KnownSeries> expand(MetricCatalogue metric, @Nullable String region) {
    if (!FamilySpec.of(metric).accumulates()) {
      return List.of();
    }
    List<Labels> sets = List.of(Labels.EMPTY);
    for (String label : metric.labels()) {
      boolean isRegion = region != null && label.equals(REGION);
      sets = isRegion ? extend(sets, label, List.of(region)) : extend(sets, metric, label);
    }
    return sets.stream().map(labels -> new KnownSeries(metric, labels)).toList();
  }

  private static List<Labels> extend(List<Labels> sets, MetricCatalogue metric, String label) {
    return sets.stream()
        .flatMap(labels -> extend(List.of(labels), label, expected(labels, metric, label)).stream())
        .toList();
  }

  private static List<String> expected(Labels others, MetricCatalogue metric, String label) {
    String sla = others.get("sla");
    return label.equals("priority") && sla != null
        ? LabelValues.expectedPriorities(sla)
        : LabelValues.expected(metric, label);
  }

  private static List<Labels> extend(List<Labels> sets, String label, List<String> values) {
    List<Labels> longer = new ArrayList<>();
    for (Labels labels : sets) {
      for (String value : values) {
        longer.add(labels.add(label, value));
      }
    }
    return longer;
  }

  /** Time series this stands for. */
  int weight() {
    return FamilySpec.of(metric).weight();
  }
}
