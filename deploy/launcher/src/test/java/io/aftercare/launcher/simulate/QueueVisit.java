package io.aftercare.launcher.simulate;

import io.aftercare.contract.CallEvent;
import io.aftercare.contract.CallEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A caller's visit to a queue, from the entry to what ended the wait.
 *
 * @param first whether it is the call's first
 */
record QueueVisit(
    String region,
    String queue,
    String customer,
    boolean first,
    Instant entered,
    CallEventType end,
    Duration waited) {
  private static final Set<CallEventType> ENDS =
      EnumSet.of(
          CallEventType.ANSWERED,
          CallEventType.ABANDONED,
          CallEventType.OVERFLOWED,
          CallEventType.CALLBACK_REQUESTED,
          CallEventType.VOICEMAIL_LEFT,
          CallEventType.QUEUE_CLOSED,
          CallEventType.FAILED);

  /** Those of a call that have ended. */
  static List<QueueVisit> of(List<CallEvent> call) {
    List<QueueVisit> visits = new ArrayList<>();
    CallEvent entry = null;
    for (CallEvent event : call) {
      if (event.getEventType() == CallEventType.QUEUE_ENTERED) {
        entry = event;
      } else if (entry != null && ENDS.contains(event.getEventType())) {
        visits.add(visit(entry, event));
        entry = null;
      }
    }
    return visits;
  }

  private static QueueVisit visit(CallEvent entry, CallEvent end) {
    return new QueueVisit(
        entry.getRegion(),
        entry.getQueue(),
        entry.getCustomerRef(),
        entry.getSegment() == 1,
        entry.getOccurredAt(),
        end.getEventType(),
        Duration.between(entry.getOccurredAt(), end.getOccurredAt()));
  }

  boolean endedBy(CallEventType type) {
    return end == type;
  }

  boolean endedWithin(Duration threshold) {
    return waited.compareTo(threshold) <= 0;
  }
}
