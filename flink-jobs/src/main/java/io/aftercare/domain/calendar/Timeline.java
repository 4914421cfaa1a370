package io.aftercare.domain.calendar;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The open stretches of some whole years, with the open time before each: every question is a
 * binary search. Two longs per stretch, about 9 kB per year of a calendar with a lunch break.
 */
final class Timeline {
  private final int firstYear;
  private final int endYear;
  private final long from;
  private final long until;

  /** Instants at which stretches begin, ascending. */
  private final long[] opens;

  /** Open time from {@link #from} to the beginning of each stretch; at the end the whole of it. */
  private final long[] before;

  private Timeline(int firstYear, int endYear, long[] opens, long[] before) {
    this.firstYear = firstYear;
    this.endYear = endYear;
    this.from = startOf(firstYear);
    this.until = startOf(endYear);
    this.opens = opens;
    this.before = before;
  }

  /** The years from the first to the one before the end. */
  static Timeline of(ServiceHours hours, int firstYear, int endYear) {
    Stretches stretches = new Stretches(startOf(firstYear), startOf(endYear));
    WallClock clock = new WallClock(hours.zone());
    LocalDate end = LocalDate.of(endYear, 1, 1).plusDays(2);
    // An opening of three days before can reach into the first year in the farthest zone.
    for (LocalDate date = LocalDate.of(firstYear, 1, 1).minusDays(3);
        date.isBefore(end);
        date = date.plusDays(1)) {
      for (Opening opening : hours.on(date).openings()) {
        stretches.add(clock.opens(date, opening), clock.closes(date, opening));
      }
    }
    return new Timeline(firstYear, endYear, stretches.opens(), stretches.before());
  }

  static long startOf(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  int firstYear() {
    return firstYear;
  }

  int endYear() {
    return endYear;
  }

  boolean covers(long first, long last) {
    return from <= first && last <= until;
  }

  /** All open time of these years. */
  long total() {
    return before[opens.length];
  }

  /** Open time from the beginning of these years to an instant. */
  long openUntil(long instant) {
    int last = lastOpening(instant);
    return last < 0 ? 0 : Math.min(before[last] + (instant - opens[last]), before[last + 1]);
  }

  /** The first instant until which that much is open, more than 0 and at most {@link #total}. */
  long instantOf(long open) {
    int found = Arrays.binarySearch(before, open);
    int stretch = found >= 0 ? found - 1 : -found - 2;
    return opens[stretch] + (open - before[stretch]);
  }

  boolean isOpen(long instant) {
    int last = lastOpening(instant);
    return last >= 0 && instant < close(last);
  }

  /** The next opening or closing; the end of these years or later if they do not tell. */
  long nextChange(long instant) {
    int last = lastOpening(instant);
    if (last >= 0 && instant < close(last)) {
      return close(last);
    }
    return last + 1 < opens.length ? opens[last + 1] : until;
  }

  /** Whether a change at this instant is one, and not just where these years end. */
  boolean tells(long change) {
    return change < until;
  }

  private long close(int stretch) {
    return opens[stretch] + (before[stretch + 1] - before[stretch]);
  }

  /** The stretch that began last by then; -1 if none did. */
  private int lastOpening(long instant) {
    int found = Arrays.binarySearch(opens, instant);
    return found >= 0 ? found : -found - 2;
  }
}
