package io.aftercare.domain.complaint;

/**
 * How widely counts scatter: variance = phi mean + psi mean&sup2;.
 *
 * @param phi 1 is chance alone
 * @param psi from what moves a whole window at once
 */
public record Dispersion(double phi, double psi) {
  /** The variance of a count with this mean. */
  public double variance(double mean) {
    return phi * mean + psi * mean * mean;
  }
}
