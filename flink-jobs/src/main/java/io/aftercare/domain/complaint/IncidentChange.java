package io.aftercare.domain.complaint;

/**
 * Something to be told of an incident.
 *
 * @param incident as it is now; of one that closed, as it was
 * @param what happened
 * @param at when, ms since 1970
 */
public record IncidentChange(Incident incident, What what, long at) {
  /** What can happen to an incident. */
  public enum What {
    OPENED,
    /** Alerts joined or left it, or it got graver. */
    CHANGED,
    AT_RISK,
    MISSED,
    CLOSED
  }
}
