package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One change of one clock between two snapshots of its ticket.
 *
 * @param before the row as it was last said, null if the clock is new
 * @param after the row as it is now, null if the clock never was
 */
public record ClockChange(@Nullable Clock before, @Nullable Clock after) {

  /**
   * Why a record goes to the ledger log. WARNED: it came near its deadline; UPDATED: something else
   * of the row changed (it was paused, resumed, retargeted, transferred), its verdict did not;
   * CORRECTED: a settled verdict changed.
   */
  public enum Kind {
    OPENED,
    WARNED,
    UPDATED,
    SETTLED,
    STOPPED,
    CORRECTED,
    REMOVED
  }

  /** The row that the log shows: as it is now, or as it was if the clock never was. */
  public Clock row() {
    Clock row = after != null ? after : before;
    if (row == null) {
      throw new IllegalStateException("a change of no clock");
    }
    return row;
  }

  /** What kind of change it is; a clock that opened and settled in one step is SETTLED. */
  public Kind kind() {
    if (after == null) {
      return Kind.REMOVED;
    }
    if (before == null) {
      return after.unsettled() ? Kind.OPENED : Kind.SETTLED;
    }
    if (before.unsettled()) {
      return after.unsettled() ? progress(before, after) : Kind.SETTLED;
    }
    if (before.verdict() != after.verdict()) {
      return Kind.CORRECTED;
    }
    return before.stoppedAt() != after.stoppedAt() && before.settledAt() == after.settledAt()
        ? Kind.STOPPED
        : Kind.UPDATED;
  }

  private static Kind progress(Clock before, Clock after) {
    return after.warnings().size() > before.warnings().size() ? Kind.WARNED : Kind.UPDATED;
  }

  /** The verdict that the log said last, null if it said none. */
  public @Nullable Verdict verdictBefore() {
    return before == null || before.unsettled() ? null : before.verdict();
  }
}
