package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a ticket's time, held by one region and queue, in one stage and status. Pieces follow
 * each other without a gap from the ticket's creation on, so they add up to its life.
 *
 * @param from ms since 1970
 * @param until ms since 1970, not included
 */
public record Piece(
    @Nullable String region,
    @Nullable String queue,
    Stage stage,
    TicketStatus status,
    long from,
    long until) {}
