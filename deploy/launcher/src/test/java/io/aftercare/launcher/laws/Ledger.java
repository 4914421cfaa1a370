package io.aftercare.launcher.laws;

import io.aftercare.contract.ClockChange;
import io.aftercare.contract.Milestone;
import io.aftercare.contract.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Folds of the output logs by their one law: the last record of an id is true. */
final class Ledger {
  private Ledger() {}

  /** Rows with the columns of ledger.csv, by clock id. */
  static SortedMap<String, String> of(List<Verdict> log) {
    SortedMap<String, String> rows = new TreeMap<>();
    for (Verdict each : log) {
      rows.put(each.getClockId(), row(each));
      if (each.getChange() == ClockChange.REMOVED) {
        rows.remove(each.getClockId());
      }
    }
    return rows;
  }

  private static String row(Verdict v) {
    return text(
        v.getTicketId(),
        v.getSla(),
        v.getSlot(),
        v.getPolicy(),
        v.getPolicyVersion(),
        v.getCycle(),
        v.getRegion(),
        v.getOpenedAt(),
        v.getWarnedAt(),
        v.getDeadline(),
        v.getSettledAt(),
        v.getVerdict(),
        v.getCause());
  }

  /** Steps that are true, by milestone id. */
  static SortedMap<String, String> steps(List<Milestone> log) {
    SortedMap<String, String> steps = new TreeMap<>();
    for (Milestone each : log) {
      steps.put(each.getMilestoneId(), row(each));
      if (each.getRetracted()) {
        steps.remove(each.getMilestoneId());
      }
    }
    return steps;
  }

  private static String row(Milestone m) {
    return text(
        m.getTicketId(),
        m.getKind(),
        m.getNumber(),
        m.getAt(),
        m.getElapsedMillis(),
        m.getRegion(),
        m.getOriginRegion(),
        m.getChannel(),
        m.getPriority(),
        m.getServiceType(),
        m.getOrphan(),
        m.getSourceSla());
  }

  private static String text(@Nullable Object... cells) {
    return Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(","));
  }
}
