package io.aftercare.launcher.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they stand in rules and sentences. */
final class Figures {
  private static final int DIGITS = 6;

  private Figures() {}

  /** At most six decimals, none for show: {@code 3.36}. */
  static String plain(double figure) {
    BigDecimal rounded = BigDecimal.valueOf(figure).setScale(DIGITS, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString();
  }

  /** {@code 50.4 %}. */
  static String percent(double share) {
    return plain(share * 100) + " %";
  }
}
