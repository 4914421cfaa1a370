package io.aftercare.launcher.replay.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as the reports write them: ISO 8601 UTC, {@code .SSS} only if there are milliseconds. */
public final class Times {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** The instant; empty if there is none. */
  public static String text(@Nullable Instant instant) {
    if (instant == null) {
      return "";
    }
    return (instant.toEpochMilli() % 1000 == 0 ? SECONDS : MILLIS).format(instant);
  }

  /** Seconds with as many decimals as they need, at least one: {@code 810.0}, {@code 0.25}. */
  public static String seconds(long millis) {
    String plain = BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }
}
