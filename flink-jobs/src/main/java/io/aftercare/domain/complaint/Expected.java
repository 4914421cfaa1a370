package io.aftercare.domain.complaint;

/**
 * What one bin is expected to count.
 *
 * @param mean complaints
 * @param variance of the count, what is not known of the mean included
 */
public record Expected(double mean, double variance) {
  /** Where the usual ends: so many standard deviations above the mean. */
  public double above(double deviations) {
    return mean + deviations * Math.sqrt(variance);
  }

  /** The same below, at least 0. */
  public double below(double deviations) {
    return Math.max(0, mean - deviations * Math.sqrt(variance));
  }

  /** The chance that nothing at all is counted. */
  public double chanceOfNone() {
    return NegativeBinomial.chanceOfNone(mean, variance);
  }
}
