package io.aftercare.io.kafka.live;

/**
 * The time after a broker could not be reached. Producers hold back what they could not send, and
 * come back one by one, up to ten seconds after the broker (the longest pause between attempts of
 * the usual clients). So a partition that looks read to its end is not believed at once: things
 * have settled when for {@link #SETTLING_MILLIS} nothing arrived that happened during the outage.
 * That takes at most {@link #LONGEST_MILLIS}: a source that back-dates for ever stops no clock.
 *
 * <p>Instants are ms since 1970; not thread-safe.
 */
final class Outage {
  static final long SETTLING_MILLIS = 10_000;
  static final long LONGEST_MILLIS = 60_000;

  private static final long NEVER = Long.MAX_VALUE;

  private boolean goingOn;
  private boolean settling;
  private long lastReached = Long.MIN_VALUE;
  private long begin;
  private long end;
  private long endedFirst;
  private long quietSince;
  private long flowingSince = NEVER;

  /** The broker did not answer. */
  void goesOn() {
    if (!goingOn && !settling) {
      begin = lastReached;
    }
    goingOn = true;
  }

  /** The broker answered what it was asked at this instant. */
  void over(long askedAt) {
    lastReached = askedAt;
    if (!goingOn) {
      return;
    }
    goingOn = false;
    flowingSince = NEVER;
    end = askedAt;
    quietSince = askedAt;
    if (!settling) {
      settling = true;
      endedFirst = askedAt;
    }
  }

  void read(long occurredAt, long arrivedAt) {
    if (goingOn && flowingSince == NEVER) {
      flowingSince = arrivedAt;
    }
    if (settling && begin <= occurredAt && occurredAt <= end) {
      quietSince = Math.max(quietSince, arrivedAt);
    }
  }

  /**
   * Whether held back records may still arrive. So they may while nothing is answered, unless
   * records have been flowing for long all the same: a broker that answers no questions.
   */
  boolean settles(long now) {
    if (goingOn) {
      return flowingSince == NEVER || now - flowingSince < LONGEST_MILLIS;
    }
    if (now - quietSince >= SETTLING_MILLIS || now - endedFirst >= LONGEST_MILLIS) {
      settling = false;
    }
    return settling;
  }
}
