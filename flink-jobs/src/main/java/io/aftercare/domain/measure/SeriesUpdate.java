package io.aftercare.domain.measure;

/**
 * The absolute value of one series, to be published.
 *
 * @param publishedAt processing time, ms since 1970
 * @param checkpointId the completed checkpoint that commits it; 0 for gauges and at the end of a
 *     bounded input
 */
public record SeriesUpdate(
    Series series, Total total, Lineage lineage, long publishedAt, long checkpointId) {}
