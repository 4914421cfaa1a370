package io.aftercare.exporter.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A region on one tile.
 *
 * @param region null: all together
 * @param level critical, warning, ok, quiet or silent; see {@link Trouble}
 * @param trouble what regions are sorted by; see {@link Trouble}
 * @param overdueTickets tickets with a clock that is overdue
 * @param dueSoonTickets tickets with a clock at risk that is due within 15 min of event time
 * @param atRiskTickets tickets with a clock at risk and none that is overdue
 * @param backlog open tickets
 * @param calls null: no queue of it is known
 * @param feed null: nothing was heard of it yet, or it is all together
 * @param bottleneck null: none, or it is all together; see {@link Stages}
 */
public record Tile(
    @Nullable String region,
    String level,
    long trouble,
    int overdueTickets,
    int overdueClocks,
    int dueSoonTickets,
    int atRiskTickets,
    @Nullable LongestOverdue longestOverdue,
    FirstResponse firstResponse,
    long backlog,
    List<BacklogSample> backlogHistory,
    @Nullable CallsNow calls,
    @Nullable Feed feed,
    @Nullable Bottleneck bottleneck) {

  /**
   * What comes in of its tickets.
   *
   * @param lastEvent event time
   * @param limitSeconds longest silence that chance explains in this hour of the week; null: not
   *     learnt yet
   * @param silent whether it is over
   * @param observed events in the hour that closed last; null: not told
   * @param expected events that are usual of it; null: not learnt yet
   * @param completeness the first of the second, which must be {@value Silences#LEAST_EXPECTED}
   */
  public record Feed(
      Instant lastEvent,
      @Nullable Double limitSeconds,
      boolean silent,
      @Nullable Long observed,
      @Nullable Double expected,
      @Nullable Double completeness) {}

  /**
   * Where its tickets pile up.
   *
   * @param tickets in this stage
   * @param excess how many times the usual who enters it now stays
   */
  public record Bottleneck(String stage, long tickets, double excess) {}

  /** The clock that is overdue longest. */
  public record LongestOverdue(String ticketId, String sla, Instant deadline) {}

  /**
   * First responses of the last hours of event time, net of corrections.
   *
   * @param ratio met of settled; null if none settled
   * @param target the share promised; null if there is no such promise
   */
  public record FirstResponse(
      long met, long settled, @Nullable Double ratio, @Nullable Double target, int hours) {}

  /** The backlog at an instant of the wall clock. */
  public record BacklogSample(Instant at, long tickets) {}

  /**
   * Callers in its queues now.
   *
   * @param longestWait null: nobody waits
   */
  public record CallsNow(long waiting, @Nullable LongestWait longestWait) {
    boolean isNobody() {
      return waiting == 0 && longestWait == null;
    }
  }

  /** Who waits longest: in which queue, and since when, event time. */
  public record LongestWait(String queue, Instant since) {}
}
