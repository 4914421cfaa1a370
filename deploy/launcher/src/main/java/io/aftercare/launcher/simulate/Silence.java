package io.aftercare.launcher.simulate;

import io.aftercare.contract.TicketEvent;
import java.time.Instant;

/**
 * What sends the tickets of one region stops: work goes on there, but nothing of it arrives. When
 * it comes back it delivers at once what it has held.
 *
 * @param region its name; of a ticket, who holds it at the event
 * @param from the first instant at which nothing arrives
 * @param until when it comes back; {@link Instant#MAX}: never, and what it held is lost
 */
public record Silence(String region, Instant from, Instant until) {

  /** Whether it keeps an event back that would arrive at its time. */
  boolean holds(SimulatedEvent event) {
    Instant arrival = Instant.ofEpochMilli(event.arrivalMillis());
    return event.event() instanceof TicketEvent ticket
        && region.equals(ticket.getRegion())
        && !arrival.isBefore(from)
        && arrival.isBefore(until);
  }

  boolean isForEver() {
    return until.equals(Instant.MAX);
  }
}
