package io.aftercare.domain.intake;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which well-formed events are let in, decided before they can touch a watermark. Instants and
 * spans are ms.
 *
 * @param subjectField name of the field that says what an event is about, as {@code ticket_id}
 * @param futureToleranceMillis how far {@code occurred_at} may lie after arrival
 * @param asOf nothing after it happens; {@link Long#MAX_VALUE} when live
 */
public record Admission(String subjectField, long futureToleranceMillis, long asOf)
    implements Serializable {

  /** Longest ids, ms-sane times: the limits of the contract. */
  private static final int LONGEST_ID = 128;

  private static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
  private static final long EARLIEST = Instant.parse("1970-01-01T00:00:00Z").toEpochMilli();

  /** Why an event is kept out. */
  public record Refusal(String reason, String detail) {}

  /** The reason to keep an event out, or null. */
  public @Nullable Refusal refuse(StreamEvent event, long arrivedAt) {
    Refusal subject = refuseId(subjectField, event.subject());
    Refusal id = subject == null ? refuseId("event_id", event.eventId()) : subject;
    return id == null ? refuseTime(event.occurredAt(), arrivedAt) : id;
  }

  private static @Nullable Refusal refuseId(String field, String id) {
    return id.isBlank() || id.length() > LONGEST_ID
        ? new Refusal("bad_" + field, field + " must have 1 to 128 characters, has " + id.length())
        : null;
  }

  private @Nullable Refusal refuseTime(long occurredAt, long arrivedAt) {
    if (occurredAt < EARLIEST || occurredAt > LATEST) {
      return new Refusal(
          "bad_occurred_at", "occurred_at must be ms since 1970 (1970 to 9999), is " + occurredAt);
    }
    if (occurredAt - arrivedAt > futureToleranceMillis) {
      return new Refusal(
          "future_occurred_at",
          "occurred_at %s lies %d ms after the record's arrival %s; at most %d ms are allowed"
              .formatted(
                  Instant.ofEpochMilli(occurredAt),
                  occurredAt - arrivedAt,
                  Instant.ofEpochMilli(arrivedAt),
                  futureToleranceMillis));
    }
    if (occurredAt > asOf) {
      return new Refusal(
          "after_as_of",
          "occurred_at %s lies after the end of time %s"
              .formatted(Instant.ofEpochMilli(occurredAt), Instant.ofEpochMilli(asOf)));
    }
    return null;
  }
}
