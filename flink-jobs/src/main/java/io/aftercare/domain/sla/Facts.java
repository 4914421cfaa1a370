package io.aftercare.domain.sla;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a ticket at one moment, all of it carried by its events: the only thing a policy
 * may look at. Instants are in ms since 1970, {@link #NOT_DUE} if nothing was promised.
 *
 * @param calendar id of the calendar that the source put the ticket on; null: its region's
 * @param dueAt the deadline that the source promised
 * @param appointmentEnd end of the on-site window that was agreed last
 */
public record Facts(
    @Nullable String region,
    @Nullable String originRegion,
    Channel channel,
    ServiceType serviceType,
    Priority priority,
    TicketStatus status,
    @Nullable String queue,
    @Nullable String customerTier,
    @Nullable String productLine,
    @Nullable String calendar,
    ResolutionMode resolutionMode,
    long dueAt,
    long appointmentEnd) {

  /** No deadline promised by the source. */
  public static final long NOT_DUE = Long.MAX_VALUE;

  /** The label of a ticket whose region nobody stated. */
  public static final String UNKNOWN_REGION = "unknown";

  /** Nothing known yet. */
  public static final Facts NONE =
      new Facts(
          null,
          null,
          Channel.UNKNOWN,
          ServiceType.UNKNOWN,
          Priority.UNKNOWN,
          TicketStatus.UNKNOWN,
          null,
          null,
          null,
          null,
          ResolutionMode.UNKNOWN,
          NOT_DUE,
          NOT_DUE);

  /** What is known of somebody in a queue; {@code dueAt} is when a callback was promised. */
  public static Facts ofQueue(
      @Nullable String region, @Nullable String queue, Channel channel, long dueAt) {
    return new Facts(
        region,
        region,
        channel,
        ServiceType.UNKNOWN,
        Priority.UNKNOWN,
        TicketStatus.UNKNOWN,
        queue,
        null,
        null,
        null,
        ResolutionMode.UNKNOWN,
        dueAt,
        NOT_DUE);
  }

  /** The same in another status. */
  public Facts withStatus(TicketStatus now) {
    return new Facts(
        region,
        originRegion,
        channel,
        serviceType,
        priority,
        now,
        queue,
        customerTier,
        productLine,
        calendar,
        resolutionMode,
        dueAt,
        appointmentEnd);
  }

  /** The owning region, or {@link #UNKNOWN_REGION}. */
  public String regionLabel() {
    return region == null ? UNKNOWN_REGION : region;
  }

  /**
   * These facts; where the customer is, unless stated, is the first region that owned the ticket.
   */
  public Facts withOrigin() {
    return originRegion != null || region == null
        ? this
        : new Facts(
            region,
            region,
            channel,
            serviceType,
            priority,
            status,
            queue,
            customerTier,
            productLine,
            calendar,
            resolutionMode,
            dueAt,
            appointmentEnd);
  }
}
