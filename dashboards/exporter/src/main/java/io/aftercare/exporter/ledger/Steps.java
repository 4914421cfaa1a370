package io.aftercare.exporter.ledger;

import io.aftercare.contract.ClockChange;
import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.ClockWarning;
import io.aftercare.contract.Verdict;
import io.aftercare.exporter.ledger.Moment.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a clock between two of its records: every record carries the whole row, so two
 * that follow each other tell by their difference. The first is held against a clock that has just
 * opened. Adds to one list, in the order of the records.
 */
final class Steps {
  private final boolean whole;
  private final List<Moment> timeline = new ArrayList<>();
  private @Nullable Verdict before;

  /**
   * @param whole whether the ticket's log is here from its first record on, so that the first of a
   *     clock tells of its opening whatever else it tells of
   */
  Steps(boolean whole) {
    this.whole = whole;
  }

  /** The next record of the clock. */
  void take(Verdict row, Instant saidAt) {
    int known = timeline.size();
    if (before == null) {
      open(row, saidAt);
    }
    if (row.getChange() == ClockChange.REMOVED) {
      timeline.add(
          Moment.of(What.REMOVED, null, row, saidAt).withPrevious(row.getPreviousVerdict()));
      before = null;
      return;
    }
    compare(row, saidAt);
    if (timeline.size() == known) {
      timeline.add(Moment.of(What.UPDATED, null, row, saidAt));
    }
    before = row;
  }

  List<Moment> timeline() {
    return List.copyOf(timeline);
  }

  /** A clock that settled in the step that opened it is told of by one record. */
  private void open(Verdict row, Instant saidAt) {
    boolean told = whole || row.getChange() == ClockChange.OPENED;
    timeline.add(
        told ? Moment.of(What.OPENED, row.getOpenedAt(), row, saidAt) : Moment.openedUnseen(row));
  }

  private void compare(Verdict row, Instant saidAt) {
    if (before != null && !before.getOpenedAt().equals(row.getOpenedAt())) {
      timeline.add(Moment.of(What.MOVED, row.getOpenedAt(), row, saidAt));
    }
    warnings(row, saidAt);
    if (isSettled(row)) {
      settle(row, saidAt);
    } else {
      run(row, saidAt);
    }
  }

  private void warnings(Verdict row, Instant saidAt) {
    Set<ClockWarning> known = before == null ? Set.of() : new HashSet<>(before.getWarnings());
    for (ClockWarning warning : row.getWarnings()) {
      if (!known.contains(warning)) {
        timeline.add(
            Moment.of(What.WARNED, warning.getAt(), row, saidAt).withPercent(warning.getPercent()));
      }
    }
  }

  private void run(Verdict row, Instant saidAt) {
    Verdict last = before;
    boolean stands = row.getVerdict() == ClockVerdict.PAUSED;
    boolean stood = last != null && last.getVerdict() == ClockVerdict.PAUSED;
    if (last != null && isSettled(last)) {
      correct(row, saidAt, null);
    }
    if (last != null && !isSettled(last) && isRetargeted(last, row)) {
      timeline.add(Moment.of(What.RETARGETED, null, row, saidAt));
    }
    if (stands && !stood) {
      timeline.add(Moment.of(What.PAUSED, row.getStateSince(), row, saidAt));
    } else if (!stands && (stood || (last != null && stoodBetween(last, row)))) {
      timeline.add(Moment.of(What.RESUMED, row.getStateSince(), row, saidAt));
    }
  }

  /**
   * A deadline that follows from the time allowed moves with every pause, which is no other target;
   * one that is fixed moves with its target alone.
   */
  private static boolean isRetargeted(Verdict last, Verdict row) {
    return !row.getPolicy().equals(last.getPolicy())
        || row.getPolicyVersion() != last.getPolicyVersion()
        || !Objects.equals(row.getCalendar(), last.getCalendar())
        || !Objects.equals(row.getBudgetMillis(), last.getBudgetMillis())
        || (row.getBudgetMillis() == null && isMoved(last.getDeadline(), row.getDeadline()));
  }

  /** Whether a pause and its end fell between two records; a start that moved is neither. */
  private static boolean stoodBetween(Verdict last, Verdict row) {
    return last.getVerdict() == ClockVerdict.RUNNING
        && row.getVerdict() == ClockVerdict.RUNNING
        && isMoved(last.getStateSince(), row.getStateSince())
        && !row.getOpenedAt().equals(row.getStateSince());
  }

  /** Whether it was said before and is said now, and is another. */
  private static boolean isMoved(@Nullable Instant last, @Nullable Instant now) {
    return last != null && now != null && !last.equals(now);
  }

  private void settle(Verdict row, Instant saidAt) {
    Verdict last = before;
    boolean other = last == null || last.getVerdict() != row.getVerdict();
    if (other && last != null && isSettled(last)) {
      correct(row, saidAt, row.getSettledAt());
    }
    if (other) {
      timeline.add(
          Moment.of(outcome(row.getVerdict()), row.getSettledAt(), row, saidAt)
              .withCause(row.getCause()));
    }
    Instant stopped = row.getStoppedAt();
    boolean news = last == null || !Objects.equals(last.getStoppedAt(), stopped);
    if (row.getVerdict() == ClockVerdict.BREACHED && stopped != null && news) {
      timeline.add(Moment.of(What.STOPPED, stopped, row, saidAt));
    }
  }

  private void correct(Verdict row, Instant saidAt, @Nullable Instant at) {
    ClockVerdict said = row.getPreviousVerdict();
    timeline.add(
        Moment.of(What.CORRECTED, at, row, saidAt)
            .withCause(row.getCause())
            .withPrevious(said == null && before != null ? before.getVerdict() : said));
  }

  private static What outcome(ClockVerdict verdict) {
    return switch (verdict) {
      case MET -> What.MET;
      case BREACHED -> What.BREACHED;
      case CANCELLED -> What.CANCELLED;
      case RUNNING, PAUSED, UNKNOWN -> What.UPDATED;
    };
  }

  private static boolean isSettled(Verdict row) {
    return switch (row.getVerdict()) {
      case MET, BREACHED, CANCELLED -> true;
      case RUNNING, PAUSED, UNKNOWN -> false;
    };
  }
}
