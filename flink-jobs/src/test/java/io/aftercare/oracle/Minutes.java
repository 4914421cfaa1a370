package io.aftercare.oracle;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * What a zone's wall clock shows, written down minute by minute. Minutes count from 1970, of the
 * world (UTC) and of the wall.
 */
final class Minutes {
  static final long MINUTE = 60_000;

  private static final long MOST_OFFSET = 19 * 60;

  private final long first;
  private final long[] wall;

  /** All minutes of the world from one instant to another, ms. */
  Minutes(ZoneId zone, long from, long until) {
    ZoneRules rules = zone.getRules();
    first = from / MINUTE;
    wall = new long[(int) ((until - from) / MINUTE)];
    for (int i = 0; i < wall.length; i++) {
      Instant minute = Instant.ofEpochMilli((first + i) * MINUTE);
      wall[i] = first + i + rules.getOffset(minute).getTotalSeconds() / 60;
    }
  }

  /** The number of a minute on the wall. */
  static long minute(LocalDateTime shown) {
    return shown.toEpochSecond(ZoneOffset.UTC) / 60;
  }

  /** The first instant at which the wall shows a minute in {@code [from, until)}, -1 if never. */
  long firstShown(long from, long until) {
    for (int i = before(from); i < before(until) + 2 * MOST_OFFSET && i < wall.length; i++) {
      if (from <= wall[i] && wall[i] < until) {
        return (first + i) * MINUTE;
      }
    }
    return -1;
  }

  /** The end of the last minute in {@code [from, until)} that the wall shows, -1 if none. */
  long lastShown(long from, long until) {
    long last = -1;
    for (int i = before(from); i < before(until) + 2 * MOST_OFFSET && i < wall.length; i++) {
      if (from <= wall[i] && wall[i] < until) {
        last = (first + i + 1) * MINUTE;
      }
    }
    return last;
  }

  /** An index at which no wall clock of the world shows this minute yet. */
  private int before(long minuteOnTheWall) {
    return (int) Math.max(0, Math.min(wall.length, minuteOnTheWall - MOST_OFFSET - first));
  }
}
