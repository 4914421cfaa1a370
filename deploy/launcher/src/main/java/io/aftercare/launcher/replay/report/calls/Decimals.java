package io.aftercare.launcher.replay.report.calls;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Ratios and means as the reports write them: the nearest double, rounded to four decimals, as many
 * of them as are needed and at least one; empty where there is nothing to divide by.
 */
final class Decimals {
  private static final int DECIMALS = 4;

  private Decimals() {}

  static String ratio(long part, long whole) {
    return whole == 0 ? "" : text((double) part / whole);
  }

  static String averageSeconds(long sumMillis, long count) {
    return count == 0 ? "" : text(sumMillis / (1000.0 * count));
  }

  /** A tie of the double itself goes to the even digit, as in most languages' own rounding. */
  private static String text(double value) {
    String plain =
        new BigDecimal(value)
            .setScale(DECIMALS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }
}
