package io.aftercare.domain.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a calendar says, as people write it: wall-clock hours by day of the week in a zone, and the
 * dates that differ.
 *
 * <p>Every calendar opens at least once a week, so that time on it never ends; one that does not is
 * refused. A date is either a holiday or an exception, never both.
 *
 * @param id 1 to 64 letters, digits, dots, underscores or dashes
 * @param zone an IANA zone
 * @param weekly hours by day; a day that is missing is closed
 * @param holidays closed dates and their names; a name may be empty
 * @param exceptions dates with hours of their own: half days, working weekends, closings
 */
public record ServiceHours(
    String id,
    ZoneId zone,
    Map<DayOfWeek, DayHours> weekly,
    Map<LocalDate, String> holidays,
    Map<LocalDate, DayHours> exceptions)
    implements Serializable {

  /** The first year in which a date can differ, and the first that calendars know at all. */
  public static final int FIRST_YEAR = 1900;

  /** The last year that calendars know; before and after all of them are closed. */
  public static final int LAST_YEAR = 2199;

  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}._-]{1,64}");

  /** Refuses what is no calendar; the message says why. */
  public ServiceHours {
    weekly = sorted(weekly);
    weekly.values().removeIf(DayHours::isClosed);
    weekly = Collections.unmodifiableMap(weekly);
    holidays = Collections.unmodifiableMap(sorted(holidays));
    exceptions = Collections.unmodifiableMap(sorted(exceptions));
    checkId(id);
    checkWeek(weekly);
    holidays.keySet().forEach(ServiceHours::checkYear);
    exceptions.keySet().forEach(ServiceHours::checkYear);
    for (LocalDate date : exceptions.keySet()) {
      if (holidays.containsKey(date)) {
        throw new IllegalArgumentException(date + " is both a holiday and an exception; keep one");
      }
    }
  }

  /** The hours of a date: those of the date itself if it differs, else those of its weekday. */
  public DayHours on(LocalDate date) {
    if (holidays.containsKey(date)) {
      return DayHours.CLOSED;
    }
    DayHours own = exceptions.get(date);
    return own != null ? own : weekly.getOrDefault(date.getDayOfWeek(), DayHours.CLOSED);
  }

  /** All of it in one line of YAML; equal hours have equal lines. */
  public String description() {
    return "{id: %s, zone: %s, weekly: %s, holidays: %s, exceptions: %s}"
        .formatted(
            quoted(id),
            quoted(zone.getId()),
            flow(weekly, ServiceHours::shortName, DayHours::toString),
            flow(holidays, LocalDate::toString, ServiceHours::quoted),
            flow(exceptions, LocalDate::toString, DayHours::toString));
  }

  /** {@code mon} to {@code sun}. */
  public static String shortName(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private static <K extends Comparable<? super K>, V> Map<K, V> sorted(Map<K, V> entries) {
    return new TreeMap<>(entries);
  }

  private static void checkId(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id '" + id + "' is not 1 to 64 letters, digits, dots, underscores or dashes");
    }
    if (id.equals(AroundTheClock.ID)) {
      throw new IllegalArgumentException(id + " is always there; give this calendar another id");
    }
  }

  private static void checkWeek(Map<DayOfWeek, DayHours> weekly) {
    if (weekly.isEmpty()) {
      throw new IllegalArgumentException(
          "opens on no day of the week; give at least one, such as mon: [\"09:00-18:00\"]");
    }
    for (Map.Entry<DayOfWeek, DayHours> day : weekly.entrySet()) {
      DayOfWeek next = day.getKey().plus(1);
      DayHours morning = weekly.getOrDefault(next, DayHours.CLOSED);
      if (day.getValue().runsInto(morning)) {
        throw new IllegalArgumentException(
            "%s %s runs into %s %s; end it earlier"
                .formatted(shortName(day.getKey()), day.getValue(), shortName(next), morning));
      }
    }
  }

  private static void checkYear(LocalDate date) {
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException(
          date + " is outside the years " + FIRST_YEAR + " to " + LAST_YEAR);
    }
  }

  private static <K, V> String flow(
      Map<K, V> entries, Function<K, String> key, Function<V, String> value) {
    return entries.entrySet().stream()
        .map(entry -> key.apply(entry.getKey()) + ": " + value.apply(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') {
        quoted.append('\\').append(each);
      } else if (Character.isISOControl(each)) {
        quoted.append("\\u%04x".formatted((int) each));
      } else {
        quoted.append(each);
      }
    }
    return quoted.append('"').toString();
  }
}
