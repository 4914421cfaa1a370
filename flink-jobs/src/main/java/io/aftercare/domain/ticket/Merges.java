package io.aftercare.domain.ticket;

import io.aftercare.domain.intake.Corrections;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the survivor of a merge must know of the ticket that was merged into it. A function of few
 * of the child's events: its creations, merges, corrections.
 */
public final class Merges {
  private Merges() {}

  /** Whether an event has a say in when its ticket began, what it was merged into, or its end. */
  public static boolean concern(TicketEvent event) {
    return switch (event.type()) {
      case CREATED, MERGED, CORRECTED, REOPENED -> true;
      default -> ends(event);
    };
  }

  /**
   * When nothing of these need be known any more: the retention after the newest, if the ticket
   * ended and was not reopened since; {@link Clock#NEVER} while it lives.
   */
  public static long forgetAt(Collection<TicketEvent> events, long retentionMillis) {
    long newest = Long.MIN_VALUE;
    boolean ended = false;
    for (TicketEvent event : EventOrder.sorted(events)) {
      newest = Math.max(newest, event.occurredAt());
      ended = ends(event) || (ended && event.type() != EventType.REOPENED);
    }
    return ended ? newest + retentionMillis : Clock.NEVER;
  }

  private static boolean ends(TicketEvent event) {
    return switch (event.type()) {
      case CLOSED, CANCELLED, MARKED_SPAM, MERGED -> true;
      default -> false;
    };
  }

  /** As much of an event as has a say. */
  public static TicketEvent essence(TicketEvent e) {
    return new TicketEvent(
        e.eventId(),
        e.type(),
        e.ticketId(),
        e.sequence(),
        e.occurredAt(),
        e.recordedAt(),
        e.actor(),
        true,
        Facts.NONE,
        SlaClaim.UNKNOWN,
        FollowUpOutcome.UNKNOWN,
        Clock.NEVER,
        e.relatedTicketId(),
        null,
        e.correctsEventId());
  }

  /** All merges of a ticket into others, given its events that {@link #concern}. */
  public static List<MergeFact> of(String child, Collection<TicketEvent> events) {
    List<TicketEvent> ordered = EventOrder.sorted(Corrections.applied(events));
    TicketEvent first = ordered.get(0);
    boolean created = first.type() == EventType.CREATED;
    List<MergeFact> merges = new ArrayList<>();
    for (TicketEvent event : ordered) {
      String survivor = event.relatedTicketId();
      if (event.type() == EventType.MERGED && survivor != null && !survivor.equals(child)) {
        merges.add(
            new MergeFact(
                child,
                event.eventId(),
                survivor,
                created ? Math.max(event.occurredAt(), first.occurredAt()) : event.occurredAt(),
                created ? first.occurredAt() : Clock.NEVER,
                created && first.actor() != ActorType.AGENT));
      }
    }
    return merges;
  }
}
