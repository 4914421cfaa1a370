package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
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
 * Applies corrections to the events that they correct. A CORRECTED that names another event
 * replaces its time and what it states of its facts, and is itself no event of the ticket; of
 * several, the one that was recorded last counts. One that names no event, or one that has not been
 * seen or that no source sent, stands for itself. A correction may be corrected; a circle of
 * corrections corrects nothing, nor do corrections after which no event would be left to open the
 * ticket.
 */
final class Corrections {
  private static final Comparator<TicketEvent> RECORDED =
      Comparator.comparingLong(Corrections::recorded)
          .thenComparingLong(TicketEvent::sequence)
          .thenComparing(TicketEvent::eventId);

  private final Map<String, TicketEvent> byId = new HashMap<>();
  private final Map<String, TicketEvent> corrections = new HashMap<>();

  private Corrections(Collection<TicketEvent> events) {
    events.stream().filter(e -> !e.made()).forEach(e -> byId.put(e.eventId(), e));
    for (TicketEvent event : events) {
      String target = target(event);
      if (target != null && byId.containsKey(target)) {
        corrections.merge(target, event, (a, b) -> RECORDED.compare(a, b) < 0 ? b : a);
      }
    }
  }

  /** What really happened. */
  static List<TicketEvent> applied(Collection<TicketEvent> events) {
    if (events.stream().allMatch(e -> target(e) == null)) {
      return List.copyOf(events);
    }
    Corrections all = new Corrections(events);
    List<TicketEvent> happened = new ArrayList<>();
    for (TicketEvent event : events) {
      String target = target(event);
      if (target == null || !all.byId.containsKey(target)) {
        happened.add(all.corrected(event, new HashSet<>()));
      }
    }
    boolean opens = happened.stream().anyMatch(e -> !e.made());
    return opens ? happened : List.copyOf(events);
  }

  private TicketEvent corrected(TicketEvent event, Set<String> seen) {
    TicketEvent correction = corrections.get(event.eventId());
    return correction == null || !seen.add(event.eventId())
        ? event
        : event.correctedBy(corrected(correction, seen));
  }

  /** The event that this one corrects, or null. */
  static @Nullable String target(TicketEvent event) {
    return event.type() == EventType.CORRECTED ? event.correctsEventId() : null;
  }

  private static long recorded(TicketEvent event) {
    return event.recordedAt() == Clock.NEVER ? event.occurredAt() : event.recordedAt();
  }
}
