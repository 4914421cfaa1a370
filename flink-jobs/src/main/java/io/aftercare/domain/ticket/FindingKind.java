package io.aftercare.domain.ticket;

/**
 * What can be found of the quality of a ticket's service, each at the instant at which nothing that
 * happens later can change it. While a ticket is void nothing is found, and what was pending when
 * it became so is dropped without a verdict: no service was given that could be good or bad.
 *
 * <p>A ticket is <i>resolved</i> here whenever it leaves its open phase by RESOLVED or CLOSED, and
 * <i>settles</i> seven days later. Where an event and the end of these days share an instant, the
 * event comes first.
 */
public enum FindingKind {
  /**
   * Created with every field of the intake filled in. Of a ticket whose CREATED was not seen nobody
   * knows; nor of one whose creation a version read that kept no details.
   */
  INTAKE_COMPLETE,
  /** Created with fields left empty. */
  INTAKE_INCOMPLETE,

  /**
   * Resolved for the first time, at the first contact: it was never handed to another region or
   * queue, never reopened, and the customer turned to us once. Whoever turns to us before the first
   * human reply still waits for it, however often; a public message, a complaint or another call
   * after that reply is a second contact. A ticket that is put in its first queue is not handed on.
   */
  FIRST_CONTACT_PROVISIONAL,
  /** Seven days after a provisional one the customer had not come again. */
  FIRST_CONTACT_CONFIRMED,
  /**
   * Resolved for the first time, but not at the first contact; or it was provisional and the
   * customer came again: a reopening by anyone, a public message, a complaint, a call. The first
   * kind counts too, so that confirmed / (confirmed + failed) is a share of all resolved tickets.
   */
  FIRST_CONTACT_FAILED,

  /** Resolved for the first time from afar: remotely, or by guidance on the phone. */
  RESOLVED_REMOTELY,
  /** Resolved for the first time on site, in the workshop or by a replacement. */
  RESOLVED_NOT_REMOTELY,
  /** Resolved for the first time in a way that was not stated, or that says neither. */
  RESOLVED_SOMEHOW,

  /**
   * Seven days after a resolution the customer had confirmed it: a follow-up reached the customer,
   * or the survey was answered, since then; or the work was accepted, which on site is done before
   * the ticket is resolved. An acceptance that failed takes the confirmation back. Every resolution
   * is asked for, not only the first.
   */
  LOOP_CLOSED,
  /** Seven days after a resolution nobody had confirmed it; or it was reopened before, at once. */
  LOOP_OPEN,

  /** The first acceptance of the work was passed. */
  REPAIR_PASSED,
  /** The first acceptance of the work failed. */
  REPAIR_FAILED,

  /** The engineer came by the end of the window. */
  APPOINTMENT_ON_TIME,
  /** The engineer came after the end of the window. */
  APPOINTMENT_LATE,
  /**
   * The window had passed and nobody had come when the ticket was resolved, when another window was
   * set, or when it was called off: to call off what was missed does not make it good. Not at the
   * end of the window: who comes late has not missed it.
   */
  APPOINTMENT_MISSED,
  /** Another window was set while one stood; the same end said again is the same window. */
  APPOINTMENT_RESCHEDULED,
  /** Called off before its end, or no longer needed: the ticket was resolved before. */
  APPOINTMENT_CANCELLED,

  /** A survey was answered at most seven days after it was sent. */
  SURVEY_ANSWERED,
  /**
   * Seven days after a survey was sent nobody had answered. A survey that is sent while one is
   * awaited is its reminder. A later answer counts as satisfaction and leaves this as it is.
   */
  SURVEY_UNANSWERED,

  /** An answer of 90 or more on a scale of 0 to 100, sent for or not. */
  VERY_SATISFIED,
  /** An answer from 80. */
  SATISFIED,
  /** An answer from 60. */
  NEUTRAL,
  /** An answer below 60. */
  DISSATISFIED,

  /** An answer of 9 or 10; only on a scale of exactly 0 to 10, as the score is defined. */
  PROMOTER,
  /** An answer from 7 on such a scale. */
  PASSIVE,
  /** An answer below 7 on such a scale. */
  DETRACTOR;

  static FindingKind ofIntake(int missingFields) {
    return missingFields == 0 ? INTAKE_COMPLETE : INTAKE_INCOMPLETE;
  }

  /**
   * @param score in hundredths of a scale from 0 to 100
   */
  static FindingKind ofSatisfaction(int score) {
    if (score >= 90_00) {
      return VERY_SATISFIED;
    }
    if (score >= 80_00) {
      return SATISFIED;
    }
    return score >= 60_00 ? NEUTRAL : DISSATISFIED;
  }

  /**
   * @param score in hundredths of a scale from 0 to 100, ten times that of 0 to 10
   */
  static FindingKind ofRecommendation(int score) {
    if (score >= 90_00) {
      return PROMOTER;
    }
    return score >= 70_00 ? PASSIVE : DETRACTOR;
  }
}
