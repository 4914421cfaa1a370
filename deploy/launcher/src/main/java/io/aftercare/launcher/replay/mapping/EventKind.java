package io.aftercare.launcher.replay.mapping;

import io.aftercare.contract.CallEvent;
import io.aftercare.contract.TicketEvent;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What the lines of a file are about; it fixes the fields that a mapping may set. */
public enum EventKind {
  TICKETS(TicketEvent.getClassSchema(), "ticket_id"),
  CALLS(CallEvent.getClassSchema(), "contact_id");

  @SuppressWarnings("ImmutableEnumChecker") // filled once, never written again
  private final Map<String, EventField> fields = new LinkedHashMap<>();

  private final String idField;

  EventKind(Schema schema, String idField) {
    this.idField = idField;
    schema.getFields().forEach(field -> fields.put(field.name(), EventField.of(field)));
  }

  /** The field that names the ticket or contact. */
  public String idField() {
    return idField;
  }

  /** All fields in the order of the schema. */
  public Collection<EventField> fields() {
    return Collections.unmodifiableCollection(fields.values());
  }

  public @Nullable EventField field(String name) {
    return fields.get(name);
  }

  EventField fieldOrFail(String name, YamlValue where) {
    EventField field = fields.get(name);
    if (field == null) {
      throw where.error(
          "no such field of a " + word() + " event; known: " + String.join(", ", fields.keySet()));
    }
    return field;
  }

  private String word() {
    return this == TICKETS ? "ticket" : "call";
  }

  static EventKind of(YamlValue value) {
    try {
      return valueOf(value.text().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw value.error("'" + value.text() + "' is no kind of event; tickets or calls");
    }
  }
}
