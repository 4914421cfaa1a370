package io.aftercare.exporter.view;

import io.aftercare.contract.MetricRecord;
import java.time.Instant;
import java.util.Comparator;

/**
 * One life of a job's state. A job started on empty state begins a new lineage; of two lineages of
 * a job the one that began later is the newer, at the same instant the one with the greater id.
 */
record Lineage(String job, Instant startedAt, String id) implements Comparable<Lineage> {
  private static final Comparator<Lineage> BY_AGE =
      Comparator.comparing(Lineage::startedAt).thenComparing(Lineage::id);

  static Lineage of(MetricRecord metric) {
    return new Lineage(metric.getJob(), metric.getLineageStartedAt(), metric.getLineageId());
  }

  @Override
  public int compareTo(Lineage other) {
    return BY_AGE.compare(this, other);
  }
}
