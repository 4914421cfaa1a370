package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.TicketStatus;

/**
 * What can happen to a ticket. The rank orders events of one instant for which the source gives no
 * sequence: Stop, Pause, Resume, Start, Reset.
 */
public enum EventType {
  UNKNOWN(Rank.START),
  CREATED(Rank.START),
  CLASSIFIED(Rank.STOP),
  ASSIGNED(Rank.STOP),
  TRANSFERRED(Rank.RESET),
  CUSTOMER_MESSAGE(Rank.START),
  AGENT_REPLY(Rank.STOP),
  AUTO_REPLY(Rank.START),
  INTERNAL_NOTE(Rank.START),
  READ(Rank.START),
  STATUS_CHANGED(Rank.PAUSE),
  PRIORITY_CHANGED(Rank.RESET),
  UPDATED(Rank.START),
  RESOLVED(Rank.STOP),
  REOPENED(Rank.RESET),
  CLOSED(Rank.STOP),
  CANCELLED(Rank.STOP),
  MARKED_SPAM(Rank.STOP),
  MERGED(Rank.STOP),
  SPLIT(Rank.START),
  COMPLAINT_FILED(Rank.START),
  APPOINTMENT_SET(Rank.START),
  APPOINTMENT_CANCELLED(Rank.RESET),
  ENGINEER_ARRIVED(Rank.STOP),
  WORK_COMPLETED(Rank.STOP),
  ACCEPTANCE_PASSED(Rank.STOP),
  ACCEPTANCE_FAILED(Rank.START),
  PARTS_ORDERED(Rank.PAUSE),
  PARTS_RECEIVED(Rank.RESUME),
  CALL_LINKED(Rank.START),
  FOLLOW_UP_COMPLETED(Rank.STOP),
  SURVEY_SENT(Rank.START),
  SURVEY_COMPLETED(Rank.STOP),
  CORRECTED(Rank.RESET),
  /** Another ticket was merged into this one; made from its MERGED, never sent by a source. */
  ABSORBED(Rank.RESET),
  /** A call is known that may concern the ticket; made from its events, never sent by a source. */
  CALLED(Rank.STOP);

  private final Rank rank;
  private final String label = name().toLowerCase(java.util.Locale.ROOT);

  EventType(Rank rank) {
    this.rank = rank;
  }

  /**
   * Position among events of one instant; lower takes effect first. A change of status pauses or
   * resumes.
   */
  public Rank rank(TicketStatus after) {
    return this == STATUS_CHANGED && !after.waiting() ? Rank.RESUME : rank;
  }

  /** The status that it leaves a ticket in if it states none, UNKNOWN if it tells nothing. */
  TicketStatus implies() {
    return switch (this) {
      case RESOLVED -> TicketStatus.RESOLVED;
      case CLOSED -> TicketStatus.CLOSED;
      case CANCELLED, MARKED_SPAM, MERGED -> TicketStatus.CANCELLED;
      case REOPENED -> TicketStatus.OPEN;
      default -> TicketStatus.UNKNOWN;
    };
  }

  /** The word used in labels and files. */
  public String label() {
    return label;
  }
}
