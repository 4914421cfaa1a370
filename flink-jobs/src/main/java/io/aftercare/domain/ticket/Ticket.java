package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import java.util.List;

/**
 * Everything that follows from the events of one ticket so far: the snapshot of the fold. Instants
 * are ms since 1970.
 *
 * @param orphan true until its CREATED has been seen; it opened provisionally at its first event
 * @param createdAt when it took effect
 * @param contactedAt when the customer turned to us: creation, or for a ticket that an agent opened
 *     the customer's first message; {@link Clock#NEVER} before that
 * @param endedAt when it left the backlog, {@link Clock#NEVER} while open
 * @param cycle number of the running resolution, from 1
 * @param cycleStartedAt creation, or the last reopening
 * @param allSequenced whether every event so far carries a sequence number
 * @param last where the event applied last stands, in the order of {@link EventOrder}
 * @param firedUpTo the latest deadline that passed without an event, {@link Long#MIN_VALUE} if none
 */
public record Ticket(
    String ticketId,
    boolean orphan,
    long createdAt,
    long contactedAt,
    Phase phase,
    long endedAt,
    Facts facts,
    SlaClaim claim,
    int cycle,
    long cycleStartedAt,
    boolean allSequenced,
    Position last,
    long firedUpTo,
    List<Milestone> milestones,
    List<Clock> clocks) {

  /** Keeps what it was given. */
  public Ticket {
    milestones = List.copyOf(milestones);
    clocks = List.copyOf(clocks);
  }

  /** Whether it is in the backlog. */
  public boolean open() {
    return phase == Phase.OPEN;
  }

  /** The earliest deadline of a running clock, {@link Clock#NEVER} if none runs. */
  public long nextDeadline() {
    long next = Clock.NEVER;
    for (Clock clock : clocks) {
      if (clock.running()) {
        next = Math.min(next, clock.deadline());
      }
    }
    return next;
  }

  /**
   * Whether an event comes after all that was applied or has fired, so that one step of the fold is
   * enough.
   */
  boolean takesNext(TicketEvent event) {
    boolean laterDeadlineFired = Math.max(event.occurredAt(), createdAt) <= firedUpTo;
    boolean sequenceLost = allSequenced && !event.sequenced();
    return !laterDeadlineFired
        && !sequenceLost
        && EventOrder.of(allSequenced).compare(last, event.position()) < 0;
  }
}
