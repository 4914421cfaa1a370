package io.aftercare.domain.complaint;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.calendar.ServiceHours;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/**
 * The weeks of regions, by their zones and the holidays of their calendars.
 *
 * @param unlisted zone of regions that the rules do not list
 */
public record RegionWeeks(Rulebook rules, ZoneId unlisted) implements Serializable {

  /** The week of a region; a day that any version of its calendar names a holiday is a Sunday. */
  public LocalWeek of(String region) {
    Region listed = rules.regions().get(region);
    if (listed == null) {
      return LocalWeek.of(unlisted);
    }
    Set<LocalDate> holidays = new HashSet<>();
    for (CalendarVersion version : rules.calendars()) {
      if (version.id().equals(listed.calendar())
          && version.calendar() instanceof BusinessCalendar business) {
        ServiceHours hours = business.hours();
        holidays.addAll(hours.holidays().keySet());
      }
    }
    return new LocalWeek(listed.zone(), holidays::contains);
  }
}
