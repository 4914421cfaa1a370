package io.aftercare.exporter.view;

import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One series at its value.
 *
 * @param publishedAt of a gauge: when the job published it; null of a counter
 */
public record Level(Labels labels, double value, @Nullable Instant publishedAt) {
  /** The value of a label; empty if the series has no such label. */
  public String label(String name) {
    String value = labels.get(name);
    return value == null ? "" : value;
  }
}
