package io.aftercare.job.config;

import io.aftercare.io.yaml.DurationText;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A kind of value.
 *
 * @param description what to write, for tables and errors: {@code a duration such as 2s}
 * @param plain a single value, taken as it is when it comes from a variable or a flag
 * @param reader from YAML; throws {@link IllegalArgumentException} saying what was wrong
 */
public record ValueType<T>(String description, boolean plain, Reader<T> reader) {
  public static final ValueType<String> TEXT = new ValueType<>("text", true, YamlValues::text);

  public static final ValueType<List<String>> TEXTS =
      new ValueType<>("a list such as [North, South]", false, YamlValues::texts);

  public static final ValueType<Map<String, String>> PROPERTIES =
      new ValueType<>("a mapping such as {client.id: aftercare}", false, YamlValues::properties);

  public static final ValueType<Boolean> BOOLEAN =
      new ValueType<>(
          "true or false",
          true,
          value -> {
            String text = YamlValues.text(value);
            require(text.equals("true") || text.equals("false"));
            return text.equals("true");
          });

  /** A day. */
  public static final ValueType<LocalDate> DATE =
      new ValueType<>(
          "a date such as 2026-01-31",
          true,
          value -> {
            try {
              return LocalDate.parse(YamlValues.text(value));
            } catch (DateTimeParseException wrong) {
              throw new IllegalArgumentException(wrong);
            }
          });

  /** The address of a service, without a query: what a path is added to. */
  public static final ValueType<String> WEB_ADDRESS =
      new ValueType<>(
          "an http or https address such as http://localhost:8081",
          true,
          value -> {
            String text = YamlValues.text(value);
            require(WebAddress.isOne(text));
            return text;
          });

  /** A length of time, at least this. */
  public static ValueType<Duration> durationFrom(Duration least) {
    String text =
        least.isZero()
            ? "a duration such as 250ms, 2s or 30d"
            : "a duration such as 250ms, 2s or 30d, at least " + DurationText.format(least);
    return new ValueType<>(
        text,
        true,
        value -> {
          Duration duration = DurationText.parse(YamlValues.text(value));
          require(duration.compareTo(least) >= 0);
          return duration;
        });
  }

  /** A whole number in this range, both ends included. */
  public static ValueType<Integer> integer(int least, int most) {
    String range = most == Integer.MAX_VALUE ? " from " + least : " from " + least + " to " + most;
    return new ValueType<>(
        "a whole number" + range,
        true,
        value -> {
          int number = Integer.parseInt(YamlValues.text(value));
          require(number >= least && number <= most);
          return number;
        });
  }

  private static void require(boolean acceptable) {
    if (!acceptable) {
      throw new IllegalArgumentException("not acceptable");
    }
  }

  /** Reads a value from its YAML node. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Node value);
  }
}
