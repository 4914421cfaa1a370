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
   * Why a record goes to the ledger log. UPDATED: facts of the row changed, its verdict did not;
   * CORRECTED: a settled verdict changed.
   */
  public enum Kind {
    OPENED,
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
      return after.running() ? Kind.OPENED : Kind.SETTLED;
    }
    if (before.running()) {
      return after.running() ? Kind.UPDATED : Kind.SETTLED;
    }
    if (before.verdict() != after.verdict()) {
      return Kind.CORRECTED;
    }
    return before.stoppedAt() != after.stoppedAt() && before.settledAt() == after.settledAt()
        ? Kind.STOPPED
        : Kind.UPDATED;
  }

  /** The verdict that the log said last, null if it said none. */
  public @Nullable Verdict verdictBefore() {
    return before == null || before.running() ? null : before.verdict();
  }
}
