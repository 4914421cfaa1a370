package io.aftercare.launcher.replay.source;

import io.aftercare.contract.TicketEvent;
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
import org.jspecify.annotations.Nullable;

/** Turns rows into ticket events by a mapping; a row that cannot be is unusable with a reason. */
public final class TicketRows {
  private static final int LONGEST_ID = 128;
  private static final EventField EVENT_TYPE = field("event_type");

  private final Mapping mapping;
  private final EventId ids;
  private final CellReader cells;

  public TicketRows(Mapping mapping, Pseudonyms pseudonyms) {
    if (mapping.kind() != EventKind.TICKETS) {
      throw new IllegalArgumentException(mapping.file() + " is not about tickets");
    }
    this.mapping = mapping;
    this.ids = new EventId(mapping.sourceSystem(), List.copyOf(mapping.identityColumns()));
    this.cells = new CellReader(mapping, pseudonyms);
  }

  /** The events that a row stands for. */
  public TicketRow read(Row row) throws UnusableRow {
    Set<String> unknown = new TreeSet<>();
    Map<String, Object> facts = facts(row, unknown);
    checkComplete(facts);
    checkLength(facts, "ticket_id");
    checkLength(facts, "event_id");
    String given = (String) facts.get("event_id");
    String id = given == null ? ids.of(row) : given;
    List<TicketEvent> events = new ArrayList<>();
    for (Meaning meaning : meanings(row, unknown)) {
      TicketEvent event = event(facts, meaning);
      event.setEventId(EventId.numbered(id, events.size() + 1));
      events.add(event);
    }
    return new TicketRow(events, arrivedAt(row), unknown);
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

  private void checkComplete(Map<String, Object> facts) throws UnusableRow {
    if (!facts.containsKey("ticket_id")) {
      throw new UnusableRow(
          "missing_ticket_id",
          "column " + columnOf("ticket_id") + " is empty; a ticket needs an id");
    }
    if (!facts.containsKey("occurred_at")) {
      throw new UnusableRow(
          "missing_timestamp",
          "column " + columnOf("occurred_at") + " is empty; " + mapping.times().expected());
    }
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
    if (column == null || (word == null && mapping.constants().containsKey(EVENT_TYPE.name()))) {
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
    Object symbol = mapping.events().isEmpty() ? EVENT_TYPE.symbol(word) : null;
    if (symbol == null) {
      unknown.add(EVENT_TYPE.name());
    }
    Object type = symbol == null ? EVENT_TYPE.unknownSymbol() : symbol;
    return List.of(new Meaning(Map.of(EVENT_TYPE.name(), type)));
  }

  private TicketEvent event(Map<String, Object> facts, Meaning meaning) {
    TicketEvent event = new TicketEvent();
    for (EventField field : EventKind.TICKETS.fields()) {
      Object stated = meaning.facts().getOrDefault(field.name(), facts.get(field.name()));
      event.put(field.position(), stated == null ? field.unset() : stated);
    }
    if (event.getSourceSystem() == null) {
      event.setSourceSystem(mapping.sourceSystem());
    }
    return event;
  }

  private @Nullable Instant arrivedAt(Row row) throws UnusableRow {
    Column arrival = mapping.arrival();
    return arrival == null ? null : cells.time(arrival.name(), row);
  }

  private static EventField field(String name) {
    return Objects.requireNonNull(EventKind.TICKETS.field(name));
  }
}
