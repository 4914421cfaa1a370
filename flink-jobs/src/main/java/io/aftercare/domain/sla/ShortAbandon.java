package io.aftercare.domain.sla;

import java.io.Serializable;

/**
 * Which callers who hang up had hardly waited, so that some definitions of a service level leave
 * them out.
 *
 * @param millis the wait below which an abandon is short
 * @param inclusive whether one of exactly that wait is short too
 */
public record ShortAbandon(long millis, boolean inclusive) implements Serializable {
  /** Below 5 s. */
  public static final ShortAbandon USUAL = new ShortAbandon(5_000, false);

  /** Refuses what makes no sense; the message says why. */
  public ShortAbandon {
    if (millis < 0) {
      throw new IllegalArgumentException("short abandons are below " + millis + " ms; 0 or more");
    }
  }

  /** Whether an abandon after this wait is short, ms. */
  public boolean covers(long waitMillis) {
    return inclusive ? waitMillis <= millis : waitMillis < millis;
  }
}
