package io.aftercare.domain.expectation;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.calendar.DayHours;
import io.aftercare.domain.calendar.ServiceHours;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Regions and hours as the tests write them. */
final class Places {
  static final long HOUR = RegionClock.HOUR;

  /** A Monday, midnight in UTC. */
  static final long MONDAY = at("2026-01-05T00:00:00Z");

  /** On UTC, never closed. */
  static final String PLAIN = "plain";

  /** In Berlin, Monday to Friday from nine to six; 1 May 2026, a Friday, is a holiday. */
  static final String BERLIN = "berlin";

  /** In Kolkata, half an hour off; rests on Sundays only. */
  static final String KOLKATA = "kolkata";

  static final Rulebook RULES =
      Rulebook.of(
          List.of(),
          List.of(
              week(
                  "office",
                  "Europe/Berlin",
                  DayOfWeek.FRIDAY,
                  Map.of(LocalDate.of(2026, 5, 1), "", LocalDate.of(2026, 5, 2), ""),
                  Map.of(LocalDate.of(2026, 5, 4), DayHours.CLOSED)),
              week("shop", "Asia/Kolkata", DayOfWeek.SATURDAY, Map.of(), Map.of())),
          List.of(
              new Region(PLAIN, ZoneId.of("UTC"), "24x7"),
              new Region(BERLIN, ZoneId.of("Europe/Berlin"), "office"),
              new Region(KOLKATA, ZoneId.of("Asia/Kolkata"), "shop")));

  private Places() {}

  private static CalendarVersion week(
      String id,
      String zone,
      DayOfWeek last,
      Map<LocalDate, String> holidays,
      Map<LocalDate, DayHours> exceptions) {
    Map<DayOfWeek, DayHours> weekly = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(last) <= 0) {
        weekly.put(day, DayHours.of("09:00-18:00"));
      }
    }
    return new CalendarVersion(
        1,
        Policy.ALWAYS,
        false,
        BusinessCalendar.of(new ServiceHours(id, ZoneId.of(zone), weekly, holidays, exceptions)));
  }

  static long at(String instant) {
    return OffsetDateTime.parse(instant).toInstant().toEpochMilli();
  }

  /** An hour in which so many were created and so many events came, and nothing else. */
  static HourOfRegion hour(String region, long start, long created) {
    return new HourOfRegion(region, start, start + HOUR, created, 0, -1, -1, -1, created);
  }
}
