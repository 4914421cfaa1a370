package io.aftercare.domain.expectation;

/**
 * A local clock hour's place in the week: 168 hours from Monday midnight on, and 24 of days that
 * are closed unlike their weekday.
 *
 * @param slot 0 to 191
 * @param restDays bits from Monday (1) to Sunday (64): the days of the week that are alike in being
 *     days of rest; the closed day is alike to these
 * @param whole whether it lasts an hour and is the first of its name on its date. The others (where
 *     clocks are set back) are compared, but nothing is learnt of them, so that no hour of the week
 *     is learnt twice in one
 * @param share of an hour that it lasts
 */
public record WeekHour(int slot, int restDays, boolean whole, double share) {
  static final int HOURS = 24;
  static final int DAYS = 7;

  /** Where the hours of closed days begin. */
  static final int CLOSED_DAY = DAYS * HOURS;

  /** All slots. */
  static final int SLOTS = CLOSED_DAY + HOURS;

  private int day() {
    return slot / HOURS;
  }

  private int hour() {
    return slot % HOURS;
  }

  private boolean rest() {
    return slot >= CLOSED_DAY || isRest(day());
  }

  private boolean isRest(int day) {
    return (restDays >> day & 1) != 0;
  }

  /** Whether the same hour of another day says something of this one. */
  boolean isLike(int day) {
    return day != day() && isRest(day) == rest();
  }

  /** The slot of the same hour on another day of the week. */
  int slotOn(int day) {
    return day * HOURS + hour();
  }
}
