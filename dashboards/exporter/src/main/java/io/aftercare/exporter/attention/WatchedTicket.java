package io.aftercare.exporter.attention;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket at risk or overdue, as its worst clock is.
 *
 * @param region owns it now; {@code unknown} where the source does not say, as in the metrics
 * @param priority p1 .. p4 or unknown
 * @param since since when it is in that state, event time
 * @param clocks the worst first
 */
public record WatchedTicket(
    String ticketId,
    String region,
    @Nullable String originRegion,
    @Nullable String queue,
    String priority,
    @Nullable String customerTier,
    boolean overdue,
    Instant since,
    List<WatchedClock> clocks) {
  /** What regions are called that the source does not name. */
  public static final String UNKNOWN_REGION = "unknown";

  /** Overdue longest first, then at risk by the nearest deadline; ties by ticket id. */
  public static final Comparator<WatchedTicket> WORST_FIRST =
      Comparator.comparing(WatchedTicket::overdue, Comparator.reverseOrder())
          .thenComparing(WatchedTicket::urgency)
          .thenComparing(WatchedTicket::ticketId);

  public WatchedTicket {
    clocks = clocks.stream().sorted(WatchedClock.WORST_FIRST).toList();
  }

  /** The deadline of its worst clock; where that has none, later than any. */
  public Instant urgency() {
    return clocks.isEmpty() ? Instant.MAX : clocks.get(0).latest();
  }

  /** Whether a clock of it is at risk and due by this instant. */
  public boolean isDueBy(Instant instant) {
    return clocks.stream().anyMatch(clock -> clock.isDueBy(instant));
  }

  /** Whether it has a clock of this promise on the list. */
  public boolean has(String sla) {
    return clocks.stream().anyMatch(clock -> clock.sla().equals(sla));
  }
}
