package io.aftercare.domain.call;

import java.io.Serializable;

/**
 * Until when it is believed that something goes on of which no event tells the end. Spans are ms.
 *
 * @param waitMillis the longest wait in a queue
 * @param talkMillis the longest leg
 * @param wrapUpMillis how long after a leg its wrap-up may end
 */
public record CallLimits(long waitMillis, long talkMillis, long wrapUpMillis)
    implements Serializable {

  /** Refuses what makes no sense; the message says why. */
  public CallLimits {
    if (waitMillis <= 0 || talkMillis <= 0 || wrapUpMillis <= 0) {
      throw new IllegalArgumentException(
          "limits of wait, talk and wrap-up must be positive, but are %d, %d and %d ms"
              .formatted(waitMillis, talkMillis, wrapUpMillis));
    }
  }
}
