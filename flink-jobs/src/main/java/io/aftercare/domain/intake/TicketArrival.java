package io.aftercare.domain.intake;

import io.aftercare.domain.ticket.TicketEvent;

/**
 * An event as it arrived.
 *
 * @param domainTime event time that is known to have been reached before it arrived, ms; {@link
 *     Long#MIN_VALUE} if the record does not say
 */
public record TicketArrival(
    TicketEvent event, String topic, int partition, long offset, long domainTime) {}
