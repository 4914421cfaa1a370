package io.aftercare.domain.call;

import io.aftercare.domain.intake.Amendable;
import io.aftercare.domain.sla.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to one contact, as far as outcomes and measures depend on it. Instants
 * are ms since 1970, spans ms. Two events are the same content exactly if they are equal.
 *
 * @param sequence the source's sequence number, {@link #UNSEQUENCED} if it has none
 * @param segment number of the visit to a queue that it is about; 0: the newest
 * @param recordedAt when the source wrote it, {@link #NEVER} if it does not say
 * @param channel voice unless stated
 * @param fromQueue the queue that a transfer or an overflow left
 * @param ticketId the ticket that the contact is about
 * @param talkMillis talk time of the leg as the source states it; {@link #NOT_STATED}
 * @param holdMillis likewise hold time
 * @param wrapUpMillis likewise after-call work
 * @param callbackDueAt by when a callback was promised, {@link #NEVER} if it does not say
 */
public record CallEvent(
    String eventId,
    CallEventType type,
    String contactId,
    long sequence,
    int segment,
    long occurredAt,
    long recordedAt,
    Channel channel,
    @Nullable String region,
    @Nullable String queue,
    @Nullable String fromQueue,
    @Nullable String agentRef,
    @Nullable String customerRef,
    @Nullable String ticketId,
    long talkMillis,
    long holdMillis,
    long wrapUpMillis,
    long callbackDueAt,
    @Nullable String correctsEventId)
    implements Amendable<CallEvent> {

  /** The source gives no sequence numbers. */
  public static final long UNSEQUENCED = Long.MIN_VALUE;

  /** No instant. */
  public static final long NEVER = Long.MAX_VALUE;

  /** The source does not say how long. */
  public static final long NOT_STATED = -1;

  @Override
  public String subject() {
    return contactId;
  }

  /** Whether the source gave it a sequence number. */
  public boolean sequenced() {
    return sequence != UNSEQUENCED;
  }

  /** The same content under other ids. */
  public CallEvent named(String event, String contact) {
    return new CallEvent(
        event,
        type,
        contact,
        sequence,
        segment,
        occurredAt,
        recordedAt,
        channel,
        region,
        queue,
        fromQueue,
        agentRef,
        customerRef,
        ticketId,
        talkMillis,
        holdMillis,
        wrapUpMillis,
        callbackDueAt,
        correctsEventId);
  }

  @Override
  public @Nullable String amends() {
    return type == CallEventType.CORRECTED ? correctsEventId : null;
  }

  @Override
  public long recorded() {
    return recordedAt == NEVER ? occurredAt : recordedAt;
  }

  @Override
  public CallEvent amendedBy(CallEvent correction) {
    return new CallEvent(
        eventId,
        type,
        contactId,
        sequence,
        correction.segment > 0 ? correction.segment : segment,
        correction.occurredAt,
        correction.recordedAt != NEVER ? correction.recordedAt : recordedAt,
        channel,
        correction.region != null ? correction.region : region,
        correction.queue != null ? correction.queue : queue,
        correction.fromQueue != null ? correction.fromQueue : fromQueue,
        correction.agentRef != null ? correction.agentRef : agentRef,
        correction.customerRef != null ? correction.customerRef : customerRef,
        correction.ticketId != null ? correction.ticketId : ticketId,
        correction.talkMillis >= 0 ? correction.talkMillis : talkMillis,
        correction.holdMillis >= 0 ? correction.holdMillis : holdMillis,
        correction.wrapUpMillis >= 0 ? correction.wrapUpMillis : wrapUpMillis,
        correction.callbackDueAt != NEVER ? correction.callbackDueAt : callbackDueAt,
        correctsEventId);
  }
}
