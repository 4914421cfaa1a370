package io.aftercare.domain.ticket;

/**
 * Where an event stands among its ticket's events: all of it that {@link EventOrder} looks at.
 *
 * @param creation whether it is the ticket's CREATED
 * @param rank what it does to a clock
 * @param occurredAt ms since 1970
 * @param sequence the source's sequence number, {@link TicketEvent#UNSEQUENCED} if it has none
 */
public record Position(
    boolean creation, Rank rank, long occurredAt, long sequence, String eventId) {}
