package io.aftercare.domain.sla;

import io.aftercare.domain.calendar.ServiceCalendar;

/**
 * A time during which a clock ran on one calendar without a pause.
 *
 * @param since when it began, ms since 1970
 * @param spent open time used up until then, ms
 */
public record Stretch(long since, long spent, ServiceCalendar calendar) {

  /** The same, when more was used up before. */
  Stretch after(long more) {
    return new Stretch(since, spent + more, calendar);
  }
}
