package io.aftercare.exporter.attention;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A clock at risk or overdue. The worst is the one that is overdue longest; after those that are
 * overdue comes the one at risk whose deadline is nearest, and last what stands still.
 *
 * @param level highest share of the time allowed that it warned of, %; 0 if none
 * @param deadline null while it stands still
 * @param warnedAt first warning, null if it gave none
 */
public record WatchedClock(
    String sla,
    int cycle,
    String policy,
    int policyVersion,
    boolean overdue,
    int level,
    Instant openedAt,
    @Nullable Instant deadline,
    @Nullable Instant warnedAt) {
  static final Comparator<WatchedClock> WORST_FIRST =
      Comparator.comparing(WatchedClock::overdue, Comparator.reverseOrder())
          .thenComparing(WatchedClock::latest)
          .thenComparing(WatchedClock::sla)
          .thenComparingInt(WatchedClock::cycle);

  /** The deadline; where there is none, later than any. */
  Instant latest() {
    return deadline == null ? Instant.MAX : deadline;
  }

  /** Whether it is at risk and due by this instant. */
  public boolean isDueBy(Instant instant) {
    return !overdue && deadline != null && !deadline.isAfter(instant);
  }
}
