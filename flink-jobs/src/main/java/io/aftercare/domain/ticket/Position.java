package io.aftercare.domain.ticket;

/**
 * Where an event stands among its ticket's events: all of it that {@link EventOrder} looks at.
 *
 * @param occurredAt ms since 1970
 * @param sequence the source's sequence number, {@link TicketEvent#UNSEQUENCED} if it has none
 */
public record Position(EventType type, long occurredAt, long sequence, String eventId) {}
