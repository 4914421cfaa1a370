package io.aftercare.domain.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Calendars and instants as the tests write them; an instant always states its offset. */
final class Hours {
  private final String zone;
  private final Map<DayOfWeek, DayHours> weekly = new EnumMap<>(DayOfWeek.class);
  private final Map<LocalDate, String> holidays = new TreeMap<>();
  private final Map<LocalDate, DayHours> exceptions = new TreeMap<>();

  private Hours(String zone) {
    this.zone = zone;
  }

  static Hours in(String zone) {
    return new Hours(zone);
  }

  /** Monday to Friday from nine to six with an hour for lunch, eight hours a day. */
  static Hours office(String zone) {
    Hours office = in(zone);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
        office.on(day, "09:00-12:30", "13:30-18:00");
      }
    }
    return office;
  }

  Hours on(DayOfWeek day, String... openings) {
    weekly.put(day, DayHours.of(openings));
    return this;
  }

  Hours holiday(String date) {
    holidays.put(LocalDate.parse(date), "");
    return this;
  }

  Hours but(String date, String... openings) {
    exceptions.put(LocalDate.parse(date), DayHours.of(openings));
    return this;
  }

  ServiceHours hours() {
    return new ServiceHours("test", ZoneId.of(zone), weekly, holidays, exceptions);
  }

  ServiceCalendar calendar() {
    return BusinessCalendar.of(hours());
  }

  static long at(String instant) {
    return OffsetDateTime.parse(instant).toInstant().toEpochMilli();
  }

  static long span(String duration) {
    return Duration.parse(duration).toMillis();
  }
}
