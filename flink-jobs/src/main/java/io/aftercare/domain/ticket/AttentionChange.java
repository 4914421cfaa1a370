package io.aftercare.domain.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What the attention list says of a ticket from now on.
 *
 * @param now null: it is no longer on the list
 */
public record AttentionChange(String ticketId, @Nullable TicketAttention now) {}
