package io.aftercare.exporter.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spikes, incidents and mass complaints, the open ones first.
 *
 * @param total how many there are on all pages
 * @param nextCursor asks for the next page; null on the last
 */
public record SpikeList(
    Instant generatedAt,
    @Nullable Instant eventTime,
    List<SpikeRow> spikes,
    int total,
    @Nullable String nextCursor) {}
