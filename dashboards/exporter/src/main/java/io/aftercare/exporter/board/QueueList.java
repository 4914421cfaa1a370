package io.aftercare.exporter.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queues by region and name, and the agents of their regions.
 *
 * @param agents of every region asked for that has any, on each page
 * @param total how many queues there are on all pages
 * @param nextCursor asks for the next page; null on the last
 */
public record QueueList(
    Instant generatedAt,
    @Nullable Instant eventTime,
    List<QueueRow> queues,
    List<AgentsRow> agents,
    int total,
    @Nullable String nextCursor) {}
