package io.aftercare.io.avro;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contract.UndecodableException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import org.jspecify.annotations.Nullable;

/**
 * An instant, as ISO-8601 with a zone (Z, +02:00, +0200, +02) or as integer ms since 1970. Local
 * time is refused: guessing the zone would be hours wrong. Finer than a millisecond is cut off.
 */
final class JsonTimestamp implements JsonValue {
  private static final String RIGHT =
      "ISO-8601 with a zone, such as \"2026-03-01T12:00:00Z\", or integer ms since 1970,";
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT); // 30 February is a mistake, not 2 March

  @Override
  public Object read(JsonNode node, String path, JsonFindings findings)
      throws UndecodableException {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return Instant.ofEpochMilli(node.longValue());
    }
    Instant parsed = node.isTextual() ? parse(node.textValue()) : null;
    if (parsed == null) {
      throw JsonValue.invalid(path, node, RIGHT);
    }
    return parsed;
  }

  private static @Nullable Instant parse(String text) {
    try {
      TemporalAccessor parsed = ISO.parse(text);
      ZoneOffset zone = parsed.query(TemporalQueries.offset());
      if (zone == null) {
        return null;
      }
      long millis = OffsetDateTime.from(parsed).toInstant().toEpochMilli();
      return Instant.ofEpochMilli(millis);
    } catch (DateTimeException | ArithmeticException e) {
      return null; // not a timestamp, or one beyond 64 bits of milliseconds
    }
  }
}
