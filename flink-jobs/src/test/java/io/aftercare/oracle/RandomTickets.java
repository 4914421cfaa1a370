package io.aftercare.oracle;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random tickets and calls in a random world, for tests of the whole job: only what a source can
 * send, each under an id of its own. Some tickets are merged into others; two and two share the
 * contacts that they name.
 *
 * @param events of tickets, in no order that means anything
 * @param calls events of contacts, likewise
 */
public record RandomTickets(Rulebook rules, List<TicketEvent> events, List<CallEvent> calls) {

  /** Everything follows from the seed. */
  public static RandomTickets of(long seed, int tickets) {
    World world = World.of(seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<TicketEvent> events = new ArrayList<>();
    List<CallEvent> calls = new ArrayList<>();
    for (int i = 0; i < tickets; i++) {
      List<TicketEvent> history = RandomHistory.of(world, random);
      for (TicketEvent event : history) {
        if (!event.made()) {
          events.add(named(event, i, "T-" + random.nextInt(tickets)));
        }
      }
      List<String> both = List.of("T-" + i / 2 * 2, "T-" + (i / 2 * 2 + 1));
      for (int contact = i % 2; contact < 3; contact += 2) {
        calls.addAll(
            RandomCalls.of(contact(i, "c" + contact), both, history.get(0).occurredAt(), random));
      }
    }
    return new RandomTickets(world.rules(), List.copyOf(events), List.copyOf(calls));
  }

  private static String contact(int ticket, String name) {
    return "C-" + ticket / 2 + "-" + name;
  }

  /** The event under a ticket's name; what it is related to is another of these tickets. */
  private static TicketEvent named(TicketEvent e, int ticket, String other) {
    return new TicketEvent(
        e.eventId(),
        e.type(),
        "T-" + ticket,
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
        e.contactId() == null ? null : contact(ticket, e.contactId()),
        e.correctsEventId());
  }
}
