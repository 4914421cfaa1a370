package io.aftercare.domain.sla;

import java.util.Locale;

/**
 * What starts and stops a clock. A ticket or contact has at most one running episode of each at a
 * time; a policy promises how long it may last.
 */
public enum ClockMetric {
  /** From the customer's contact to the first public reply by a human. */
  FIRST_RESPONSE,
  /** The same, where a bot's public reply counts too. */
  FIRST_RESPONSE_OR_BOT,
  /** From the oldest unanswered public customer message to the next public reply by a human. */
  NEXT_RESPONSE,
  /** The same, where a bot's public reply counts too. */
  NEXT_RESPONSE_OR_BOT,
  /** From creation to the later of the first classification and the first assignment. */
  TRIAGE,
  /** From creation (or reopening, as the next cycle) to resolution. */
  RESOLUTION,
  /** From when a region and queue take the ticket to when they hand it on or resolve it. */
  OWNERSHIP,
  /** From the making of an on-site appointment to the engineer's arrival. */
  ARRIVAL,
  /** From the end of the service to a follow-up that reached the customer. */
  POST_SERVICE_FOLLOW_UP,
  /** From closing by phone guidance to the follow-up. */
  GUIDANCE_FOLLOW_UP,
  /** From a complaint to resolution. */
  COMPLAINT_RESOLUTION,
  /** From when a customer asks to be called back to the call. A clock of contacts. */
  CALLBACK,
  /**
   * From entering a queue to the agent: the threshold, goal and short abandons of a queue's service
   * level. It opens no clock.
   */
  CALL_ANSWER;

  /**
   * Whether what it measures is still owed when the ticket is resolved. A customer who was never
   * answered is owed no first response then.
   */
  public boolean outlastsResolution() {
    return this == POST_SERVICE_FOLLOW_UP
        || this == GUIDANCE_FOLLOW_UP
        || this == COMPLAINT_RESOLUTION;
  }

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The word used in labels and files. */
  public String label() {
    return label;
  }
}
