package io.aftercare.domain.call;

import io.aftercare.domain.sla.Facts;
import org.jspecify.annotations.Nullable;

/**
 * One visit to a queue. The wait runs from entering to the exit; what was before (the IVR) is no
 * part of it. Instants are ms since 1970, {@link CallEvent#NEVER} if it goes on.
 *
 * @param number within the contact, from 1
 * @param terms the queue's, in force when it was entered
 * @param timedOut whether no event ended the wait, but the longest that is believed
 */
public record Segment(
    int number,
    @Nullable String region,
    @Nullable String queue,
    long enteredAt,
    long exitedAt,
    Outcome outcome,
    QueueTerms terms,
    boolean timedOut) {

  /** Whether the caller is in the queue. */
  public boolean waiting() {
    return outcome == Outcome.WAITING;
  }

  /** Time in the queue, ms; only of a wait that ended. */
  public long waitMillis() {
    return exitedAt - enteredAt;
  }

  /** The region of the queue, or {@link Facts#UNKNOWN_REGION}. */
  public String regionLabel() {
    return region == null ? Facts.UNKNOWN_REGION : region;
  }

  /** The queue, or {@link Contact#UNKNOWN_QUEUE}. */
  public String queueLabel() {
    return queue == null ? Contact.UNKNOWN_QUEUE : queue;
  }
}
