package io.aftercare.io.policy;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.calendar.DayHours;
import io.aftercare.domain.calendar.Opening;
import io.aftercare.domain.calendar.ServiceHours;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.io.yaml.YamlError;
import io.aftercare.io.yaml.YamlSection;
import io.aftercare.io.yaml.YamlValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one version of one calendar. */
final class CalendarReader {
  static final List<String> KEYS =
      List.of(
          "id",
          "version",
          "effective_from",
          "running_clocks",
          "zone",
          "weekly",
          "holidays",
          "exceptions");

  private static final Map<String, DayOfWeek> DAYS =
      Arrays.stream(DayOfWeek.values())
          .collect(
              Collectors.toMap(
                  ServiceHours::shortName, day -> day, (a, b) -> a, LinkedHashMap::new));

  private CalendarReader() {}

  static Placed<CalendarVersion> read(YamlValue value) {
    YamlSection section = new YamlSection(value, KEYS);
    int version = section.required("version").number(1);
    CalendarVersion calendar =
        new CalendarVersion(
            version,
            PolicyReader.effectiveFrom(section),
            PolicyReader.overtakes(section),
            BusinessCalendar.of(hours(section)));
    return new Placed<>(calendar, section);
  }

  private static ServiceHours hours(YamlSection section) {
    YamlValue weekly = section.required("weekly");
    Map<LocalDate, String> holidays = dates(section.optional("holidays"), YamlValue::textOrNothing);
    Map<LocalDate, DayHours> exceptions =
        dates(section.optional("exceptions"), CalendarReader::day);
    for (LocalDate date : exceptions.keySet()) {
      if (holidays.containsKey(date)) {
        throw at(section, "exceptions", date)
            .error("the date is a holiday too; keep one of the two");
      }
    }
    try {
      return new ServiceHours(
          id(section.required("id")),
          Scalars.zone(section.required("zone")),
          week(weekly),
          holidays,
          exceptions);
    } catch (IllegalArgumentException e) {
      throw weekly.error(String.valueOf(e.getMessage()));
    }
  }

  private static String id(YamlValue id) {
    if (id.text().equals(ClockRules.BUSINESS) || id.text().equals("24x7")) {
      throw id.error("the calendar '" + id.text() + "' is always there; call this one otherwise");
    }
    return Scalars.id(id);
  }

  private static YamlValue at(YamlSection section, String key, LocalDate date) {
    return section.required(key).entries().getOrDefault(date.toString(), section.required(key));
  }

  private static Map<DayOfWeek, DayHours> week(YamlValue weekly) {
    Map<DayOfWeek, DayHours> week = new LinkedHashMap<>();
    weekly
        .entries()
        .forEach(
            (name, hours) -> {
              DayOfWeek day = DAYS.get(name);
              if (day == null) {
                throw hours.error(
                    "'%s' is no day; right would be one of %s"
                        .formatted(name, String.join(", ", DAYS.keySet())));
              }
              week.put(day, day(hours));
            });
    return week;
  }

  private static DayHours day(YamlValue hours) {
    List<Opening> openings = new ArrayList<>();
    for (YamlValue each : hours.items()) {
      openings.add(checked(each, () -> Opening.parse(each.text())));
      checked(each, () -> new DayHours(openings)); // overlaps are this opening's fault
    }
    return new DayHours(openings);
  }

  private static <T> Map<LocalDate, T> dates(
      @Nullable YamlValue dates, Function<YamlValue, T> meaning) {
    Map<LocalDate, T> all = new LinkedHashMap<>();
    if (dates != null) {
      dates.entries().forEach((key, value) -> all.put(date(key, value), meaning.apply(value)));
    }
    return all;
  }

  private static LocalDate date(String key, YamlValue at) {
    LocalDate date = Scalars.date(key, at);
    if (date.getYear() < ServiceHours.FIRST_YEAR || date.getYear() > ServiceHours.LAST_YEAR) {
      throw at.error(
          "the year is outside %d to %d"
              .formatted(ServiceHours.FIRST_YEAR, ServiceHours.LAST_YEAR));
    }
    return date;
  }

  private static <T> T checked(YamlValue value, java.util.function.Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new YamlError(value.place(), String.valueOf(e.getMessage()));
    }
  }
}
