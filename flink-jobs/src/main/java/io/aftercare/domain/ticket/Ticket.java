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
 * @param endedAt when it left the backlog, {@link Clock#NEVER} while open
 * @param classified whether it was classified once
 * @param assigned whether it was assigned once
 * @param refolds whether only folds over the whole history are right: one of its events is or
 *     awaits a correction, or an older version wrote this snapshot
 * @param allSequenced whether every event so far carries a sequence number
 * @param last where the event applied last stands, in the order of {@link EventOrder}
 * @param firedUpTo the latest instant at which something changed without an event, {@link
 *     Long#MIN_VALUE} if nothing did
 * @param customer whose it is: the hash of what its first event says, 0 if that says nothing
 * @param stage where it is in its service
 * @param stageSince since when it has been with this region and queue, in this stage and status;
 *     {@link Clock#NEVER} if an older version wrote this snapshot, which knew no stages
 * @param mainStage the stage; while it waits for somebody, the one that it goes on in
 * @param stayedSince since when it has been in this stage
 * @param quality what has to be known to find how good its service was
 * @param episodes of each metric the last
 */
public record Ticket(
    String ticketId,
    boolean orphan,
    long createdAt,
    Phase phase,
    long endedAt,
    Facts facts,
    SlaClaim claim,
    boolean classified,
    boolean assigned,
    boolean refolds,
    boolean allSequenced,
    Position last,
    long firedUpTo,
    long customer,
    Stage stage,
    long stageSince,
    Stage mainStage,
    long stayedSince,
    Quality quality,
    List<Episode> episodes,
    List<Milestone> milestones,
    List<Tally> tallies,
    List<Clock> clocks) {

  /** Keeps what it was given. */
  public Ticket {
    episodes = List.copyOf(episodes);
    milestones = List.copyOf(milestones);
    tallies = List.copyOf(tallies);
    clocks = List.copyOf(clocks);
  }

  /** Whether it is in the backlog. */
  public boolean open() {
    return phase == Phase.OPEN;
  }

  /** Whether it is known in which stage it is. */
  public boolean staged() {
    return stageSince != Clock.NEVER;
  }

  /** How much of its life has been booked, ms. */
  public long lived() {
    return staged() ? stageSince - createdAt : 0;
  }

  /** The instant up to which everything has taken effect that happens without an event. */
  long reached() {
    return Math.max(firedUpTo, Math.max(last.occurredAt(), createdAt));
  }

  /** Whether an event comes too late for one step of the fold: something after it took effect. */
  boolean isLate(TicketEvent event) {
    boolean somethingLaterFired = Math.max(event.occurredAt(), createdAt) <= firedUpTo;
    boolean sequenceLost = allSequenced && !event.sequenced();
    boolean mayCreate =
        event.type() == EventType.CREATED && (orphan || event.occurredAt() <= createdAt);
    return somethingLaterFired
        || sequenceLost
        || mayCreate
        || EventOrder.of(allSequenced).compare(last, event.laterPosition()) > 0;
  }

  /** Whether one step of the fold is not enough whenever the event comes. */
  boolean needsHistory(TicketEvent event) {
    return refolds
        || event.type() == EventType.CORRECTED
        || event.made()
        || event.contactId() != null;
  }
}
