package io.aftercare.launcher.replay.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of fields as a mapping file itself states them: checked once, when it is read. */
final class FieldValues {
  private final EventKind kind;
  private final TimeReader times;

  FieldValues(EventKind kind, TimeReader times) {
    this.kind = kind;
    this.times = times;
  }

  Map<String, Object> facts(Map<String, YamlValue> entries) {
    Map<String, Object> facts = new LinkedHashMap<>();
    entries.forEach((field, value) -> facts.put(field, value(field, value)));
    return facts;
  }

  Object value(String name, YamlValue value) {
    EventField field = kind.fieldOrFail(name, value);
    Object read = field.read(value.text(), times, 1);
    if (read == null) {
      throw value.error(
          "'" + value.text() + "' is no value of " + name + "; " + field.expected(times));
    }
    return read;
  }

  /** How many units of the field one unit of the column is. */
  long unit(@Nullable EventField field, YamlValue value) {
    if (field == null || !field.name().endsWith("_millis")) {
      throw value.error("only a field whose name ends in _millis has a unit; leave it out");
    }
    return switch (value.text()) {
      case "millis" -> 1;
      case "seconds" -> 1000;
      case "minutes" -> 60_000;
      default -> throw value.error("'" + value.text() + "' is no unit; millis, seconds or minutes");
    };
  }
}
