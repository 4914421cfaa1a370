package io.aftercare.exporter.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of a request: each known, at most once, with a value that fits. */
final class Query {
  private final Map<String, String> values;

  private Query(Map<String, String> values) {
    this.values = values;
  }

  static Query parse(@Nullable String raw, List<String> known) throws ApiException {
    Map<String, String> values = new HashMap<>();
    if (raw == null || raw.isEmpty()) {
      return new Query(values);
    }
    for (String assignment : raw.split("&", -1)) {
      int equals = assignment.indexOf('=');
      String name = decode(equals < 0 ? assignment : assignment.substring(0, equals));
      if (!known.contains(name)) {
        throw ApiException.badParameter(name, "no such parameter; " + listed(known));
      }
      String value = equals < 0 ? "" : decode(assignment.substring(equals + 1));
      if (values.put(name, value) != null) {
        throw ApiException.badParameter(name, "is given more than once");
      }
      if (value.isEmpty()) {
        throw ApiException.badParameter(name, "is empty");
      }
    }
    return new Query(values);
  }

  private static String listed(List<String> known) {
    return known.isEmpty() ? "there are none here" : "there are " + String.join(", ", known);
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  @Nullable String text(String name) {
    return values.get(name);
  }

  /** The symbol that is written in lower case; null if the parameter is not given. */
  <E extends Enum<E>> @Nullable E choice(String name, List<E> symbols) throws ApiException {
    String value = values.get(name);
    if (value == null) {
      return null;
    }
    for (E symbol : symbols) {
      if (word(symbol).equals(value)) {
        return symbol;
      }
    }
    throw ApiException.badParameter(
        name,
        "'"
            + value
            + "' is none of "
            + String.join(", ", symbols.stream().map(Query::word).toList()));
  }

  private static String word(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT);
  }

  int number(String name, int least, int most, int otherwise) throws ApiException {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw ApiException.badParameter(
        name, "'" + value + "' is not a whole number from " + least + " to " + most);
  }

  /** What a cursor says; null if none is given. */
  <P> @Nullable P cursor(String name, Function<String, P> parser) throws ApiException {
    String value = values.get(name);
    try {
      return value == null ? null : parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw ApiException.badParameter(name, "'" + value + "' is no next_cursor of this list");
    }
  }
}
