package io.aftercare.exporter.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that need a look now, the worst first.
 *
 * @param total how many there are on all pages
 * @param nextCursor asks for the next page; null on the last
 */
public record TicketList(
    Instant generatedAt,
    @Nullable Instant eventTime,
    List<TicketRow> tickets,
    int total,
    @Nullable String nextCursor) {}
