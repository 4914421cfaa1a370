package io.aftercare.domain.sla;

import io.aftercare.domain.calendar.ServiceCalendar;
import java.io.Serializable;

/**
 * One version of one calendar.
 *
 * @param version from 1; 0 is {@code 24x7}, which has no other
 * @param effectiveFrom from when on this version is the one in force, ms since 1970
 * @param overtakesRunning whether, once in force, it also rules clocks that run on an older version
 */
public record CalendarVersion(
    int version, long effectiveFrom, boolean overtakesRunning, ServiceCalendar calendar)
    implements Serializable {

  /** {@code 24x7}. */
  public static final CalendarVersion AROUND_THE_CLOCK =
      new CalendarVersion(0, Policy.ALWAYS, false, ServiceCalendar.AROUND_THE_CLOCK);

  /** The calendar's id. */
  public String id() {
    return calendar.id();
  }
}
