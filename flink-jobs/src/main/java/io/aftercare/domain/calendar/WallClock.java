package io.aftercare.domain.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Wall-clock openings of a zone as instants.
 *
 * <p>An opening lasts from the first instant at which the wall clock shows a time in it to the last
 * one. So where clocks go forward, an edge in the hour that does not exist is the instant of the
 * change; where they go back, an opening that starts in the repeated hour starts the first time
 * that hour is shown and one that ends in it ends the second time.
 */
final class WallClock {
  private final ZoneRules rules;

  WallClock(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** When an opening of this date begins, ms. */
  long opens(LocalDate date, Opening opening) {
    LocalDateTime shown = at(date, opening.start());
    ZoneOffsetTransition change = rules.getTransition(shown);
    if (change == null) {
      return millis(shown, rules.getOffset(shown));
    }
    return change.isGap()
        ? change.toEpochSecond() * 1_000
        : millis(shown, change.getOffsetBefore());
  }

  /** When an opening of this date ends, ms; not after its beginning if the clock skips it all. */
  long closes(LocalDate date, Opening opening) {
    LocalDateTime shown = at(date, opening.end());
    ZoneOffsetTransition change = rules.getTransition(shown);
    if (change == null) {
      return millis(shown, rules.getOffset(shown));
    }
    if (change.isGap()) {
      return change.toEpochSecond() * 1_000;
    }
    // What ends as the repeated hour begins holds none of it.
    boolean before = shown.equals(change.getDateTimeAfter());
    return millis(shown, before ? change.getOffsetBefore() : change.getOffsetAfter());
  }

  private static LocalDateTime at(LocalDate date, int minute) {
    return date.atStartOfDay().plusMinutes(minute);
  }

  private static long millis(LocalDateTime shown, ZoneOffset offset) {
    return shown.toEpochSecond(offset) * 1_000;
  }
}
