package io.aftercare.domain.call;

import io.aftercare.domain.sla.Channel;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What tickets are to know of a contact: a function of the set of its events, whatever their order.
 *
 * <p>The caller has waited since the first QUEUE_ENTERED, and no longer than until the first
 * ANSWERED; who is answered without a queue entered then. What is stamped before OFFERED takes
 * effect at that. A contact of which an event says that it is no call tells nothing.
 *
 * <p>A CORRECTED replaces time, ticket and channel of the event that it names; of several the one
 * that was recorded last counts. Where that event is not known it stands for itself.
 *
 * @param enteredAt when the caller first entered a queue, ms; {@link CallEvent#NEVER} if that is
 *     not known, or if it is no call
 * @param answeredAt when an agent first answered; {@link CallEvent#NEVER} if none did
 * @param tickets that the call's own events name
 */
public record CallFacts(long enteredAt, long answeredAt, Set<String> tickets) {
  /** Nothing that a ticket could use. */
  public static final CallFacts NONE = new CallFacts(CallEvent.NEVER, CallEvent.NEVER, Set.of());

  private static final Comparator<CallEvent> RECORDED =
      Comparator.comparingLong(CallFacts::recorded)
          .thenComparingLong(CallEvent::sequence)
          .thenComparing(CallEvent::eventId);

  /** Keeps what it was given. */
  public CallFacts {
    tickets = Set.copyOf(tickets);
  }

  /** Whether an event has a say in them. */
  public static boolean concern(CallEvent event) {
    return switch (event.type()) {
      case OFFERED, QUEUE_ENTERED, ANSWERED, CORRECTED -> true;
      default -> event.ticketId() != null || event.channel() != Channel.VOICE;
    };
  }

  /** As much of an event as has a say. */
  public static CallEvent essence(CallEvent e) {
    return new CallEvent(
        e.eventId(),
        e.type(),
        "",
        e.sequence(),
        0,
        e.occurredAt(),
        e.recordedAt(),
        e.channel(),
        null,
        null,
        null,
        null,
        null,
        e.ticketId(),
        CallEvent.NOT_STATED,
        CallEvent.NOT_STATED,
        CallEvent.NOT_STATED,
        CallEvent.NEVER,
        e.correctsEventId());
  }

  /**
   * The facts that these events make.
   *
   * @param events with distinct ids
   */
  public static CallFacts of(Collection<CallEvent> events) {
    Map<String, CallEvent> byId = new HashMap<>();
    events.forEach(e -> byId.put(e.eventId(), e));
    Map<String, CallEvent> corrections = lastCorrections(events);
    Facts facts = new Facts();
    for (CallEvent event : events) {
      String target = target(event);
      boolean stands = target == null || !byId.containsKey(target);
      if (stands && (target == null || event.equals(corrections.get(target)))) {
        facts.happened(event, corrections);
      }
    }
    return facts.facts();
  }

  /** Whether there is a call that a ticket could know of. */
  public boolean known() {
    return enteredAt != CallEvent.NEVER;
  }

  /** Whether an agent answered. */
  public boolean answered() {
    return answeredAt != CallEvent.NEVER;
  }

  private static Map<String, CallEvent> lastCorrections(Collection<CallEvent> events) {
    Map<String, CallEvent> corrections = new HashMap<>();
    for (CallEvent event : events) {
      String target = target(event);
      if (target != null) {
        corrections.merge(target, event, (a, b) -> RECORDED.compare(a, b) < 0 ? b : a);
      }
    }
    return corrections;
  }

  private static @Nullable String target(CallEvent event) {
    return event.type() == CallEventType.CORRECTED ? event.correctsEventId() : null;
  }

  private static long recorded(CallEvent event) {
    return event.recordedAt() == CallEvent.NEVER ? event.occurredAt() : event.recordedAt();
  }

  /** The facts while the events are gone through, in any order. */
  private static final class Facts {
    private long offered = CallEvent.NEVER;
    private long entered = CallEvent.NEVER;
    private long answered = CallEvent.NEVER;
    private boolean voice = true;
    private final Set<String> tickets = new TreeSet<>();

    void happened(CallEvent event, Map<String, CallEvent> corrections) {
      long at = event.occurredAt();
      String ticket = event.ticketId();
      boolean call = event.channel() == Channel.VOICE;
      Set<String> seen = new HashSet<>();
      CallEvent by = corrections.get(event.eventId());
      // A correction may be corrected; a circle of them ends where it closes.
      while (by != null && seen.add(by.eventId())) {
        at = by.occurredAt();
        ticket = by.ticketId() != null ? by.ticketId() : ticket;
        call &= by.channel() == Channel.VOICE;
        by = corrections.get(by.eventId());
      }
      take(event.type(), at);
      voice &= call;
      if (ticket != null) {
        tickets.add(ticket);
      }
    }

    private void take(CallEventType type, long at) {
      switch (type) {
        case OFFERED -> offered = Math.min(offered, at);
        case QUEUE_ENTERED -> entered = Math.min(entered, at);
        case ANSWERED -> answered = Math.min(answered, at);
        default -> {}
      }
    }

    CallFacts facts() {
      long first = Math.min(entered, answered);
      if (!voice || first == CallEvent.NEVER) {
        return NONE;
      }
      return new CallFacts(notBeforeOffer(first), notBeforeOffer(answered), tickets);
    }

    private long notBeforeOffer(long at) {
      return offered == CallEvent.NEVER || at == CallEvent.NEVER ? at : Math.max(at, offered);
    }
  }
}
