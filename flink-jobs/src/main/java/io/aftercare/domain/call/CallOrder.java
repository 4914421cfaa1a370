package io.aftercare.domain.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which a contact's events take effect, whatever order they arrive in: the first
 * OFFERED before all others; then by time; then by the source's sequence if every event has one;
 * then by the order of a call's life; then by id. Total on events of distinct ids.
 */
final class CallOrder {
  private static final Comparator<CallEvent> TIME = Comparator.comparingLong(CallEvent::occurredAt);
  private static final Comparator<CallEvent> TIE =
      Comparator.comparingInt((CallEvent e) -> e.type().rank()).thenComparing(CallEvent::eventId);
  private static final Comparator<CallEvent> SEQUENCED =
      TIME.thenComparingLong(CallEvent::sequence).thenComparing(TIE);
  private static final Comparator<CallEvent> UNSEQUENCED = TIME.thenComparing(TIE);

  private CallOrder() {}

  /** All events of a contact as they take effect. */
  static List<CallEvent> sorted(Collection<CallEvent> events) {
    List<CallEvent> sorted = new ArrayList<>(events);
    sorted.sort(events.stream().allMatch(CallEvent::sequenced) ? SEQUENCED : UNSEQUENCED);
    for (CallEvent event : sorted) {
      if (event.type() == CallEventType.OFFERED) {
        sorted.remove(event);
        sorted.add(0, event);
        break;
      }
    }
    return sorted;
  }
}
