package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;

/**
 * What has to be known of a ticket to find how good its service was: nothing of what was found,
 * only what later events or time may still find. Instants are ms since 1970, {@link Clock#NEVER} if
 * there is none.
 *
 * @param answered whether a person on our side has answered the customer
 * @param secondContact whether it can no longer be resolved at the first contact
 * @param resolved whether it was resolved once
 * @param firstContact whether it was resolved at the first contact, and that is provisional
 * @param confirmed whether the customer has confirmed the work of this cycle
 * @param accepted whether the work was once accepted or refused
 * @param loopDueAt when its last resolution settles
 * @param surveyDueAt until when the survey that was sent is awaited
 * @param appointmentEnd end of the window that stands
 * @param asset hash of the device that it was last said to be about, 0 if none was
 */
public record Quality(
    boolean answered,
    boolean secondContact,
    boolean resolved,
    boolean firstContact,
    boolean confirmed,
    boolean accepted,
    long loopDueAt,
    long surveyDueAt,
    long appointmentEnd,
    long asset) {

  /** Of a ticket that begins. */
  public static final Quality NONE =
      new Quality(
          false, false, false, false, false, false, Clock.NEVER, Clock.NEVER, Clock.NEVER, 0);

  /** When something is settled if nothing happens; {@link Clock#NEVER} if nothing is pending. */
  public long dueAt() {
    return Math.min(loopDueAt, surveyDueAt);
  }

  /** Whether time alone will find something. */
  public boolean pending() {
    return dueAt() != Clock.NEVER;
  }
}
