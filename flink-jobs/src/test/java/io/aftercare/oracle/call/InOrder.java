package io.aftercare.oracle.call;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallEventType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A contact's events as they happened: told once, corrected, and in order. */
final class InOrder {
  /**
   * An event where it took effect.
   *
   * @param at instant of its effect, ms
   */
  record Step(int index, long at, CallEvent event) {
    CallEventType type() {
      return event.type();
    }
  }

  /** What happens to a call, in the order of its life; what stands in one row has no order. */
  private static final List<List<CallEventType>> LIFE =
      List.of(
          List.of(CallEventType.UNKNOWN),
          List.of(CallEventType.OFFERED),
          List.of(CallEventType.IVR_ENTERED),
          List.of(CallEventType.IVR_LEFT),
          List.of(CallEventType.TRANSFERRED, CallEventType.OVERFLOWED),
          List.of(CallEventType.QUEUE_ENTERED),
          List.of(CallEventType.RINGING),
          List.of(CallEventType.CALLBACK_STARTED),
          List.of(CallEventType.ANSWERED),
          List.of(CallEventType.HELD),
          List.of(CallEventType.RETRIEVED),
          List.of(
              CallEventType.ABANDONED,
              CallEventType.CALLBACK_REQUESTED,
              CallEventType.VOICEMAIL_LEFT,
              CallEventType.QUEUE_CLOSED,
              CallEventType.FAILED),
          List.of(CallEventType.AGENT_LEFT),
          List.of(CallEventType.WRAP_UP_ENDED),
          List.of(CallEventType.DISCONNECTED),
          List.of(CallEventType.CORRECTED));

  private InOrder() {}

  static List<Step> of(Collection<CallEvent> arrivals) {
    Map<String, CallEvent> once = new LinkedHashMap<>();
    arrivals.forEach(e -> once.putIfAbsent(e.eventId(), e));
    List<CallEvent> rest = new ArrayList<>(corrected(once));
    boolean numbered = rest.stream().noneMatch(e -> e.sequence() == CallEvent.UNSEQUENCED);
    List<CallEvent> ordered = new ArrayList<>();
    next(rest.stream().filter(e -> e.type() == CallEventType.OFFERED).toList(), numbered)
        .ifPresent(ordered::add);
    rest.removeAll(ordered);
    while (!rest.isEmpty()) {
      CallEvent next = next(rest, numbered).orElseThrow();
      ordered.add(next);
      rest.remove(next);
    }
    List<Step> steps = new ArrayList<>();
    long began = ordered.get(0).occurredAt();
    for (CallEvent event : ordered) {
      steps.add(new Step(steps.size(), Math.max(event.occurredAt(), began), event));
    }
    return steps;
  }

  /** The one that nothing else comes before. */
  @SuppressWarnings("ReferenceEquality") // the event itself, not one like it
  private static java.util.Optional<CallEvent> next(List<CallEvent> events, boolean numbered) {
    return events.stream()
        .filter(e -> events.stream().noneMatch(o -> before(o, e, numbered)))
        .findFirst();
  }

  private static boolean before(CallEvent a, CallEvent b, boolean numbered) {
    if (a.occurredAt() != b.occurredAt()) {
      return a.occurredAt() < b.occurredAt();
    }
    if (numbered && a.sequence() != b.sequence()) {
      return a.sequence() < b.sequence();
    }
    int rowOfA = row(a.type());
    int rowOfB = row(b.type());
    return rowOfA != rowOfB ? rowOfA < rowOfB : a.eventId().compareTo(b.eventId()) < 0;
  }

  private static int row(CallEventType type) {
    for (int i = 0; i < LIFE.size(); i++) {
      if (LIFE.get(i).contains(type)) {
        return i;
      }
    }
    throw new IllegalArgumentException("unheard of: " + type);
  }

  // ---- corrections

  private static List<CallEvent> corrected(Map<String, CallEvent> once) {
    List<CallEvent> happened = new ArrayList<>();
    for (CallEvent event : once.values()) {
      if (!corrects(event, once)) {
        happened.add(asCorrected(event, once, List.of()));
      }
    }
    return happened.isEmpty() ? List.copyOf(once.values()) : happened;
  }

  private static boolean corrects(CallEvent event, Map<String, CallEvent> once) {
    return event.type() == CallEventType.CORRECTED
        && event.correctsEventId() != null
        && once.containsKey(event.correctsEventId());
  }

  private static CallEvent asCorrected(
      CallEvent event, Map<String, CallEvent> once, List<String> before) {
    if (before.contains(event.eventId())) {
      return event;
    }
    CallEvent by = null;
    for (CallEvent other : once.values()) {
      if (corrects(other, once)
          && Objects.equals(other.correctsEventId(), event.eventId())
          && (by == null || RECORDED_LAST.compare(other, by) > 0)) {
        by = other;
      }
    }
    if (by == null) {
      return event;
    }
    List<String> seen = new ArrayList<>(before);
    seen.add(event.eventId());
    CallEvent c = asCorrected(by, once, seen);
    return new CallEvent(
        event.eventId(),
        event.type(),
        event.contactId(),
        event.sequence(),
        c.segment() == 0 ? event.segment() : c.segment(),
        c.occurredAt(),
        c.recordedAt() == CallEvent.NEVER ? event.recordedAt() : c.recordedAt(),
        event.channel(),
        or(c.region(), event.region()),
        or(c.queue(), event.queue()),
        or(c.fromQueue(), event.fromQueue()),
        or(c.agentRef(), event.agentRef()),
        or(c.customerRef(), event.customerRef()),
        or(c.ticketId(), event.ticketId()),
        or(c.talkMillis(), event.talkMillis()),
        or(c.holdMillis(), event.holdMillis()),
        or(c.wrapUpMillis(), event.wrapUpMillis()),
        c.callbackDueAt() == CallEvent.NEVER ? event.callbackDueAt() : c.callbackDueAt(),
        event.correctsEventId());
  }

  private static final Comparator<CallEvent> RECORDED_LAST =
      Comparator.comparingLong(
              (CallEvent e) -> e.recordedAt() == CallEvent.NEVER ? e.occurredAt() : e.recordedAt())
          .thenComparingLong(CallEvent::sequence)
          .thenComparing(CallEvent::eventId);

  private static @Nullable String or(@Nullable String stated, @Nullable String before) {
    return stated != null ? stated : before;
  }

  private static long or(long stated, long before) {
    return stated != CallEvent.NOT_STATED ? stated : before;
  }
}
