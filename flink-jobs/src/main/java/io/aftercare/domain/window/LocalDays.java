package io.aftercare.domain.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of a zone, and their hours counted from midnight. A day has 23, 24 or 25 hours, or
 * another length where clocks are changed otherwise; its last hour may be a shorter one. Where a
 * midnight is not at a full minute (before standard time), that minute begins the day.
 */
final class LocalDays {
  /** No zone has a longer day since 1970 than Troll station when it sets clocks back, ms. */
  static final long LONGEST_DAY = 26 * Span.HOUR.millis();

  private final ZoneId zone;
  private long start = 1;
  private long end;

  LocalDays(ZoneId zone) {
    this.zone = zone;
  }

  /** The beginning of the day that an instant is in. */
  long startOf(long instant) {
    find(instant);
    return start;
  }

  /** The beginning of the day after. */
  long endOf(long instant) {
    find(instant);
    return end;
  }

  private void find(long instant) {
    if (instant >= start && instant < end) {
      return;
    }
    long lastOfMinute = Span.minuteOf(instant) + Span.MINUTE - 1;
    LocalDate day = Instant.ofEpochMilli(lastOfMinute).atZone(zone).toLocalDate();
    start = midnight(day);
    end = midnight(day.plusDays(1));
  }

  private long midnight(LocalDate day) {
    return Span.minuteOf(day.atStartOfDay(zone).toInstant().toEpochMilli());
  }

  /** The beginning of the hour, counted from midnight, that an instant is in. */
  long hourOf(long instant) {
    long midnight = startOf(instant);
    return instant - (instant - midnight) % Span.HOUR.millis();
  }

  /** The first instant after the hour that begins then. */
  long endOfHour(long hour) {
    return Math.min(hour + Span.HOUR.millis(), endOf(hour));
  }
}
