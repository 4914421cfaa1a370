package io.aftercare.domain.window;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts windows afresh from raw contributions, each end for itself: written apart from what it is
 * to check, and as plain as can be.
 */
final class Recount {
  static final long MINUTE = 60_000;

  private static final Map<String, Long> MIDNIGHTS = new HashMap<>();

  private Recount() {}

  /** What a window holds, in words: counts, sums, and exact spans in order. */
  static String of(
      List<Contribution> all, String region, WindowTerms.Zones zones, String span, long end) {
    Map<String, Long> counts = new TreeMap<>();
    List<Long> first = new ArrayList<>();
    List<Long> resolved = new ArrayList<>();
    for (Contribution c : all) {
      boolean here = region == null || region.equals(c.region());
      if (here && c.at() < end && c.at() >= start(zones.of(c.region()), span, end)) {
        String name = c.what() + (c.sla().isEmpty() ? "" : " " + c.sla());
        counts.merge(name, (long) c.sign(), Long::sum);
        List<Long> spans =
            c.what() == What.FIRST_RESPONSE ? first : c.what() == What.RESOLVED ? resolved : null;
        if (spans != null && c.sign() > 0) {
          spans.add(c.millis());
        } else if (spans != null && !spans.remove((Long) c.millis())) {
          throw new AssertionError("taken back before it was there: " + c);
        }
      }
    }
    counts.values().removeIf(count -> count == 0);
    return counts + " " + sketched(first) + " " + sketched(resolved);
  }

  private static String sketched(List<Long> spans) {
    Sketch sketch = new Sketch();
    spans.forEach(span -> sketch.add(span, 1));
    return text(sketch);
  }

  /** Windows in the same words. */
  static String text(Figures figures) {
    Map<String, Long> counts = new TreeMap<>();
    for (What what : What.values()) {
      if (what != What.SLA_MET && what != What.SLA_BREACHED) {
        counts.put(what.toString(), figures.count(what));
      }
    }
    figures.met().forEach((sla, count) -> counts.put("SLA_MET " + sla, count));
    figures.breached().forEach((sla, count) -> counts.put("SLA_BREACHED " + sla, count));
    counts.values().removeIf(count -> count == 0);
    return counts + " " + text(figures.firstResponse()) + " " + text(figures.resolution());
  }

  private static String text(Sketch sketch) {
    StringBuilder text = new StringBuilder(sketch.count() + "/" + sketch.sum());
    for (int percent : new int[] {50, 90, 95, 99}) {
      text.append(' ').append(sketch.quantile(percent));
    }
    return text.toString();
  }

  static long start(ZoneId zone, String span, long end) {
    return switch (span) {
      case "5m" -> end - 5 * MINUTE;
      case "1h" -> end - 60 * MINUTE;
      case "24h" -> end - 1440 * MINUTE;
      default -> midnight(zone, end - 1);
    };
  }

  /** Goes back from an instant until the local date changes. */
  private static long midnight(ZoneId zone, long instant) {
    long minute = Math.floorDiv(instant, MINUTE) * MINUTE;
    return MIDNIGHTS.computeIfAbsent(
        zone + " " + date(zone, minute),
        day -> {
          long at = minute;
          while ((zone + " " + date(zone, at - MINUTE)).equals(day)) {
            at -= MINUTE;
          }
          return at;
        });
  }

  private static LocalDateTime date(ZoneId zone, long at) {
    return ZonedDateTime.ofInstant(Instant.ofEpochMilli(at), zone)
        .toLocalDateTime()
        .truncatedTo(ChronoUnit.DAYS);
  }
}
