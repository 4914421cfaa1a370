package io.aftercare.domain.measure;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.ticket.ClockChange;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts what became of clocks, whoever they are of: opened, warned, settled, corrected. */
final class ClockMeasures {
  private ClockMeasures() {}

  static void of(List<ClockChange> changes, Consumer<Delta> out) {
    changes.forEach(change -> settlement(change, out));
    changes.forEach(change -> WarningMeasures.of(change, out));
  }

  private static void settlement(ClockChange change, Consumer<Delta> out) {
    Clock before = change.before();
    Clock after = change.after();
    List<String> was = before == null ? List.of() : openedLabels(before);
    List<String> is = after == null ? List.of() : openedLabels(after);
    if (!was.equals(is)) {
      if (!was.isEmpty()) {
        out.accept(new Delta(Measure.SLA_CLOCKS_OPENED_RETRACTED, was, 1));
      }
      if (!is.isEmpty()) {
        out.accept(new Delta(Measure.SLA_CLOCKS_OPENED, is, 1));
      }
    }
    verdict(before, after, out);
  }

  private static void verdict(@Nullable Clock before, @Nullable Clock after, Consumer<Delta> out) {
    Clock was = before == null || before.unsettled() ? null : before;
    Clock is = after == null || after.unsettled() ? null : after;
    if (was != null && is != null && verdictLabels(was).equals(verdictLabels(is))) {
      return;
    }
    if (was != null) {
      out.accept(new Delta(Measure.SLA_VERDICTS_RETRACTED, retractedLabels(was), 1));
      corrected(was, after, out);
    }
    if (is != null) {
      out.accept(new Delta(Measure.SLA_VERDICTS, verdictLabels(is), 1));
    }
  }

  private static void corrected(Clock before, @Nullable Clock after, Consumer<Delta> out) {
    Verdict now = after == null ? null : after.verdict();
    if (before.verdict() != now) {
      out.accept(
          Delta.one(
              Measure.SLA_CORRECTIONS,
              region(before),
              before.sla(),
              correction(before.verdict(), now)));
    }
  }

  /** The two that move a compliance by name; the rest is rare, and told by the ledger log. */
  private static String correction(Verdict was, @Nullable Verdict is) {
    if (was == Verdict.BREACHED && is == Verdict.MET) {
      return "breached_to_met";
    }
    return was == Verdict.MET && is == Verdict.BREACHED ? "met_to_breached" : "other";
  }

  private static List<String> verdictLabels(Clock c) {
    return List.of(region(c), c.sla(), c.priority().label(), c.verdict().label(), c.slot());
  }

  /** Corrections are few: by priority they would double the largest metric for nothing. */
  private static List<String> retractedLabels(Clock c) {
    return List.of(region(c), c.sla(), c.verdict().label(), c.slot());
  }

  private static List<String> openedLabels(Clock c) {
    String region = c.openedIn() == null ? Facts.UNKNOWN_REGION : c.openedIn();
    return List.of(region, c.sla(), c.slot());
  }

  static String region(Clock clock) {
    return clock.region() == null ? Facts.UNKNOWN_REGION : clock.region();
  }
}
