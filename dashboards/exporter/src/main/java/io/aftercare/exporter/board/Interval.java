package io.aftercare.exporter.board;

import org.jspecify.annotations.Nullable;

/**
 * How sure a share is: the 95 % interval of Wilson (E. B. Wilson, Probable Inference, JASA 22,
 * 1927), which holds for small counts and for shares near 0 and 1, where the textbook's does not.
 *
 * @param low from 0, to four decimals
 * @param high up to 1, to four decimals
 */
record Interval(double low, double high) {
  /** The normal distribution's 97.5 % quantile. */
  static final double Z = 1.959963984540054;

  /** Of a share of nothing there is none. */
  static @Nullable Interval of(long part, long whole) {
    if (whole <= 0 || part < 0 || part > whole) {
      return null;
    }
    double n = whole;
    double p = part / n;
    double middle = p + Z * Z / (2 * n);
    double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double by = 1 + Z * Z / n;
    return new Interval(
        rounded(Math.max(0, (middle - half) / by)), rounded(Math.min(1, (middle + half) / by)));
  }

  private static double rounded(double share) {
    return Math.rint(share * 1e4) / 1e4;
  }
}
