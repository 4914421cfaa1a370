package io.aftercare.domain.ticket;

/** What came of a follow-up with the customer. */
public enum FollowUpOutcome {
  UNKNOWN,
  REACHED,
  NOT_REACHED,
  DECLINED
}
