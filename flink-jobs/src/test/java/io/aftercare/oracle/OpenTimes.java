package io.aftercare.oracle;

import io.aftercare.domain.calendar.DayHours;
import io.aftercare.domain.calendar.Opening;
import io.aftercare.domain.calendar.ServiceHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When a calendar is open, as a list of stretches within a horizon.
 *
 * <p>Every opening of every date is looked for on the wall clock: it lasts from the first minute
 * that shows a time in it to the last one. Stretches that overlap or touch are one.
 */
final class OpenTimes {
  /** A stretch of time, {@code [from, until)}, ms. */
  record Stretch(long from, long until) {}

  private final TreeMap<Long, Long> open = new TreeMap<>();
  private final long horizon;

  private OpenTimes(long horizon) {
    this.horizon = horizon;
  }

  static OpenTimes always(long from, long until) {
    OpenTimes always = new OpenTimes(until);
    always.open.put(from, until);
    return always;
  }

  static OpenTimes of(ServiceHours hours, Minutes minutes, long from, long until) {
    List<Stretch> openings = new ArrayList<>();
    LocalDate last = date(until).minusDays(3);
    for (LocalDate day = date(from).plusDays(2); day.isBefore(last); day = day.plusDays(1)) {
      for (Opening opening : openings(hours, day)) {
        long midnight = Minutes.minute(day.atStartOfDay());
        long opens = minutes.firstShown(midnight + opening.start(), midnight + opening.end());
        long closes = minutes.lastShown(midnight + opening.start(), midnight + opening.end());
        if (opens >= 0) {
          openings.add(new Stretch(opens, closes));
        }
      }
    }
    openings.sort(Comparator.comparing(Stretch::from));
    OpenTimes times = new OpenTimes(until);
    openings.forEach(times::join);
    return times;
  }

  private static LocalDate date(long instant) {
    return Instant.ofEpochMilli(instant).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static List<Opening> openings(ServiceHours hours, LocalDate day) {
    if (hours.holidays().containsKey(day)) {
      return List.of();
    }
    DayHours usual = hours.weekly().getOrDefault(day.getDayOfWeek(), DayHours.CLOSED);
    return hours.exceptions().getOrDefault(day, usual).openings();
  }

  /** One more stretch that begins no earlier than those before; joined if they overlap or touch. */
  private void join(Stretch next) {
    Map.Entry<Long, Long> last = open.lastEntry();
    if (last != null && last.getValue() >= next.from()) {
      open.put(last.getKey(), Math.max(last.getValue(), next.until()));
    } else {
      open.put(next.from(), next.until());
    }
  }

  /** The open stretches between two instants. */
  List<Stretch> between(long from, long until) {
    List<Stretch> found = new ArrayList<>();
    Long first = open.floorKey(from);
    for (Map.Entry<Long, Long> each : open.tailMap(first == null ? from : first, true).entrySet()) {
      if (each.getKey() >= until) {
        break;
      }
      long start = Math.max(from, each.getKey());
      long end = Math.min(until, each.getValue());
      if (start < end) {
        found.add(new Stretch(start, end));
      }
    }
    return found;
  }

  /** Open time between two instants, ms. */
  long elapsed(long from, long until) {
    return between(from, until).stream().mapToLong(s -> s.until() - s.from()).sum();
  }

  /** The first instant from here on at which this much open time has passed. */
  long whenPassed(long from, long millis) {
    long missing = millis;
    if (missing <= 0) {
      return from;
    }
    for (Stretch stretch : between(from, horizon)) {
      long length = stretch.until() - stretch.from();
      if (missing <= length) {
        return stretch.from() + missing;
      }
      missing -= length;
    }
    throw new IllegalStateException("lies beyond the horizon: " + millis + " ms from " + from);
  }
}
