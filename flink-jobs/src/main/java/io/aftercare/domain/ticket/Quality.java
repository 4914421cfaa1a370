package io.aftercare.domain.ticket;

/**
 * What has to be known of a ticket to find how good its service was.
 *
 * @param dueAt when something is settled if nothing happens, ms; {@link
 *     io.aftercare.domain.sla.Clock#NEVER} if nothing is
 */
public record Quality(long dueAt) {
  /** Of a ticket that begins. */
  public static final Quality NONE = new Quality(io.aftercare.domain.sla.Clock.NEVER);
}
