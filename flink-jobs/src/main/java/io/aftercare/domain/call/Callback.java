package io.aftercare.domain.call;

import io.aftercare.domain.sla.Facts;
import org.jspecify.annotations.Nullable;

/**
 * A call that the customer was promised. Its clock stands beside it in the contact, under the cycle
 * of its number. Instants are ms since 1970.
 *
 * @param number within the contact, from 1
 * @param startedAt when somebody called, {@link CallEvent#NEVER} until then
 * @param givenUp whether another took its place before anybody called
 */
public record Callback(
    int number,
    @Nullable String region,
    @Nullable String queue,
    long requestedAt,
    long startedAt,
    boolean givenUp) {

  /** Whether the customer still waits for the call. */
  public boolean waiting() {
    return startedAt == CallEvent.NEVER && !givenUp;
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
