package io.aftercare.domain.expectation;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.calendar.DayHours;
import io.aftercare.domain.calendar.ServiceCalendar;
import io.aftercare.domain.calendar.ServiceHours;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which hour of the week it is in a region, by its zone and service calendar. A region that is not
 * listed is on UTC; without a calendar of its own, or on {@code 24x7}, Saturday and Sunday are its
 * days of rest. Else those weekdays are on which its calendar never opens.
 */
public final class RegionClock {
  static final long HOUR = 3_600_000;
  private static final int WEEKEND = 0b110_0000;

  private final Rulebook rules;

  /** By these regions and calendars. */
  public RegionClock(Rulebook rules) {
    this.rules = rules;
  }

  /** The hour that an instant is in. */
  public WeekHour at(String region, long instant) {
    return of(region, startOf(region, instant), endOf(region, instant));
  }

  /** An hour that closed. */
  public WeekHour of(HourOfRegion hour) {
    return of(hour.region(), hour.hourStart(), hour.hourEnd());
  }

  private WeekHour of(String region, long start, long end) {
    ZonedDateTime local = local(region, start);
    ServiceHours hours = hours(region, start);
    LocalDate date = local.toLocalDate();
    int slot = (date.getDayOfWeek().getValue() - 1) * WeekHour.HOURS + local.getHour();
    if (hours != null && closedUnlikeItsWeekday(hours, date)) {
      slot = WeekHour.CLOSED_DAY + local.getHour();
    }
    boolean first = local.withEarlierOffsetAtOverlap().equals(local);
    return new WeekHour(
        slot, restDays(hours), first && end - start == HOUR, (end - start) / (double) HOUR);
  }

  /** Where it begins, ms. */
  public long startOf(String region, long instant) {
    return local(region, instant).truncatedTo(ChronoUnit.HOURS).toInstant().toEpochMilli();
  }

  /** Where the local clock hour ends that an instant is in, ms; later than the instant. */
  public long endOf(String region, long instant) {
    long end = startOf(region, instant) + HOUR;
    return end > instant ? end : end + HOUR; // clocks were set back by less than an hour
  }

  private ZonedDateTime local(String region, long instant) {
    Region listed = rules.regions().get(region);
    ZoneId zone = listed == null ? ZoneOffset.UTC : listed.zone();
    return Instant.ofEpochMilli(instant).atZone(zone);
  }

  private @Nullable ServiceHours hours(String region, long instant) {
    Region listed = rules.regions().get(region);
    ServiceCalendar found = ServiceCalendar.AROUND_THE_CLOCK;
    long since = Long.MIN_VALUE;
    for (CalendarVersion version : rules.calendars()) {
      boolean applies = listed != null && version.id().equals(listed.calendar());
      if (applies && version.effectiveFrom() <= instant && version.effectiveFrom() >= since) {
        found = version.calendar();
        since = version.effectiveFrom();
      }
    }
    return found instanceof BusinessCalendar business ? business.hours() : null;
  }

  private static boolean closedUnlikeItsWeekday(ServiceHours hours, LocalDate date) {
    return hours.on(date).isClosed() && hours.weekly().containsKey(date.getDayOfWeek());
  }

  private static int restDays(@Nullable ServiceHours hours) {
    if (hours == null) {
      return WEEKEND;
    }
    int rest = 0;
    for (DayOfWeek day : DayOfWeek.values()) {
      if (hours.weekly().getOrDefault(day, DayHours.CLOSED).isClosed()) {
        rest |= 1 << (day.getValue() - 1);
      }
    }
    return rest == 0 ? WEEKEND : rest;
  }
}
