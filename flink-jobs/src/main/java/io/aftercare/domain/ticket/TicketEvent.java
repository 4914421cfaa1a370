package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.ServiceType;
import io.aftercare.domain.sla.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a ticket, as far as verdicts and measures depend on it. Facts are the
 * values after the event; null, {@code UNKNOWN} and {@link Facts#NOT_DUE} mean "not stated here",
 * and what the ticket had stands. Instants are ms since 1970. Two events are the same content
 * exactly if they are equal.
 *
 * @param sequence the source's sequence number, {@link #UNSEQUENCED} if it has none
 * @param visible whether the customer can see it
 */
public record TicketEvent(
    String eventId,
    EventType type,
    String ticketId,
    long sequence,
    long occurredAt,
    ActorType actor,
    boolean visible,
    @Nullable String region,
    @Nullable String originRegion,
    Channel channel,
    ServiceType serviceType,
    Priority priority,
    TicketStatus status,
    @Nullable String queue,
    @Nullable String customerTier,
    @Nullable String productLine,
    long dueAt,
    SlaClaim claim,
    @Nullable String relatedTicketId,
    @Nullable String contactId,
    @Nullable String correctsEventId) {

  /** The source gives no sequence numbers. */
  public static final long UNSEQUENCED = Long.MIN_VALUE;

  /** Whether the source gave it a sequence number. */
  public boolean sequenced() {
    return sequence != UNSEQUENCED;
  }

  /** Where it stands among its ticket's events. */
  Position position() {
    return new Position(type, occurredAt, sequence, eventId);
  }

  /** The same content under other ids. */
  public TicketEvent named(String event, String ticket) {
    return new TicketEvent(
        event,
        type,
        ticket,
        sequence,
        occurredAt,
        actor,
        visible,
        region,
        originRegion,
        channel,
        serviceType,
        priority,
        status,
        queue,
        customerTier,
        productLine,
        dueAt,
        claim,
        relatedTicketId,
        contactId,
        correctsEventId);
  }

  /** Whether a person on our side answered so that the customer can see it. */
  boolean humanReply() {
    return type == EventType.AGENT_REPLY
        && visible
        && actor != ActorType.BOT
        && actor != ActorType.SYSTEM
        && actor != ActorType.CUSTOMER;
  }

  /** The ticket's facts after this event; the same object if nothing changes. */
  Facts after(Facts before) {
    Facts now =
        new Facts(
            region != null ? region : before.region(),
            before.originRegion() != null ? before.originRegion() : originRegion,
            channel != Channel.UNKNOWN ? channel : before.channel(),
            serviceType != ServiceType.UNKNOWN ? serviceType : before.serviceType(),
            priority != Priority.UNKNOWN ? priority : before.priority(),
            status != TicketStatus.UNKNOWN ? status : before.status(),
            queue != null ? queue : before.queue(),
            customerTier != null ? customerTier : before.customerTier(),
            productLine != null ? productLine : before.productLine(),
            dueAt != Facts.NOT_DUE ? dueAt : before.dueAt());
    return now.equals(before) ? before : now;
  }
}
