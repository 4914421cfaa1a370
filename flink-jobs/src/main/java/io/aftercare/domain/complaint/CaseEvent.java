package io.aftercare.domain.complaint;

import io.aftercare.domain.intake.Amendable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a ticket, as far as complaints depend on it. Instants are ms since
 * 1970. Two events are the same content exactly if they are equal.
 *
 * @param sequence the source's sequence number, {@link #UNSEQUENCED} if it has none
 * @param recordedAt when the source wrote it, {@link #NEVER} if it does not say
 * @param byStaff whether our side wrote it: a person at work, or a machine
 * @param stated what it states; what it does not state stands as it was
 */
public record CaseEvent(
    String eventId,
    String ticketId,
    CaseKind kind,
    long sequence,
    long occurredAt,
    long recordedAt,
    boolean byStaff,
    Grievance stated,
    @Nullable String correctsEventId)
    implements Amendable<CaseEvent> {

  /** The source gives no sequence numbers. */
  public static final long UNSEQUENCED = Long.MIN_VALUE;

  /** No instant. */
  public static final long NEVER = Long.MAX_VALUE;

  @Override
  public String subject() {
    return ticketId;
  }

  @Override
  public @Nullable String amends() {
    return kind == CaseKind.CORRECTED ? correctsEventId : null;
  }

  @Override
  public long recorded() {
    return recordedAt == NEVER ? occurredAt : recordedAt;
  }

  /** Who wrote the event stays; the kind of what happened cannot be corrected. */
  @Override
  public CaseEvent amendedBy(CaseEvent correction) {
    return new CaseEvent(
        eventId,
        ticketId,
        kind,
        sequence,
        correction.occurredAt,
        correction.recordedAt != NEVER ? correction.recordedAt : recordedAt,
        byStaff,
        stated.under(correction.stated),
        correctsEventId);
  }
}
