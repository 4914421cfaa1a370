package io.aftercare.job.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.TicketEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event of a ticket or a call as a line that {@link Arrivals} reads: the contract's JSON,
 * arrived at once.
 */
final class EventLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EventLines() {}

  static String of(TicketEvent e) {
    ObjectNode line = JSON.createObjectNode();
    line.put("arrived_at", Instant.ofEpochMilli(e.occurredAt()).toString());
    ObjectNode value = line.putObject("value");
    value.put("event_id", e.eventId());
    value.put("event_type", e.type().name());
    value.put("ticket_id", e.ticketId());
    value.put("occurred_at", instant(e.occurredAt()));
    value.put("actor_type", e.actor().name());
    value.put("is_public", e.visible());
    value.put("follow_up_outcome", e.followUp().name());
    value.put("source_sla", e.claim().name());
    put(value, "recorded_at", e.recordedAt() == Clock.NEVER ? null : instant(e.recordedAt()));
    put(value, "related_ticket_id", e.relatedTicketId());
    put(value, "contact_id", e.contactId());
    put(value, "corrects_event_id", e.correctsEventId());
    if (e.sequenced()) {
      value.put("ticket_seq", e.sequence());
    }
    facts(value, e.stated());
    return line.toString();
  }

  static String of(CallEvent e) {
    ObjectNode line = JSON.createObjectNode();
    line.put("arrived_at", Instant.ofEpochMilli(e.occurredAt()).toString());
    ObjectNode value = line.putObject("value");
    value.put("event_id", e.eventId());
    value.put("event_type", e.type().name());
    value.put("contact_id", e.contactId());
    value.put("occurred_at", instant(e.occurredAt()));
    value.put("channel", e.channel().name());
    put(value, "recorded_at", e.recordedAt() == CallEvent.NEVER ? null : instant(e.recordedAt()));
    put(value, "region", e.region());
    put(value, "queue", e.queue());
    put(value, "ticket_id", e.ticketId());
    put(value, "corrects_event_id", e.correctsEventId());
    return line.toString();
  }

  private static void facts(ObjectNode value, Facts f) {
    value.put("channel", f.channel().name());
    value.put("service_type", f.serviceType().name());
    value.put("priority", f.priority().name());
    value.put("status", f.status().name());
    value.put("resolution_mode", f.resolutionMode().name());
    put(value, "region", f.region());
    put(value, "origin_region", f.originRegion());
    put(value, "queue", f.queue());
    put(value, "customer_tier", f.customerTier());
    put(value, "product_line", f.productLine());
    put(value, "calendar_id", f.calendar());
    put(value, "due_at", f.dueAt() == Facts.NOT_DUE ? null : instant(f.dueAt()));
    put(
        value,
        "appointment_end",
        f.appointmentEnd() == Facts.NOT_DUE ? null : instant(f.appointmentEnd()));
  }

  private static String instant(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  private static void put(ObjectNode value, String field, @Nullable String text) {
    if (text != null) {
      value.put(field, text);
    }
  }
}
