package io.aftercare.launcher.replay.source;

import io.aftercare.launcher.replay.mapping.Column;
import io.aftercare.launcher.replay.mapping.EventField;
import io.aftercare.launcher.replay.mapping.EventKind;
import io.aftercare.launcher.replay.mapping.Mapping;
import io.aftercare.launcher.replay.mapping.Meaning;
import io.aftercare.launcher.replay.mapping.ValueRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Turns rows into events by a mapping; a row that cannot be is unusable with a reason. */
public final class EventRows {
  private static final int LONGEST_ID = 128;

  private final Mapping mapping;
  private final EventKind kind;
  private final EventField eventType;
  private final EventField eventId;
  private final EventId ids;
  private final CellReader cells;

  public EventRows(Mapping mapping, Pseudonyms pseudonyms) {
    this.mapping = mapping;
    this.kind = mapping.kind();
    this.eventType = field("event_type");
    this.eventId = field("event_id");
    this.ids = new EventId(mapping.sourceSystem(), List.copyOf(mapping.identityColumns()));
    this.cells = new CellReader(mapping, pseudonyms);
  }

  private EventField field(String name) {
    return Objects.requireNonNull(kind.field(name));
  }

  /** What the rows are about. */
  public EventKind kind() {
    return kind;
  }

  /** The events that a row stands for. */
  public EventRow read(Row row) throws UnusableRow {
    Set<String> unknown = new TreeSet<>();
    Map<String, Object> facts = facts(row, unknown);
    String subject = (String) needed(facts, kind.idField(), "missing_" + kind.idField());
    Instant occurredAt = (Instant) needed(facts, "occurred_at", "missing_timestamp");
    checkLength(facts, kind.idField());
    checkLength(facts, eventId.name());
    String given = (String) facts.get(eventId.name());
    String id = given == null ? ids.of(row) : given;
    List<SpecificRecord> events = new ArrayList<>();
    for (Meaning meaning : meanings(row, unknown)) {
      SpecificRecord event = event(facts, meaning);
      event.put(eventId.position(), EventId.numbered(id, events.size() + 1));
      events.add(event);
    }
    return new EventRow(subject, occurredAt, events, arrivedAt(row), unknown);
  }

  private Map<String, Object> facts(Row row, Set<String> unknown) throws UnusableRow {
    Map<String, Object> facts = new LinkedHashMap<>(mapping.constants());
    for (Column column : mapping.columns()) {
      Object value = cells.value(column, row, unknown);
      if (value != null) {
        facts.put(column.field(), value);
      }
    }
    for (ValueRule rule : mapping.rules()) {
      if (rule.matches(row.cell(rule.column()))) {
        facts.put(rule.field(), rule.value());
      }
    }
    return facts;
  }

  private Object needed(Map<String, Object> facts, String field, String otherwise)
      throws UnusableRow {
    Object value = facts.get(field);
    if (value == null) {
      String why =
          field.equals(kind.idField())
              ? "a " + kind.subject() + " needs an id"
              : mapping.times().expected();
      throw new UnusableRow(otherwise, "column " + columnOf(field) + " is empty; " + why);
    }
    return value;
  }

  private void checkLength(Map<String, Object> facts, String field) throws UnusableRow {
    Object id = facts.get(field);
    int length = id == null ? 0 : id.toString().length();
    if (length > LONGEST_ID) {
      throw new UnusableRow(
          "bad_" + field,
          "column %s has %d characters; an id has at most %d"
              .formatted(columnOf(field), length, LONGEST_ID));
    }
  }

  private String columnOf(String field) {
    return mapping.columns().stream()
        .filter(column -> column.field().equals(field))
        .map(column -> "'" + column.name() + "'")
        .findFirst()
        .orElse(field);
  }

  private List<Meaning> meanings(Row row, Set<String> unknown) throws UnusableRow {
    Column column = mapping.event();
    String word = column == null ? null : cells.text(column.name(), row);
    if (column == null || (word == null && mapping.constants().containsKey(eventType.name()))) {
      return List.of(new Meaning(Map.of()));
    }
    if (word == null) {
      throw new UnusableRow(
          "missing_event_type", "column '" + column.name() + "' is empty; it says what happened");
    }
    List<Meaning> known = mapping.events().get(word);
    if (known != null) {
      return known;
    }
    Object symbol = mapping.events().isEmpty() ? eventType.symbol(word) : null;
    if (symbol == null) {
      unknown.add(eventType.name());
    }
    Object type = symbol == null ? eventType.unknownSymbol() : symbol;
    return List.of(new Meaning(Map.of(eventType.name(), type)));
  }

  private SpecificRecord event(Map<String, Object> facts, Meaning meaning) {
    SpecificRecord event = kind.newEvent();
    for (EventField field : kind.fields()) {
      Object stated = meaning.facts().getOrDefault(field.name(), facts.get(field.name()));
      event.put(field.position(), stated == null ? field.unset() : stated);
    }
    EventField system = field("source_system");
    if (event.get(system.position()) == null) {
      event.put(system.position(), mapping.sourceSystem());
    }
    return event;
  }

  private @Nullable Instant arrivedAt(Row row) throws UnusableRow {
    Column arrival = mapping.arrival();
    return arrival == null ? null : cells.time(arrival.name(), row);
  }
}
