package io.aftercare.launcher.replay.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a file of JSON lines: one object per line. {@code customer.region} names a value inside
 * an object; a list of single values reads as its values with commas between.
 */
final class JsonRows extends LineRows {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readerFor(JsonNode.class);

  JsonRows(String file, LineReader lines) {
    super(file, lines);
  }

  @Override
  SourceRow row(Line line, String text) {
    try {
      JsonNode node = JSON.readValue(text);
      return node.isObject()
          ? SourceRow.of(file, line, column -> cell(node, column))
          : invalid(line, "a JSON object such as {\"ticket_id\": \"42\"} is needed");
    } catch (JsonProcessingException e) {
      return invalid(line, e.getOriginalMessage());
    }
  }

  private SourceRow invalid(Line line, String why) {
    return rejected(line, "invalid_json", "not one JSON object: " + why);
  }

  private static @Nullable String cell(JsonNode object, String column) throws UnusableRow {
    JsonNode node = object.get(column);
    for (String step : node == null ? column.split("\\.") : new String[0]) {
      node = (node == null ? object : node).get(step);
      if (node == null) {
        return null;
      }
    }
    return node == null || node.isNull() ? null : text(node, column);
  }

  private static String text(JsonNode node, String column) throws UnusableRow {
    if (node.isValueNode()) {
      return node.asText();
    }
    StringJoiner values = new StringJoiner(",");
    for (JsonNode item : node) {
      if (node.isObject() || !item.isValueNode()) {
        throw new UnusableRow(
            "not_a_single_value", "column '" + column + "' is an object; a single value is needed");
      }
      values.add(item.asText());
    }
    return values.toString();
  }
}
