package io.aftercare.launcher.replay.mapping;

import io.aftercare.contract.CallEvent;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.Topics;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a file are about; it fixes the fields that a mapping may set and the topic that
 * the events go to.
 */
public enum EventKind {
  TICKETS(TicketEvent.class, TicketEvent::new, "ticket_id", Topics.TICKET_EVENTS),
  CALLS(CallEvent.class, CallEvent::new, "contact_id", Topics.CALL_EVENTS);

  @SuppressWarnings("ImmutableEnumChecker") // filled once, never written again
  private final Map<String, EventField> fields = new LinkedHashMap<>();

  private final Class<? extends SpecificRecord> type;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor
  private final Supplier<SpecificRecord> maker;

  private final String idField;
  private final String topic;

  EventKind(
      Class<? extends SpecificRecord> type,
      Supplier<SpecificRecord> maker,
      String idField,
      String topic) {
    this.type = type;
    this.maker = maker;
    this.idField = idField;
    this.topic = topic;
    Schema schema = maker.get().getSchema();
    schema.getFields().forEach(field -> fields.put(field.name(), EventField.of(field)));
  }

  /** The contract's event. */
  public Class<? extends SpecificRecord> type() {
    return type;
  }

  /** An event that states nothing yet. */
  public SpecificRecord newEvent() {
    return maker.get();
  }

  /** The topic of such events. */
  public String topic() {
    return topic;
  }

  /** The field that names the ticket or contact. */
  public String idField() {
    return idField;
  }

  /** What such an event is about: a ticket, a contact. */
  public String subject() {
    return idField.replaceFirst("_id$", "");
  }

  /** The input's name on figures, and what people call such files: tickets, calls. */
  public String stream() {
    return name().toLowerCase(Locale.ROOT);
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

  /** What people call one such file or event: ticket, call. */
  public String word() {
    return this == TICKETS ? "ticket" : "call";
  }

  /** An event without effect, for source events that mean nothing to us. */
  String idle() {
    return this == TICKETS ? "UPDATED" : "RINGING";
  }

  /** The event that a life begins with. */
  String first() {
    return this == TICKETS ? "CREATED" : "OFFERED";
  }

  static EventKind of(YamlValue value) {
    try {
      return valueOf(value.text().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw value.error("'" + value.text() + "' is no kind of event; tickets or calls");
    }
  }
}
