package io.aftercare.domain.ticket;

/**
 * What an event says that no clock depends on: whose ticket and which device it is about, and what
 * was filled in and answered.
 *
 * @param customer a hash of the customer's pseudonym, 0 if not stated
 * @param asset a hash of the device's pseudonym, 0 if not stated
 * @param score answer of a survey in hundredths of a scale from 0 to 100, {@link #NO_SCORE} if it
 *     is none
 * @param tenPoint whether the survey's own scale was exactly 0 to 10
 * @param missingFields how many fields of the intake were left empty
 */
public record Details(long customer, long asset, int score, boolean tenPoint, int missingFields) {
  /** No survey was answered. */
  public static final int NO_SCORE = -1;

  /** Nothing is said. */
  public static final Details NONE = new Details(0, 0, NO_SCORE, false, 0);

  /** An older version did not keep what was said. */
  public static final Details LOST = new Details(0, 0, NO_SCORE, false, -1);

  /** These, with what a correction states over them. */
  Details correctedBy(Details over) {
    return new Details(
        over.customer != 0 ? over.customer : customer,
        over.asset != 0 ? over.asset : asset,
        over.score != NO_SCORE ? over.score : score,
        over.score != NO_SCORE ? over.tenPoint : tenPoint,
        over.missingFields > 0 ? over.missingFields : missingFields);
  }
}
