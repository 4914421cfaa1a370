package io.aftercare.launcher.simulate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** Local time of a zone, by its rules for each date; the offset in force is remembered. */
final class LocalClock {
  static final long HOUR = 3_600_000L;
  static final long DAY = 24 * HOUR;

  /** 1 January 1970 was a Thursday, the fourth day of a week that begins on Monday. */
  private static final long MONDAY_SHIFT = 3 * DAY;

  private final ZoneRules rules;
  private long validFrom = 1;
  private long validUntil = 0;
  private long offsetMillis;

  LocalClock(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** Milliseconds since the local Monday 00:00, on the wall's clock face. */
  long weekMillis(long atMillis) {
    return Math.floorMod(localMillis(atMillis) + MONDAY_SHIFT, 7 * DAY);
  }

  /** Hour of the week, 0 = Monday 00:00-01:00. */
  int weekHour(long atMillis) {
    return (int) (weekMillis(atMillis) / HOUR);
  }

  int hourOfDay(long atMillis) {
    return (int) (Math.floorMod(localMillis(atMillis), DAY) / HOUR);
  }

  /** Days since 1 January 1970, local. */
  long day(long atMillis) {
    return Math.floorDiv(localMillis(atMillis), DAY);
  }

  private long localMillis(long atMillis) {
    if (atMillis < validFrom || atMillis >= validUntil) {
      learn(Instant.ofEpochMilli(atMillis));
    }
    return atMillis + offsetMillis;
  }

  private void learn(Instant at) {
    offsetMillis = rules.getOffset(at).getTotalSeconds() * 1000L;
    validFrom = millisOf(rules.previousTransition(at.plusMillis(1)), Long.MIN_VALUE);
    validUntil = millisOf(rules.nextTransition(at), Long.MAX_VALUE);
  }

  private static long millisOf(@Nullable ZoneOffsetTransition transition, long otherwise) {
    return transition == null ? otherwise : transition.getInstant().toEpochMilli();
  }
}
