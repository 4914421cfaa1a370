package io.aftercare.domain.ticket;

import io.aftercare.domain.intake.Amendable;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.ResolutionMode;
import io.aftercare.domain.sla.ServiceType;
import io.aftercare.domain.sla.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a ticket, as far as verdicts and measures depend on it. What it states
 * are the values after the event; null, {@code UNKNOWN} and {@link Facts#NOT_DUE} mean "not stated
 * here", and what the ticket had stands. Instants are ms since 1970. Two events are the same
 * content exactly if they are equal.
 *
 * @param sequence the source's sequence number, {@link #UNSEQUENCED} if it has none
 * @param recordedAt when the source wrote it, {@link Clock#NEVER} if it does not say
 * @param visible whether the customer can see it
 * @param stated the facts that it states
 * @param followUp outcome of a follow-up
 * @param earlierStart of ABSORBED: when the clock of the merged ticket began; of CALLED: when the
 *     caller first entered a queue; {@link Clock#NEVER} if that is not known
 */
public record TicketEvent(
    String eventId,
    EventType type,
    String ticketId,
    long sequence,
    long occurredAt,
    long recordedAt,
    ActorType actor,
    boolean visible,
    Facts stated,
    SlaClaim claim,
    FollowUpOutcome followUp,
    long earlierStart,
    @Nullable String relatedTicketId,
    @Nullable String contactId,
    @Nullable String correctsEventId,
    Details details)
    implements Amendable<TicketEvent> {

  /** An event without details. */
  public TicketEvent(
      String eventId,
      EventType type,
      String ticketId,
      long sequence,
      long occurredAt,
      long recordedAt,
      ActorType actor,
      boolean visible,
      Facts stated,
      SlaClaim claim,
      FollowUpOutcome followUp,
      long earlierStart,
      @Nullable String relatedTicketId,
      @Nullable String contactId,
      @Nullable String correctsEventId) {
    this(
        eventId,
        type,
        ticketId,
        sequence,
        occurredAt,
        recordedAt,
        actor,
        visible,
        stated,
        claim,
        followUp,
        earlierStart,
        relatedTicketId,
        contactId,
        correctsEventId,
        Details.NONE);
  }

  /** The source gives no sequence numbers. */
  public static final long UNSEQUENCED = Long.MIN_VALUE;

  @Override
  public String subject() {
    return ticketId;
  }

  /** Whether it was made by us, of what another key knows: no source sent it. */
  @Override
  public boolean made() {
    return type == EventType.ABSORBED || type == EventType.CALLED;
  }

  /** Whether the source gave it a sequence number; one that we made has no say in that. */
  public boolean sequenced() {
    return sequence != UNSEQUENCED || made();
  }

  /** Where it stands among its ticket's events, if it may be the one that creates it. */
  Position position() {
    return position(type == EventType.CREATED);
  }

  /** Where it stands among its ticket's events after the first; another CREATED is one of them. */
  Position laterPosition() {
    return position(false);
  }

  private Position position(boolean creation) {
    return new Position(creation, rank(), occurredAt, sequence, eventId);
  }

  private Rank rank() {
    boolean waits = type == EventType.CALLED && !Calls.answered(this);
    return waits ? Rank.START : type.rank(stated.status());
  }

  /** The same content under other ids. */
  public TicketEvent named(String event, String ticket) {
    return new TicketEvent(
        event,
        type,
        ticket,
        sequence,
        occurredAt,
        recordedAt,
        actor,
        visible,
        stated,
        claim,
        followUp,
        earlierStart,
        relatedTicketId,
        contactId,
        correctsEventId,
        details);
  }

  /** The same event with other details. */
  public TicketEvent withDetails(Details other) {
    return new TicketEvent(
        eventId,
        type,
        ticketId,
        sequence,
        occurredAt,
        recordedAt,
        actor,
        visible,
        stated,
        claim,
        followUp,
        earlierStart,
        relatedTicketId,
        contactId,
        correctsEventId,
        other);
  }

  @Override
  public @Nullable String amends() {
    return type == EventType.CORRECTED ? correctsEventId : null;
  }

  @Override
  public long recorded() {
    return recordedAt == Clock.NEVER ? occurredAt : recordedAt;
  }

  @Override
  public TicketEvent amendedBy(TicketEvent correction) {
    return new TicketEvent(
        eventId,
        type,
        ticketId,
        sequence,
        correction.occurredAt,
        correction.recordedAt != Clock.NEVER ? correction.recordedAt : recordedAt,
        correction.actor != ActorType.UNKNOWN ? correction.actor : actor,
        visible,
        overlay(stated, correction.stated, true),
        correction.claim != SlaClaim.UNKNOWN ? correction.claim : claim,
        correction.followUp != FollowUpOutcome.UNKNOWN ? correction.followUp : followUp,
        earlierStart,
        correction.relatedTicketId != null ? correction.relatedTicketId : relatedTicketId,
        correction.contactId != null ? correction.contactId : contactId,
        correctsEventId,
        details.correctedBy(correction.details));
  }

  /** Whether a person on our side answered so that the customer can see it. */
  boolean humanReply() {
    return type == EventType.AGENT_REPLY
        && visible
        && (actor == ActorType.AGENT || actor == ActorType.ENGINEER || actor == ActorType.UNKNOWN);
  }

  /** Whether a machine answered so that the customer can see it. */
  boolean botReply() {
    return visible
        && (type == EventType.AUTO_REPLY
            || (type == EventType.AGENT_REPLY
                && (actor == ActorType.BOT || actor == ActorType.SYSTEM)));
  }

  /** The ticket's facts after this event; the same object if nothing changes. */
  Facts after(Facts before) {
    Facts now = overlay(before, stated, type == EventType.APPOINTMENT_SET);
    TicketStatus implied = type.implies();
    if (implied != TicketStatus.UNKNOWN && stated.status() == TicketStatus.UNKNOWN) {
      now = now.withStatus(implied);
    }
    return now.equals(before) ? before : now;
  }

  /**
   * Facts with what is stated over them. Where the customer is stays where it was first; an
   * appointment is what the event that sets it says, nothing included.
   */
  private static Facts overlay(Facts under, Facts over, boolean setsAppointment) {
    return new Facts(
        over.region() != null ? over.region() : under.region(),
        under.originRegion() != null ? under.originRegion() : over.originRegion(),
        over.channel() != Channel.UNKNOWN ? over.channel() : under.channel(),
        over.serviceType() != ServiceType.UNKNOWN ? over.serviceType() : under.serviceType(),
        over.priority() != Priority.UNKNOWN ? over.priority() : under.priority(),
        over.status() != TicketStatus.UNKNOWN ? over.status() : under.status(),
        over.queue() != null ? over.queue() : under.queue(),
        over.customerTier() != null ? over.customerTier() : under.customerTier(),
        over.productLine() != null ? over.productLine() : under.productLine(),
        over.calendar() != null ? over.calendar() : under.calendar(),
        over.resolutionMode() != ResolutionMode.UNKNOWN
            ? over.resolutionMode()
            : under.resolutionMode(),
        over.dueAt() != Facts.NOT_DUE ? over.dueAt() : under.dueAt(),
        setsAppointment ? over.appointmentEnd() : under.appointmentEnd());
  }
}
