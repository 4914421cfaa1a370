package io.aftercare.launcher.replay.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aftercare.launcher.replay.ReplayError;
import java.io.IOException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a file of JSON lines: one object per line. {@code customer.region} names a value inside
 * an object; a list of single values reads as its values with commas between.
 */
final class JsonRows implements RowReader {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readerFor(JsonNode.class);

  private final String file;
  private final LineReader lines;

  JsonRows(String file, LineReader lines) {
    this.file = file;
    this.lines = lines;
  }

  @Override
  public @Nullable SourceRow next() throws IOException {
    Line line = lines.next();
    while (line != null && line.isEmpty()) {
      line = lines.next();
    }
    return line == null ? null : row(line);
  }

  private SourceRow row(Line line) {
    if (line.problem() != null) {
      return SourceRow.rejected(file, line, line.problem());
    }
    String text = line.text();
    if (text == null) {
      return SourceRow.rejected(
          file, line, new Rejection("invalid_utf8", "the line is not UTF-8; export it as UTF-8"));
    }
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
    return SourceRow.rejected(
        file, line, new Rejection("invalid_json", "not one JSON object: " + why));
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

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new ReplayError(file + ": cannot be closed: " + e.getMessage());
    }
  }
}
