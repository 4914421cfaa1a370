package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls that count for a ticket: those that one of its own events names, and those that name it
 * themselves. A function of the set of its events, corrections applied.
 *
 * <p>Its <i>origin call</i> is the one that the opening event names. Where that names none, and the
 * ticket came in by voice or was opened by an agent, it is the counting call whose caller entered a
 * queue last, at or before the creation. All others are replies once they are answered.
 */
public final class Calls {
  /** A ticket without calls. */
  static final Calls NONE = new Calls(Map.of(), null);

  /** The cause of a stop by a call. */
  static final String ANSWERED = "answered";

  /** Begins the ids of the events that are made here. */
  private static final String CALLED = "aftercare/call/";

  private static final Comparator<TicketEvent> ENTRY =
      Comparator.comparingLong(Calls::enteredAt).thenComparing(TicketEvent::eventId);

  private final Map<String, TicketEvent> counting;
  private final @Nullable TicketEvent origin;

  private Calls(Map<String, TicketEvent> counting, @Nullable TicketEvent origin) {
    this.counting = counting;
    this.origin = origin;
  }

  /**
   * What a ticket is to know of a call.
   *
   * @param enteredAt when its caller first entered a queue, ms; {@link Clock#NEVER}: it is no call
   *     that a ticket is to know of, after all
   * @param at when it was first answered; if it was not, when its caller entered
   * @param names whether the call's own events name the ticket
   */
  public static TicketEvent told(
      String ticket, String contact, long enteredAt, long at, boolean answered, boolean names) {
    return new TicketEvent(
        CALLED + contact,
        EventType.CALLED,
        ticket,
        TicketEvent.UNSEQUENCED,
        at,
        Clock.NEVER,
        answered ? ActorType.AGENT : ActorType.CUSTOMER,
        true,
        Facts.NONE,
        SlaClaim.UNKNOWN,
        FollowUpOutcome.UNKNOWN,
        enteredAt,
        names ? ticket : null,
        contact,
        null);
  }

  /**
   * The calls of a ticket.
   *
   * @param first the event that opens it
   */
  static Calls of(TicketEvent first, Collection<TicketEvent> happened) {
    Set<String> named = new HashSet<>();
    Map<String, TicketEvent> told = new HashMap<>();
    for (TicketEvent event : happened) {
      String contact = event.contactId();
      if (event.type() == EventType.CALLED && event.earlierStart() != Clock.NEVER) {
        told.put(event.eventId(), event);
      } else if (!event.made() && contact != null) {
        named.add(contact);
      }
    }
    told.values()
        .removeIf(
            call ->
                !first.ticketId().equals(call.relatedTicketId())
                    && !named.contains(call.contactId()));
    return told.isEmpty() ? NONE : new Calls(told, origin(first, told.values()));
  }

  private static @Nullable TicketEvent origin(TicketEvent first, Collection<TicketEvent> counting) {
    String named = first.contactId();
    boolean forACall =
        first.stated().channel() == Channel.VOICE || first.actor() == ActorType.AGENT;
    return counting.stream()
        .filter(
            call ->
                named != null
                    ? named.equals(call.contactId())
                    : forACall && enteredAt(call) <= first.occurredAt())
        .max(ENTRY)
        .orElse(null);
  }

  /** When the caller first entered a queue; nobody is answered before that. */
  static long enteredAt(TicketEvent call) {
    return Math.min(call.earlierStart(), call.occurredAt());
  }

  /** Whether an agent answered it. */
  static boolean answered(TicketEvent call) {
    return call.actor() == ActorType.AGENT;
  }

  /** The call that the ticket was opened for, as far as that is known. */
  @Nullable TicketEvent origin() {
    return origin;
  }

  boolean isOrigin(TicketEvent call) {
    return origin != null && origin.eventId().equals(call.eventId());
  }

  boolean count(TicketEvent call) {
    return counting.containsKey(call.eventId());
  }

  /** The same events, and before its answer that the origin call's caller entered a queue. */
  List<TicketEvent> withEntry(List<TicketEvent> ordered) {
    if (origin == null || enteredAt(origin) == origin.occurredAt()) {
      return ordered;
    }
    List<TicketEvent> more = new ArrayList<>(ordered);
    more.add(entry(origin));
    return EventOrder.sorted(more);
  }

  private static TicketEvent entry(TicketEvent call) {
    String contact = call.contactId() == null ? "" : call.contactId();
    TicketEvent entry =
        told(call.ticketId(), contact, enteredAt(call), enteredAt(call), false, false);
    return entry.named(call.eventId(), call.ticketId());
  }
}
