package io.aftercare.domain.sla;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a ticket at one moment, all of it carried by its events: the only thing a policy
 * may look at. {@code dueAt} is in ms since 1970, {@link #NOT_DUE} if the source promised nothing.
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
    long dueAt) {

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
          NOT_DUE);

  /** The owning region, or {@link #UNKNOWN_REGION}. */
  public String regionLabel() {
    return region == null ? UNKNOWN_REGION : region;
  }
}
