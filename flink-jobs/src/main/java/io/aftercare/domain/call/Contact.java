package io.aftercare.domain.call;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that follows from the events of one contact so far. Instants are ms since 1970, {@link
 * CallEvent#NEVER} if that has not happened.
 *
 * @param ticketId the ticket that the contact's own events say it is about; the last one stated
 * @param customerRef pseudonym of the caller; the first one stated
 * @param region the first one stated: also of a caller who left before any queue
 * @param queue the first one stated: what the caller came for
 * @param offeredAt when it began: its OFFERED, or its first event while that has not been seen
 * @param orphan whether its OFFERED has not been seen
 * @param endedAt when nobody was on the line any more
 * @param segments in the order in which the queues were entered
 * @param legs in the order in which agents answered
 * @param clocks of its callbacks
 */
public record Contact(
    String contactId,
    Channel channel,
    @Nullable String ticketId,
    @Nullable String customerRef,
    @Nullable String region,
    @Nullable String queue,
    long offeredAt,
    boolean orphan,
    long endedAt,
    List<Segment> segments,
    List<Leg> legs,
    List<Callback> callbacks,
    List<Clock> clocks) {

  /** The label of a queue that nobody named. */
  public static final String UNKNOWN_QUEUE = "unknown";

  /** Keeps what it was given. */
  public Contact {
    segments = List.copyOf(segments);
    legs = List.copyOf(legs);
    callbacks = List.copyOf(callbacks);
    clocks = List.copyOf(clocks);
  }

  /** Whether somebody waits, talks, or waits to be called: whether more is to come of itself. */
  public boolean open() {
    return segments.stream().anyMatch(Segment::waiting)
        || legs.stream().anyMatch(leg -> !leg.settled() && !leg.timedOut())
        || callbacks.stream().anyMatch(Callback::waiting);
  }
}
