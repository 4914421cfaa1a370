package io.aftercare.exporter.board;

import io.aftercare.exporter.attention.WatchedClock;
import io.aftercare.exporter.attention.WatchedTicket;
import io.aftercare.exporter.board.Tile.BacklogSample;
import io.aftercare.exporter.board.Tile.Bottleneck;
import io.aftercare.exporter.board.Tile.CallsNow;
import io.aftercare.exporter.board.Tile.Feed;
import io.aftercare.exporter.board.Tile.FirstResponse;
import io.aftercare.exporter.board.Tile.LongestOverdue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the tickets and queues of a region (or of all), counted ticket by ticket, the
 * worst first, and queue by queue.
 *
 * <p>The measure of trouble: 8, 4, 2, 1, 1 for each overdue ticket of p1, p2, p3, p4, unknown, and
 * 1 for every 4 that are due soon, and 1 for each queue in which a caller waits too long ({@link
 * Waits}). The level: {@code silent} where nothing came in for longer than chance explains ({@link
 * Silences}), whatever else is known; {@code critical} with any overdue p1 or p2, or first
 * responses more than 20 points under target; {@code warning} with anything overdue or due soon, or
 * under target, or a caller who waits too long; {@code quiet} if everything known is zero; {@code
 * ok} otherwise. Shares count from {@value #LEAST_SETTLED} settled on.
 */
final class Trouble {
  private static final int LEAST_SETTLED = 20;
  private static final double FAR_UNDER = 0.20;
  private static final int DUE_SOON_PER_POINT = 4;

  private int overdueTickets;
  private int overdueClocks;
  private int dueSoonTickets;
  private int atRiskTickets;
  private long weight;
  private boolean urgentOverdue;
  private long queuesTooLong;
  private @Nullable LongestOverdue longest;

  /**
   * One ticket more.
   *
   * @param soon what is due by then is due soon; null if event time is not known
   */
  void add(WatchedTicket ticket, @Nullable Instant soon) {
    if (ticket.overdue()) {
      addOverdue(ticket);
    } else {
      atRiskTickets++;
    }
    if (soon != null && ticket.isDueBy(soon)) {
      dueSoonTickets++;
    }
  }

  private void addOverdue(WatchedTicket ticket) {
    overdueTickets++;
    overdueClocks += (int) ticket.clocks().stream().filter(WatchedClock::overdue).count();
    weight += weight(ticket.priority());
    urgentOverdue |= ticket.priority().equals("p1") || ticket.priority().equals("p2");
    if (longest == null && !ticket.clocks().isEmpty()) {
      WatchedClock worst = ticket.clocks().get(0);
      longest =
          worst.deadline() == null
              ? null
              : new LongestOverdue(ticket.ticketId(), worst.sla(), worst.deadline());
    }
  }

  /** So many queues more in which a caller waits too long. */
  void addQueuesTooLong(long queues) {
    queuesTooLong += queues;
  }

  long measure() {
    return weight + dueSoonTickets / DUE_SOON_PER_POINT + queuesTooLong;
  }

  Tile tile(
      @Nullable String region,
      FirstResponse firstResponse,
      long backlog,
      List<BacklogSample> history,
      @Nullable CallsNow calls,
      @Nullable Feed feed,
      @Nullable Bottleneck bottleneck) {
    return new Tile(
        region,
        feed != null && feed.silent() ? "silent" : level(firstResponse, backlog, calls),
        measure(),
        overdueTickets,
        overdueClocks,
        dueSoonTickets,
        atRiskTickets,
        longest,
        firstResponse,
        backlog,
        history,
        calls,
        feed,
        bottleneck);
  }

  private String level(FirstResponse firstResponse, long backlog, @Nullable CallsNow calls) {
    double under = under(firstResponse);
    if (urgentOverdue || under > FAR_UNDER) {
      return "critical";
    }
    if (overdueTickets > 0 || dueSoonTickets > 0 || under > 0 || queuesTooLong > 0) {
      return "warning";
    }
    boolean nothing = atRiskTickets == 0 && backlog == 0 && firstResponse.settled() == 0;
    return nothing && (calls == null || calls.isNobody()) ? "quiet" : "ok";
  }

  /** How far the share met is under its target; 0 or less: it is not, or nobody can tell. */
  private static double under(FirstResponse first) {
    Double target = first.target();
    if (target == null || first.settled() < LEAST_SETTLED) {
      return 0;
    }
    double under = target - (double) first.met() / first.settled();
    return Math.rint(under * 1e9) / 1e9; // 0.8 - 0.6 is not above 0.2
  }

  private static int weight(String priority) {
    return switch (priority) {
      case "p1" -> 8;
      case "p2" -> 4;
      case "p3" -> 2;
      default -> 1;
    };
  }
}
