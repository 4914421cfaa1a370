package io.aftercare.oracle;

import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random tickets in a random world, for tests of the whole job: only what a source can send, each
 * under a ticket id of its own, some of them merged into others.
 *
 * @param events in no order that means anything
 */
public record RandomTickets(Rulebook rules, List<TicketEvent> events) {

  /** Everything follows from the seed. */
  public static RandomTickets of(long seed, int tickets) {
    World world = World.of(seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<TicketEvent> events = new ArrayList<>();
    for (int i = 0; i < tickets; i++) {
      String ticket = "T-" + i;
      for (TicketEvent event : RandomHistory.of(world, random)) {
        if (event.type() != EventType.ABSORBED) {
          events.add(named(event, ticket, "T-" + random.nextInt(tickets)));
        }
      }
    }
    return new RandomTickets(world.rules(), List.copyOf(events));
  }

  /** The event under a ticket's name; what it is related to is another of these tickets. */
  private static TicketEvent named(TicketEvent e, String ticket, String other) {
    return new TicketEvent(
        e.eventId(),
        e.type(),
        ticket,
        e.sequence(),
        e.occurredAt(),
        e.recordedAt(),
        e.actor(),
        e.visible(),
        e.stated(),
        e.claim(),
        e.followUp(),
        e.earlierStart(),
        e.type() == EventType.MERGED ? other : null,
        e.contactId(),
        e.correctsEventId());
  }
}
