package io.aftercare.launcher.replay.mapping;

import io.aftercare.launcher.replay.mapping.Mapping.FileFormat;
import io.aftercare.launcher.replay.mapping.TimeReader.TimeFormat;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mapping file, strictly: an unknown key, field or value is an error that names its line.
 */
public final class MappingReader {
  private static final String ARRIVAL = "arrival";
  private static final String EVENT_TYPE = "event_type";

  private final YamlSection root;
  private final EventKind kind;
  private final TimeReader times;
  private final FieldValues fields;

  private MappingReader(YamlSection root) {
    this.root = root;
    this.kind = root.optional("kind").map(EventKind::of).orElse(EventKind.TICKETS);
    this.times = times();
    this.fields = new FieldValues(kind, times);
  }

  /**
   * Reads a mapping.
   *
   * @param file name for messages
   * @throws MappingError if it cannot be used
   */
  public static Mapping read(String file, String yaml) {
    return new MappingReader(new YamlSection(YamlValue.parse(file, yaml))).mapping(file);
  }

  private Mapping mapping(String file) {
    Map<String, Column> columns = new LinkedHashMap<>();
    root.required("columns").entries().forEach((f, v) -> columns.put(f, column(f, v)));
    Column arrival = columns.remove(ARRIVAL);
    Column event = columns.remove(EVENT_TYPE);
    Mapping mapping =
        new Mapping(
            file,
            kind,
            root.required("source_system").text(),
            root.optional("format").map(MappingReader::format).orElse(null),
            root.optional("delimiter").map(MappingReader::delimiter).orElse(','),
            times,
            missing(),
            List.copyOf(columns.values()),
            arrival,
            event,
            events(event),
            values(columns),
            fields.facts(root.optionalEntries("constants")),
            rules());
    root.done();
    checkComplete(mapping);
    return mapping;
  }

  private void checkComplete(Mapping mapping) {
    for (String field : List.of(kind.idField(), "occurred_at")) {
      if (mapping.columns().stream().noneMatch(c -> c.field().equals(field) && !c.optional())) {
        throw root.required("columns")
            .error("no column states " + field + "; add " + field + ": <column>");
      }
    }
    if (mapping.event() == null && !mapping.constants().containsKey(EVENT_TYPE)) {
      throw root.required("columns")
          .error("no column states event_type; add event_type: <column> and events, or a constant");
    }
  }

  private TimeReader times() {
    YamlValue zone = root.optional("time_zone").orElse(null);
    List<TimeFormat> formats =
        root.optional("time_formats").map(YamlValue::items).orElse(List.of()).stream()
            .map(MappingReader::timeFormat)
            .toList();
    return new TimeReader(
        zone == null ? ZoneId.of("UTC") : zone(zone),
        formats.isEmpty() ? List.of(TimeFormat.of("iso")) : formats);
  }

  private static ZoneId zone(YamlValue value) {
    try {
      return ZoneId.of(value.text());
    } catch (DateTimeException e) {
      throw value.error("'" + value.text() + "' is no time zone; e.g. UTC or America/New_York");
    }
  }

  private static TimeFormat timeFormat(YamlValue value) {
    try {
      return TimeFormat.of(value.text());
    } catch (IllegalArgumentException e) {
      throw value.error(
          "'"
              + value.text()
              + "' is no time format: "
              + e.getMessage()
              + "; iso, epoch_seconds, epoch_millis or a pattern such as uuuu-MM-dd HH:mm:ss");
    }
  }

  private static FileFormat format(YamlValue value) {
    try {
      return FileFormat.valueOf(value.text().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw value.error("'" + value.text() + "' is no format; csv or jsonl");
    }
  }

  private static char delimiter(YamlValue value) {
    if (value.text().length() != 1 || "\"\r\n".contains(value.text())) {
      throw value.error("'" + value.text() + "' is no delimiter; one character such as , or ;");
    }
    return value.text().charAt(0);
  }

  private Set<String> missing() {
    return root.optional("missing").map(YamlValue::items).orElse(List.of()).stream()
        .map(YamlValue::text)
        .collect(Collectors.toCollection(() -> new LinkedHashSet<>(Set.of(""))));
  }

  private Column column(String field, YamlValue value) {
    boolean arrival = field.equals(ARRIVAL);
    @Nullable EventField known = arrival ? null : kind.fieldOrFail(field, value);
    if (!value.isMapping()) {
      return new Column(field, value.text(), false, 1);
    }
    YamlSection section = new YamlSection(value);
    String name = section.required("column").text();
    boolean optional = section.optional("optional").map(YamlValue::truth).orElse(false);
    long unit = section.optional("unit").map(u -> fields.unit(known, u)).orElse(1L);
    section.done();
    return new Column(field, name, optional, unit);
  }

  private Map<String, List<Meaning>> events(@Nullable Column event) {
    Map<String, List<Meaning>> events = new LinkedHashMap<>();
    for (Map.Entry<String, YamlValue> entry : root.optionalEntries("events").entrySet()) {
      if (event == null) {
        throw entry.getValue().error("events need a column; add event_type: <column> to columns");
      }
      List<Meaning> meanings = entry.getValue().items().stream().map(this::meaning).toList();
      if (meanings.isEmpty()) {
        throw entry
            .getValue()
            .error("an event must mean something; " + kind.idle() + " keeps it without effect");
      }
      events.put(entry.getKey(), meanings);
    }
    return events;
  }

  private Meaning meaning(YamlValue value) {
    if (!value.isMapping()) {
      return new Meaning(Map.of(EVENT_TYPE, fields.value(EVENT_TYPE, value)));
    }
    Map<String, Object> facts = fields.facts(value.entries());
    if (!facts.containsKey(EVENT_TYPE)) {
      throw value.error(
          "event_type is missing; add event_type: %s or another of our events"
              .formatted(kind.first()));
    }
    return new Meaning(facts);
  }

  private Map<String, Map<String, Object>> values(Map<String, Column> columns) {
    Map<String, Map<String, Object>> values = new LinkedHashMap<>();
    root.optionalEntries("values")
        .forEach(
            (field, words) -> {
              kind.fieldOrFail(field, words);
              if (!columns.containsKey(field)) {
                throw words.error("no column states " + field + "; add it to columns");
              }
              Map<String, Object> meaning = new LinkedHashMap<>();
              words.entries().forEach((w, v) -> meaning.put(w, fields.value(field, v)));
              values.put(field, meaning);
            });
    return values;
  }

  private List<ValueRule> rules() {
    return root.optional("rules").map(YamlValue::items).orElse(List.of()).stream()
        .map(this::rule)
        .toList();
  }

  private ValueRule rule(YamlValue value) {
    YamlSection section = new YamlSection(value);
    String column = section.required("column").text();
    boolean optional = section.optional("optional").map(YamlValue::truth).orElse(false);
    YamlValue whole = section.optional("equals").orElse(null);
    YamlValue part = section.optional("contains").orElse(null);
    if ((whole == null) == (part == null)) {
      throw value.error("a rule needs either equals or contains");
    }
    String field = section.required("set").text();
    Object meaning = fields.value(field, section.required("to"));
    section.done();
    String text = whole != null ? whole.text() : part == null ? "" : part.text();
    return new ValueRule(column, optional, whole != null, text, field, meaning);
  }
}
