package io.aftercare.domain.call;

import io.aftercare.domain.sla.Facts;
import org.jspecify.annotations.Nullable;

/**
 * One agent's part of a contact. Handle time = talk + hold + wrap-up. Instants are ms since 1970,
 * {@link CallEvent#NEVER} if that has not happened; spans are ms, 0 until known.
 *
 * @param segment the visit to a queue that it answered; 0: a callback
 * @param leftAt when the agent left the line
 * @param settledAt when its handle time was final; never of one that timed out
 * @param transferred whether the agent passed the caller on
 * @param timedOut whether no event ended it, but the longest talk that is believed
 */
public record Leg(
    int segment,
    @Nullable String region,
    @Nullable String queue,
    long answeredAt,
    long leftAt,
    long talkMillis,
    long holdMillis,
    long wrapUpMillis,
    long settledAt,
    boolean transferred,
    boolean timedOut) {

  /** Whether the handle time is final. */
  public boolean settled() {
    return settledAt != CallEvent.NEVER;
  }

  /** Whether the agent is on the line. */
  public boolean talking() {
    return leftAt == CallEvent.NEVER;
  }

  /** Talk, hold and wrap-up, ms. */
  public long handleMillis() {
    return talkMillis + holdMillis + wrapUpMillis;
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
