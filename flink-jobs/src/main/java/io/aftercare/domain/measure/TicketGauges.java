package io.aftercare.domain.measure;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketAttention;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is true of tickets now: backlog, orphans, stages, open clocks, clocks at risk. A ticket that
 * changes leaves the series it was in and joins those it is in; where these are the same, nothing
 * is said.
 *
 * <p>A snapshot that tells no stage is of a version that did not count stages, nor what was counted
 * since: it was in none of these series.
 */
final class TicketGauges {
  private final Rulebook rules;

  /**
   * @param rules tell what is still owed of a ticket that is closed
   */
  TicketGauges(Rulebook rules) {
    this.rules = rules;
  }

  /** Null stands for a ticket that is not known yet, or no longer. */
  void move(@Nullable Ticket before, @Nullable Ticket after, Consumer<Delta> out) {
    move(Measure.BACKLOG_TICKETS, backlog(before), backlog(after), out);
    move(Measure.BACKLOG_SERVICE_TICKETS, service(before), service(after), out);
    move(Measure.TICKETS_UNTRIAGED, untriaged(before), untriaged(after), out);
    move(Measure.TICKETS_IN_STAGE, stage(before), stage(after), out);
    move(Measure.ORPHAN_TICKETS, orphan(before), orphan(after), out);
    int clocks = Math.max(clocks(before), clocks(after));
    for (int i = 0; i < clocks; i++) {
      move(Measure.SLA_OPEN_CLOCKS, openClock(before, i), openClock(after, i), out);
      move(Measure.SLA_AT_RISK_CLOCKS, atRisk(before, i), atRisk(after, i), out);
      move(Measure.SLA_SHADOW_CLOCKS, shadow(before, i), shadow(after, i), out);
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
    return List.of(f.regionLabel(), f.priority().label(), state(f.status()));
  }

  /** What an operations manager asks of an open ticket; the exact status is on its events. */
  static String state(TicketStatus status) {
    return switch (status) {
      case NEW -> "new";
      case OPEN, IN_PROGRESS -> "in_progress";
      case SCHEDULED -> "scheduled";
      case WAITING_CUSTOMER, WAITING_PARTS, WAITING_THIRD_PARTY, ON_HOLD -> "waiting";
      case UNKNOWN, RESOLVED, CLOSED, CANCELLED -> "unknown";
    };
  }

  private static List<String> service(@Nullable Ticket ticket) {
    return ticket == null || !ticket.open() || !ticket.staged()
        ? List.of()
        : List.of(ticket.facts().regionLabel(), ticket.facts().serviceType().label());
  }

  private static List<String> untriaged(@Nullable Ticket ticket) {
    return ticket == null
            || !ticket.open()
            || !ticket.staged()
            || (ticket.classified() && ticket.assigned())
        ? List.of()
        : List.of(ticket.facts().regionLabel());
  }

  private static List<String> stage(@Nullable Ticket ticket) {
    return ticket == null || !ticket.staged()
        ? List.of()
        : List.of(ticket.facts().regionLabel(), ticket.stage().label());
  }

  private static List<String> orphan(@Nullable Ticket ticket) {
    return ticket == null || !ticket.orphan() ? List.of() : List.of(ticket.facts().regionLabel());
  }

  private static int clocks(@Nullable Ticket ticket) {
    return ticket == null ? 0 : ticket.clocks().size();
  }

  private static @Nullable Clock clock(@Nullable Ticket ticket, int i) {
    return ticket == null || i >= ticket.clocks().size() ? null : ticket.clocks().get(i);
  }

  private List<String> openClock(@Nullable Ticket ticket, int i) {
    Clock clock = clock(ticket, i);
    if (ticket == null || clock == null || !clock.active()) {
      return List.of();
    }
    String state = state(ticket, clock);
    Facts f = ticket.facts();
    return state.isEmpty()
        ? List.of()
        : List.of(f.regionLabel(), clock.sla(), f.priority().label(), state);
  }

  private static List<String> atRisk(@Nullable Ticket ticket, int i) {
    Clock clock = clock(ticket, i);
    return ticket == null || clock == null || !clock.atRisk()
        ? List.of()
        : List.of(
            ticket.facts().regionLabel(), clock.sla(), Integer.toString(clock.warnedPercent()));
  }

  private static List<String> shadow(@Nullable Ticket ticket, int i) {
    Clock clock = clock(ticket, i);
    return ticket == null || clock == null || clock.active() || !clock.unsettled()
        ? List.of()
        : List.of(ticket.facts().regionLabel(), clock.sla(), clock.slot());
  }

  private String state(Ticket ticket, Clock clock) {
    if (clock.unsettled()) {
      return clock.verdict() == Verdict.PAUSED ? "paused" : "running";
    }
    return TicketAttention.overdue(clock, ticket, rules) ? "overdue" : "";
  }
}
