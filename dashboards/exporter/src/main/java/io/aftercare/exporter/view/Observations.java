package io.aftercare.exporter.view;

import io.prometheus.metrics.model.snapshots.Labels;
import org.jspecify.annotations.Nullable;

/** What a histogram observed under one label set: how often, and the sum of what it observed. */
public record Observations(Labels labels, long count, double sum) {
  /** The value of a label; empty if the series has no such label. */
  public String label(String name) {
    String value = labels.get(name);
    return value == null ? "" : value;
  }

  /** The mean; null if nothing was observed. */
  public @Nullable Double mean() {
    return count == 0 ? null : sum / count;
  }
}
