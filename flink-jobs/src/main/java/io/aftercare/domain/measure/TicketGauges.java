package io.aftercare.domain.measure;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.ticket.Ticket;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is true of tickets now: backlog, orphans, open clocks. A ticket that changes leaves the
 * series it was in and joins those it is in; where these are the same, nothing is said.
 */
final class TicketGauges {
  private TicketGauges() {}

  /** Null stands for a ticket that is not known yet, or no longer. */
  static void move(@Nullable Ticket before, @Nullable Ticket after, Consumer<Delta> out) {
    move(Measure.BACKLOG_TICKETS, backlog(before), backlog(after), out);
    move(Measure.ORPHAN_TICKETS, orphan(before), orphan(after), out);
    int clocks = Math.max(clocks(before), clocks(after));
    for (int i = 0; i < clocks; i++) {
      move(Measure.SLA_OPEN_CLOCKS, openClock(before, i), openClock(after, i), out);
    }
  }

  /** An empty list of labels stands for no series. */
  private static void move(Measure gauge, List<String> from, List<String> to, Consumer<Delta> out) {
    if (from.equals(to)) {
      return;
    }
    if (!from.isEmpty()) {
      out.accept(new Delta(gauge, from, -1));
    }
    if (!to.isEmpty()) {
      out.accept(new Delta(gauge, to, 1));
    }
  }

  private static List<String> backlog(@Nullable Ticket ticket) {
    if (ticket == null || !ticket.open()) {
      return List.of();
    }
    Facts f = ticket.facts();
    return List.of(
        f.regionLabel(), f.serviceType().label(), f.priority().label(), f.status().label());
  }

  private static List<String> orphan(@Nullable Ticket ticket) {
    return ticket == null || !ticket.orphan() ? List.of() : List.of(ticket.facts().regionLabel());
  }

  private static int clocks(@Nullable Ticket ticket) {
    return ticket == null ? 0 : ticket.clocks().size();
  }

  private static List<String> openClock(@Nullable Ticket ticket, int i) {
    if (i >= clocks(ticket) || ticket == null) {
      return List.of();
    }
    Clock clock = ticket.clocks().get(i);
    if (!clock.slot().equals(Policy.ACTIVE)) {
      return List.of(); // nobody is woken by what would have been
    }
    String state = state(ticket, clock);
    Facts f = ticket.facts();
    return state.isEmpty()
        ? List.of()
        : List.of(f.regionLabel(), clock.sla(), f.priority().label(), state);
  }

  private static String state(Ticket ticket, Clock clock) {
    if (clock.unsettled()) {
      return clock.verdict() == Verdict.PAUSED ? "paused" : "running";
    }
    return ticket.open() && clock.overdue() ? "overdue" : "";
  }
}
