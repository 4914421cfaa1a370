package io.aftercare.domain.expectation;

/**
 * What is usual of a figure in an hour of the week.
 *
 * @param value per hour, or ms, or open tickets
 * @param basis what it was learnt of
 */
public record Usual(double value, Basis basis) {

  /** Where an expectation comes from. */
  public enum Basis {
    /** Two weeks or more of this very hour. */
    THIS_HOUR,
    /** This hour of other days alike, because this very hour was seen less than twice. */
    DAYS_ALIKE
  }
}
