package io.aftercare.oracle;

import io.aftercare.domain.calendar.ServiceHours;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Wall clocks and open times that were written down before: that takes a while. */
final class Walls {
  private record Which(ZoneId zone, long from, long until) {}

  private static final Map<Which, Minutes> KNOWN = new ConcurrentHashMap<>();

  private record Whose(ServiceHours hours, long from, long until) {}

  private static final Map<Whose, OpenTimes> OPEN = new ConcurrentHashMap<>();

  private Walls() {}

  static OpenTimes open(ServiceHours hours, Minutes wall, long from, long until) {
    return OPEN.computeIfAbsent(
        new Whose(hours, from, until), w -> OpenTimes.of(w.hours(), wall, w.from(), w.until()));
  }

  static Minutes of(ZoneId zone, long from, long until) {
    return KNOWN.computeIfAbsent(
        new Which(zone, from, until), w -> new Minutes(w.zone(), w.from(), w.until()));
  }
}
