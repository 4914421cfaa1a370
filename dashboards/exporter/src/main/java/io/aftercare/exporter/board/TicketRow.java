package io.aftercare.exporter.board;

import io.aftercare.exporter.attention.WatchedClock;
import io.aftercare.exporter.attention.WatchedTicket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that needs a look now.
 *
 * @param state overdue or at_risk, as its worst clock is
 * @param since since when, event time
 * @param clocks the worst first
 */
public record TicketRow(
    String ticketId,
    String region,
    @Nullable String queue,
    String priority,
    @Nullable String customerTier,
    String state,
    Instant since,
    List<ClockRow> clocks) {

  /**
   * A clock of it that is at risk or overdue.
   *
   * @param deadline null while it stands still
   */
  public record ClockRow(
      String sla,
      int cycle,
      String policy,
      int policyVersion,
      String state,
      int level,
      Instant openedAt,
      @Nullable Instant deadline,
      @Nullable Instant warnedAt) {
    static ClockRow of(WatchedClock clock) {
      return new ClockRow(
          clock.sla(),
          clock.cycle(),
          clock.policy(),
          clock.policyVersion(),
          word(clock.overdue()),
          clock.level(),
          clock.openedAt(),
          clock.deadline(),
          clock.warnedAt());
    }
  }

  static TicketRow of(WatchedTicket ticket) {
    return new TicketRow(
        ticket.ticketId(),
        ticket.region(),
        ticket.queue(),
        ticket.priority(),
        ticket.customerTier(),
        word(ticket.overdue()),
        ticket.since(),
        ticket.clocks().stream().map(ClockRow::of).toList());
  }

  private static String word(boolean overdue) {
    return overdue ? "overdue" : "at_risk";
  }
}
