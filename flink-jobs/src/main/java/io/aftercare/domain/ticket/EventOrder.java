package io.aftercare.domain.ticket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which a ticket's events take effect, whatever order they arrive in: the first
 * CREATED before all others; then by time; then by the source's sequence if every event of the
 * ticket has one; then Stop, Pause, Resume, Start, Reset; then by id. Total on events of distinct
 * ids.
 */
final class EventOrder {
  private static final Comparator<Position> TIME =
      Comparator.comparing((Position e) -> !e.creation()).thenComparingLong(Position::occurredAt);
  private static final Comparator<Position> TIE =
      Comparator.comparing(Position::rank).thenComparing(Position::eventId);
  private static final Comparator<Position> SEQUENCED =
      TIME.thenComparingLong(Position::sequence).thenComparing(TIE);
  private static final Comparator<Position> UNSEQUENCED = TIME.thenComparing(TIE);

  private EventOrder() {}

  /** The order of a ticket of whose events all, or not all, carry a sequence number. */
  static Comparator<Position> of(boolean allSequenced) {
    return allSequenced ? SEQUENCED : UNSEQUENCED;
  }

  /** All events of a ticket as they take effect. */
  static List<TicketEvent> sorted(Collection<TicketEvent> events) {
    boolean allSequenced = events.stream().allMatch(TicketEvent::sequenced);
    Comparator<Position> order = of(allSequenced);
    TicketEvent first = Collections.min(events, Comparator.comparing(TicketEvent::position, order));
    List<TicketEvent> sorted = new ArrayList<>(events);
    sorted.sort(
        Comparator.comparing(e -> e.equals(first) ? e.position() : e.laterPosition(), order));
    return sorted;
  }
}
