package io.aftercare.exporter.view;

import io.aftercare.contract.MetricRecord;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A series of the topic and where it is served.
 *
 * @param job the job that keeps it
 * @param own its labels on the topic
 * @param labels the labels under which it is served; others than its own if it was collapsed
 */
record HeldSeries(String job, MetricFamily family, Map<String, String> own, Labels labels) {
  static HeldSeries of(MetricRecord metric, MetricFamily family, Labels labels) {
    return new HeldSeries(metric.getJob(), family, Map.copyOf(metric.getLabels()), labels);
  }

  boolean isSeriesOf(MetricRecord metric) {
    return job.equals(metric.getJob())
        && family.spec().name().equals(metric.getName())
        && own.equals(metric.getLabels());
  }

  boolean isCollapsed() {
    return IntStream.range(0, labels.size())
        .anyMatch(i -> !labels.getValue(i).equals(own.get(labels.getName(i))));
  }

  /** True if another series must not be served under the same labels. */
  boolean isExclusive() {
    return own.values().stream().noneMatch(LabelValues.OTHER::equals) && !isCollapsed();
  }

  /** The region that this series makes known; null for a gauge, a collapsed or an unknown one. */
  @Nullable String region() {
    boolean tells = family.spec().accumulates() && family.spec().entry() != null && !isCollapsed();
    return tells ? own.get("region") : null;
  }
}
