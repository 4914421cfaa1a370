package io.aftercare.io.yaml;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: a whole number and one unit: {@code 250ms 2s 5m 4h 30d}. */
public final class DurationText {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private DurationText() {}

  /** Reads {@code 2s}; a number without a unit is refused. */
  public static Duration parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not a whole number followed by ms, s, m, h or d");
    }
    Duration unit = UNITS.getOrDefault(form.group(2), Duration.ZERO);
    return unit.multipliedBy(Long.parseLong(form.group(1)));
  }

  /** Writes it in the largest unit that leaves no rest. */
  public static String format(Duration duration) {
    long millis = duration.toMillis();
    for (String unit : new String[] {"d", "h", "m", "s"}) {
      long size = UNITS.getOrDefault(unit, Duration.ZERO).toMillis();
      if (millis != 0 && millis % size == 0) {
        return millis / size + unit;
      }
    }
    return millis + "ms";
  }
}
