package io.aftercare.exporter.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the service stands, at a glance.
 *
 * @param eventTime event time now; null before the job said so
 * @param movedAt when event time last moved, by the job's clock
 * @param regions the one with most trouble first
 * @param worst the tickets that are overdue longest, then those at risk by the nearest deadline
 * @param all all regions together
 */
public record Overview(
    Instant generatedAt,
    @Nullable Instant eventTime,
    @Nullable Instant movedAt,
    boolean catchingUp,
    String version,
    List<Tile> regions,
    List<TicketRow> worst,
    Tile all) {}
