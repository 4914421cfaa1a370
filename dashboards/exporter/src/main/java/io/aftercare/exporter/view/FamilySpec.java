package io.aftercare.exporter.view;

import io.aftercare.contract.MetricKind;
import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.metric.MetricCatalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What all series of one metric have in common. From the catalogue where the name is known; from
 * the first record of the name otherwise (a newer job may know metrics that this exporter does
 * not).
 *
 * @param bounds upper bounds in base units, rising, without +Inf; empty unless a histogram
 * @param entry the catalogue's entry, null for an unknown name
 */
record FamilySpec(
    String name,
    MetricKind kind,
    String help,
    List<Double> bounds,
    @Nullable MetricCatalogue entry) {
  private static final String RETRACTED = "_retracted_total";
  private static final Map<String, MetricCatalogue> CATALOGUE =
      Arrays.stream(MetricCatalogue.values())
          .collect(Collectors.toMap(MetricCatalogue::metricName, Function.identity()));

  static FamilySpec of(MetricCatalogue entry) {
    return new FamilySpec(
        entry.metricName(), entry.kind(), entry.help(), List.copyOf(entry.buckets()), entry);
  }

  static FamilySpec of(MetricRecord metric) {
    MetricCatalogue entry = CATALOGUE.get(metric.getName());
    return entry != null
        ? of(entry)
        : new FamilySpec(
            metric.getName(),
            metric.getKind(),
            "Not in this exporter's catalogue; published by job "
                + LabelText.clean(metric.getJob())
                + ".",
            List.copyOf(metric.getBucketBounds()),
            null);
  }

  /** Counter or histogram: it never falls, and it starts at 0. */
  boolean accumulates() {
    return kind == MetricKind.COUNTER || kind == MetricKind.HISTOGRAM;
  }

  /**
   * Time series that Prometheus stores per label set: a histogram has buckets, +Inf, sum, count.
   */
  int weight() {
    return kind == MetricKind.HISTOGRAM ? bounds.size() + 3 : 1;
  }

  /** The {@code _retracted_total} twin, which must exist wherever the counter does. */
  @Nullable MetricCatalogue twin() {
    return name.endsWith("_total") && !name.endsWith(RETRACTED)
        ? CATALOGUE.get(name.substring(0, name.length() - "_total".length()) + RETRACTED)
        : null;
  }
}
