package io.aftercare.domain.expectation;

/**
 * Between what bounds a share lies with 95 % confidence, when so many of so many had it: E. B.
 * Wilson's score interval (Journal of the American Statistical Association 22, 1927), without
 * correction for continuity. Unlike p ± 1.96 standard errors it stays within 0 and 1 and says
 * something true where none or all had it.
 *
 * @param low from 0
 * @param high to 1
 */
public record Wilson(double low, double high) {
  /** The normal distribution's 97.5 % quantile. */
  static final double Z = 1.959964;

  /** The interval of a share; nothing is known of none. */
  public static Wilson of(long had, long all) {
    if (had < 0 || all < had) {
      throw new IllegalArgumentException(had + " of " + all);
    }
    if (all == 0) {
      return new Wilson(0, 1);
    }
    double share = had / (double) all;
    double squares = Z * Z / all;
    double centre = share + squares / 2;
    double spread = Z * Math.sqrt((share * (1 - share) + squares / 4) / all);
    return new Wilson(
        Math.max(0, (centre - spread) / (1 + squares)),
        Math.min(1, (centre + spread) / (1 + squares)));
  }
}
