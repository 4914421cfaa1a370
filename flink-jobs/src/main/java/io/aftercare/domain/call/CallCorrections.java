package io.aftercare.domain.call;

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
 * replaces its time and what it states, and is itself no event of the contact; of several, the one
 * that was recorded last counts. One that names no event, or one that has not been seen, stands for
 * itself and does nothing. A correction may be corrected; a circle of corrections corrects nothing,
 * nor do corrections after which no event would be left.
 */
final class CallCorrections {
  private static final Comparator<CallEvent> RECORDED =
      Comparator.comparingLong(CallCorrections::recorded)
          .thenComparingLong(CallEvent::sequence)
          .thenComparing(CallEvent::eventId);

  private final Set<String> known = new HashSet<>();
  private final Map<String, CallEvent> corrections = new HashMap<>();

  private CallCorrections(Collection<CallEvent> events) {
    events.forEach(e -> known.add(e.eventId()));
    for (CallEvent event : events) {
      String target = target(event);
      if (target != null && known.contains(target)) {
        corrections.merge(target, event, (a, b) -> RECORDED.compare(a, b) < 0 ? b : a);
      }
    }
  }

  /** What really happened. */
  static Collection<CallEvent> applied(Collection<CallEvent> events) {
    if (events.stream().allMatch(e -> target(e) == null)) {
      return events;
    }
    CallCorrections all = new CallCorrections(events);
    List<CallEvent> happened = new ArrayList<>();
    for (CallEvent event : events) {
      String target = target(event);
      if (target == null || !all.known.contains(target)) {
        happened.add(all.corrected(event, new HashSet<>()));
      }
    }
    return happened.isEmpty() ? events : happened;
  }

  private CallEvent corrected(CallEvent event, Set<String> seen) {
    CallEvent correction = corrections.get(event.eventId());
    return correction == null || !seen.add(event.eventId())
        ? event
        : event.correctedBy(corrected(correction, seen));
  }

  private static @Nullable String target(CallEvent event) {
    return event.type() == CallEventType.CORRECTED ? event.correctsEventId() : null;
  }

  private static long recorded(CallEvent event) {
    return event.recordedAt() == CallEvent.NEVER ? event.occurredAt() : event.recordedAt();
  }
}
