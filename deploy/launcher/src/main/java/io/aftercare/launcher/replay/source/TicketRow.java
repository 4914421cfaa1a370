package io.aftercare.launcher.replay.source;

import io.aftercare.contract.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a row says: one event or several, of one ticket and instant.
 *
 * @param arrivedAt when the line arrived, if the file says so
 * @param unknown fields whose value is in no closed list and became UNKNOWN
 */
public record TicketRow(
    List<TicketEvent> events, @Nullable Instant arrivedAt, Set<String> unknown) {

  public TicketRow {
    events = List.copyOf(events);
  }

  public String ticketId() {
    return events.get(0).getTicketId();
  }

  public Instant occurredAt() {
    return events.get(0).getOccurredAt();
  }
}
