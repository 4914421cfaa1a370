package io.aftercare.launcher.replay.report.calls;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * By what the waits of a replay are measured, instead of by the policies.
 *
 * @param threshold the longest wait that is in time; null: as the policies say
 * @param shortAbandon the wait below which an abandon is short; null: as the policies say
 * @param inclusive whether one of exactly that wait is short too, whoever says how long it is
 */
public record CallTerms(
    @Nullable Duration threshold, @Nullable Duration shortAbandon, boolean inclusive) {
  /** All as the policies say. */
  public static final CallTerms OF_POLICIES = new CallTerms(null, null, false);

  /** What is not the policies'. */
  public boolean isStated() {
    return threshold != null || shortAbandon != null || inclusive;
  }

  /** Which answers a column counts, as its name ends: {@code le20s}. */
  String answered() {
    return threshold == null ? "in_time" : "le" + seconds(threshold) + "s";
  }

  /** Which abandons a column counts: {@code le20s}, {@code lt5s} where exactly 5 s is not short. */
  String abandoned() {
    return shortAbandon == null ? "short" : (inclusive ? "le" : "lt") + seconds(shortAbandon) + "s";
  }

  /** A service level's name: {@code sl20}. */
  String level() {
    return threshold == null ? "sl" : "sl" + seconds(threshold);
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
  }
}
