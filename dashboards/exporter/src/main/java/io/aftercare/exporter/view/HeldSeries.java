package io.aftercare.exporter.view;

import io.aftercare.contract.MetricRecord;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A series of the topic and where it is served.
 *
 * @param lineage the job that keeps it, and its life
 * @param labels the labels under which it is served
 * @param own its labels on the topic, if they are others; null: they are the same. As a digest, for
 *     what is not served may be long
 */
record HeldSeries(Lineage lineage, MetricFamily family, Labels labels, @Nullable Digest own) {
  static HeldSeries of(
      Lineage lineage, MetricFamily family, Labels labels, Map<String, String> own) {
    Digest others = isServedAs(labels, own) ? null : Digest.of(own);
    return new HeldSeries(lineage, family, labels, others);
  }

  boolean isSeriesOf(MetricRecord metric) {
    Map<String, String> its = metric.getLabels();
    return lineage.job().equals(metric.getJob())
        && family.spec().name().equals(metric.getName())
        && (own == null ? isServedAs(labels, its) : own.equals(Digest.of(its)));
  }

  /** True if it is served under other labels than its own, maybe together with other series. */
  boolean isAltered() {
    return own != null;
  }

  /** True if another series must not be served under the same labels. */
  boolean isExclusive() {
    return !isAltered()
        && labels.stream()
            .map(label -> label.getValue())
            .noneMatch(value -> value.equals(LabelValues.OTHER) || LabelText.isAmbiguous(value));
  }

  /** The region that this series makes known; null for a gauge, an altered or an unknown one. */
  @Nullable String region() {
    boolean tells = family.spec().accumulates() && family.spec().entry() != null && !isAltered();
    return tells ? labels.get("region") : null;
  }

  private static boolean isServedAs(Labels labels, Map<String, String> own) {
    return labels.size() == own.size()
        && IntStream.range(0, labels.size())
            .allMatch(i -> labels.getValue(i).equals(own.get(labels.getName(i))));
  }
}
