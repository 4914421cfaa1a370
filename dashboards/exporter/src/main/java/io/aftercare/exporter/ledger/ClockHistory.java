package io.aftercare.exporter.ledger;

import io.aftercare.contract.ClockChange;
import io.aftercare.contract.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a ticket: its row as the log said it last, and what happened to it, in the order in
 * which it was said.
 */
public record ClockHistory(Verdict row, List<Moment> timeline) {
  public ClockHistory {
    timeline = List.copyOf(timeline);
  }

  /** Since when it runs or stands still; null once it settled, or if the log does not say. */
  public @Nullable Instant stateSince() {
    return row.getStateSince();
  }

  /** Whether a late event showed that the clock never was. */
  public boolean isRemoved() {
    return row.getChange() == ClockChange.REMOVED;
  }
}
