package io.aftercare.domain.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Service hours as arithmetic: O(log n) in the open stretches of the years that were asked about.
 *
 * <p>Those years are worked out when first needed, and twice as many when they do not suffice, from
 * the time zone rules of this Java; nothing else is ever computed day by day. Outside the years
 * {@link ServiceHours#FIRST_YEAR} to {@link ServiceHours#LAST_YEAR} (UTC) it is closed, so that one
 * absurd instant costs milliseconds, not memory without bound.
 */
public final class BusinessCalendar implements ServiceCalendar {
  private static final long serialVersionUID = 1;
  private static final int END_YEAR = ServiceHours.LAST_YEAR + 1;
  private static final long BEGINNING = Timeline.startOf(ServiceHours.FIRST_YEAR);
  private static final long END = Timeline.startOf(END_YEAR);

  private final ServiceHours hours;

  /** What is known so far; threads may each widen it, and any of the results will do. */
  private transient volatile @Nullable Timeline timeline;

  private BusinessCalendar(ServiceHours hours) {
    this.hours = hours;
  }

  /** The calendar of these hours. */
  public static BusinessCalendar of(ServiceHours hours) {
    return new BusinessCalendar(hours);
  }

  /** The hours as people wrote them. */
  public ServiceHours hours() {
    return hours;
  }

  @Override
  public String id() {
    return hours.id();
  }

  @Override
  public String description() {
    return hours.description();
  }

  @Override
  public long elapsed(long from, long until) {
    long first = known(from);
    long last = known(until);
    if (last <= first) {
      return 0;
    }
    Timeline years = covering(first, last);
    return years.openUntil(last) - years.openUntil(first);
  }

  @Override
  public long add(long instant, long millis) {
    if (millis < 0) {
      throw new IllegalArgumentException("millis is negative: " + millis);
    }
    if (millis == 0) {
      return instant;
    }
    long start = known(instant);
    if (millis > END - start) {
      return NEVER;
    }
    Timeline years = covering(start, start);
    while (years.openUntil(start) + millis > years.total()) {
      if (years.endYear() == END_YEAR) {
        return NEVER;
      }
      years = covering(start, Timeline.startOf(years.endYear()) + 1);
    }
    return years.instantOf(years.openUntil(start) + millis);
  }

  @Override
  public boolean isOpen(long instant) {
    return instant >= BEGINNING && instant < END && covering(instant, instant + 1).isOpen(instant);
  }

  @Override
  public long nextChange(long instant) {
    if (instant >= END) {
      return NEVER;
    }
    long start = known(instant);
    Timeline years = covering(start, start + 1);
    while (!years.tells(years.nextChange(instant))) {
      if (years.endYear() == END_YEAR) {
        return NEVER;
      }
      years = covering(start, Timeline.startOf(years.endYear()) + 1);
    }
    return years.nextChange(instant);
  }

  /** The nearest instant of the years that calendars know. */
  private static long known(long instant) {
    return Math.max(BEGINNING, Math.min(instant, END));
  }

  private Timeline covering(long first, long last) {
    Timeline years = timeline;
    if (years == null || !years.covers(first, last)) {
      years = widened(years, first, last);
      timeline = years;
    }
    return years;
  }

  private Timeline widened(@Nullable Timeline years, long first, long last) {
    int firstYear = year(first);
    int endYear = Math.min(END_YEAR, year(last) + 1);
    if (years != null) {
      int more = years.endYear() - years.firstYear();
      firstYear = earlier(years.firstYear(), firstYear, more);
      endYear = later(years.endYear(), endYear, more);
    }
    return Timeline.of(hours, firstYear, endYear);
  }

  private static int earlier(int known, int asked, int more) {
    return asked >= known
        ? known
        : Math.max(ServiceHours.FIRST_YEAR, Math.min(asked, known - more));
  }

  private static int later(int known, int asked, int more) {
    return asked <= known ? known : Math.min(END_YEAR, Math.max(asked, known + more));
  }

  private static int year(long instant) {
    return Instant.ofEpochMilli(instant).atOffset(ZoneOffset.UTC).getYear();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BusinessCalendar that && hours.equals(that.hours);
  }

  @Override
  public int hashCode() {
    return hours.hashCode();
  }

  @Override
  public String toString() {
    return description();
  }
}
