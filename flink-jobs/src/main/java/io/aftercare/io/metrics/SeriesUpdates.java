package io.aftercare.io.metrics;

import io.aftercare.contract.MetricRecord;
import io.aftercare.domain.measure.SeriesUpdate;
import java.time.Instant;

/** From published totals to the contract's metric records. */
public final class SeriesUpdates {
  private SeriesUpdates() {}

  /** The record of an update. */
  public static MetricRecord record(String job, SeriesUpdate update) {
    return SeriesRecords.record(update.series(), update.total())
        .setLineageId(update.lineage().id())
        .setLineageStartedAt(Instant.ofEpochMilli(update.lineage().startedAt()))
        .setJob(job)
        .setPublishedAt(Instant.ofEpochMilli(update.publishedAt()))
        .setCheckpointId(update.checkpointId())
        .build();
  }
}
