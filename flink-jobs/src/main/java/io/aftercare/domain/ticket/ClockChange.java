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

  /** Why a record goes to the ledger log. */
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
    return corrects(before, after) ? Kind.CORRECTED : Kind.STOPPED;
  }

  /** The verdict that the log said last, null if it said none. */
  public @Nullable Verdict verdictBefore() {
    return before == null || before.running() ? null : before.verdict();
  }

  private static boolean corrects(Clock before, Clock after) {
    return before.verdict() != after.verdict()
        || before.settledAt() != after.settledAt()
        || before.deadline() != after.deadline()
        || before.openedAt() != after.openedAt()
        || !java.util.Objects.equals(before.region(), after.region())
        || before.priority() != after.priority();
  }
}
