package io.aftercare.launcher.replay.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source's times, in UTC to the millisecond. Formats are tried in order: {@code iso} (ISO
 * 8601, {@code T} or a space, offset optional), {@code epoch_seconds}, {@code epoch_millis}, or a
 * pattern of {@link DateTimeFormatter} with {@code uuuu} for the year. A time without offset is in
 * the zone given: one that a clock change repeats is the earlier, one that it skips is moved on by
 * the gap. Instants before 1970 or after 9999 are none.
 */
public final class TimeReader {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final LocalDateTime EXAMPLE = LocalDateTime.of(2015, 1, 15, 17, 41, 48);
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final ZoneId zone;
  private final List<TimeFormat> formats;

  TimeReader(ZoneId zone, List<TimeFormat> formats) {
    this.zone = zone;
    this.formats = List.copyOf(formats);
  }

  /** One accepted way of writing a time; {@code pattern} is null for the named ones. */
  record TimeFormat(String name, @Nullable DateTimeFormatter pattern) {

    /**
     * @throws IllegalArgumentException if the name is neither a named format nor a usable pattern
     */
    static TimeFormat of(String name) {
      return switch (name) {
        case "iso" -> new TimeFormat(name, ISO);
        case "epoch_seconds", "epoch_millis" -> new TimeFormat(name, null);
        default -> new TimeFormat(name, checked(name));
      };
    }

    private static DateTimeFormatter checked(String pattern) {
      DateTimeFormatter formatter =
          DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT);
      ZonedDateTime example = EXAMPLE.atZone(ZoneId.of("UTC"));
      try {
        instant(formatter, formatter.format(example), ZoneId.of("UTC"));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "it does not state a whole date (write uuuu for the year, HH or hh with a)", e);
      }
      return formatter;
    }

    private String shown() {
      return switch (name) {
        case "iso" -> "2015-01-15T17:41:48Z (iso)";
        case "epoch_seconds" -> "1421343708 (epoch_seconds)";
        case "epoch_millis" -> "1421343708000 (epoch_millis)";
        default ->
            DateTimeFormatter.ofPattern(name, Locale.ENGLISH)
                    .format(EXAMPLE.atZone(ZoneId.of("UTC")))
                + " ("
                + name
                + ")";
      };
    }
  }

  /** The instant that a text states, or null if it is none in any of the formats. */
  public @Nullable Instant read(String text) {
    for (TimeFormat format : formats) {
      try {
        Instant instant = read(format, text.strip()).truncatedTo(ChronoUnit.MILLIS);
        if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(LATEST)) {
          return instant;
        }
      } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
        // The next format may fit.
      }
    }
    return null;
  }

  private Instant read(TimeFormat format, String text) {
    if (format.pattern() == null) {
      BigDecimal number = new BigDecimal(text);
      BigDecimal millis = format.name().equals("epoch_seconds") ? number.movePointRight(3) : number;
      return Instant.ofEpochMilli(millis.setScale(0, RoundingMode.DOWN).longValueExact());
    }
    Instant utc = format.name().equals("iso") ? IsoUtc.read(text) : null;
    if (utc != null) {
      return utc;
    }
    boolean spaced = format.name().equals("iso") && text.length() > 10 && text.charAt(10) == ' ';
    String usual = spaced ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    return instant(format.pattern(), usual, zone);
  }

  private static Instant instant(DateTimeFormatter formatter, String text, ZoneId zone) {
    TemporalAccessor time =
        formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    if (time instanceof ZonedDateTime zoned) {
      return zoned.toInstant();
    }
    return time instanceof LocalDateTime local
        ? local.atZone(zone).toInstant()
        : LocalDate.from(time).atStartOfDay(zone).toInstant();
  }

  /** How a time should look, for a person. */
  public String expected() {
    return formats.stream().map(TimeFormat::shown).collect(Collectors.joining(" or "));
  }
}
