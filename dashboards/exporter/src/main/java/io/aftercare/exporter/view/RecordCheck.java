package io.aftercare.exporter.view;

import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.metric.MetricCatalogue;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a record before it may touch the view, so that no record can break a scrape:
 * name, kind, labels and values as the catalogue (for an unknown name: Prometheus) wants them.
 */
final class RecordCheck {
  static final int MAX_LABEL_VALUE = 1024;
  private static final String OWN_PREFIX = MetricCatalogue.PREFIX + "exporter_";

  private RecordCheck() {}

  /** Null: nothing speaks against the record as one of {@code family}. */
  static @Nullable Refusal refusalOf(MetricRecord metric, FamilySpec family) {
    if (!nameFits(metric.getName())) {
      return Refusal.NAME;
    }
    if (metric.getKind() != family.kind()) {
      return Refusal.KIND;
    }
    if (!labelNamesFit(metric.getLabels(), family.entry())) {
      return Refusal.LABEL_NAMES;
    }
    if (metric.getLabels().values().stream().anyMatch(v -> v.length() > MAX_LABEL_VALUE)) {
      return Refusal.LABEL_VALUE;
    }
    return switch (metric.getKind()) {
      case COUNTER -> atLeastZero(metric.getValue()) ? null : Refusal.VALUE;
      case HISTOGRAM -> histogramRefusal(metric, family.bounds());
      case GAUGE, UNKNOWN -> null;
    };
  }

  private static boolean nameFits(String name) {
    return name.startsWith(MetricCatalogue.PREFIX)
        && !name.startsWith(OWN_PREFIX)
        && !name.equals(MetricCatalogue.SLA_WORST_OVERDUE_DEADLINE.metricName())
        && PrometheusNaming.isValidLegacyMetricName(name);
  }

  private static boolean labelNamesFit(
      Map<String, String> labels, @Nullable MetricCatalogue entry) {
    return entry != null
        ? labels.keySet().equals(Set.copyOf(entry.labels()))
        : labels.keySet().stream().allMatch(RecordCheck::isLabelName);
  }

  private static boolean isLabelName(String name) {
    return PrometheusNaming.isValidLegacyLabelName(name)
        && !name.startsWith("__")
        && !name.equals("le")
        && !name.equals("quantile");
  }

  private static @Nullable Refusal histogramRefusal(MetricRecord metric, List<Double> bounds) {
    List<Double> stated = metric.getBucketBounds();
    boolean fits = stated.equals(bounds) && metric.getBucketCounts().size() == bounds.size() + 1;
    if (!fits || !rising(stated)) {
      return Refusal.BUCKETS;
    }
    boolean counts = metric.getBucketCounts().stream().allMatch(count -> count >= 0);
    return counts && atLeastZero(metric.getSum()) ? null : Refusal.VALUE;
  }

  private static boolean rising(List<Double> bounds) {
    for (int i = 0; i < bounds.size(); i++) {
      boolean above = i == 0 || bounds.get(i) > bounds.get(i - 1);
      if (!above || !Double.isFinite(bounds.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean atLeastZero(double value) {
    return Double.isFinite(value) && value >= 0;
  }
}
