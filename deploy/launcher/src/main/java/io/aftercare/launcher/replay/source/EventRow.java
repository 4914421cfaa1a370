package io.aftercare.launcher.replay.source;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a row says: one event or several, of one ticket or contact and of one instant.
 *
 * @param subject the ticket or contact, by its id
 * @param events of the mapping's kind
 * @param arrivedAt when the line arrived, if the file says so
 * @param unknown fields whose value is in no closed list and became UNKNOWN
 */
public record EventRow(
    String subject,
    Instant occurredAt,
    List<SpecificRecord> events,
    @Nullable Instant arrivedAt,
    Set<String> unknown) {

  public EventRow {
    events = List.copyOf(events);
  }
}
