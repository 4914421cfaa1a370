package io.aftercare.exporter.ledger;

import io.aftercare.contract.Milestone;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's log, read: its clocks with what happened to each, and the steps of its life that
 * stand, in the order of time.
 *
 * @param last the ledger record that was said last; null if none is here
 */
public record TicketHistory(
    List<ClockHistory> clocks,
    List<Milestone> milestones,
    @Nullable Verdict last,
    boolean complete) {
  private static final Comparator<ClockHistory> ORDER =
      Comparator.comparing(ClockHistory::isRemoved)
          .thenComparing(clock -> !clock.row().getSlot().equals("active"))
          .thenComparing(clock -> clock.row().getOpenedAt())
          .thenComparing(clock -> clock.row().getClockId());

  public TicketHistory {
    clocks = List.copyOf(clocks);
    milestones = List.copyOf(milestones);
  }

  /** Reads a log. */
  public static TicketHistory of(TicketLog log) {
    SingleObject<Verdict> rows = new SingleObject<>(Verdict.class);
    Map<String, Steps> steps = new LinkedHashMap<>();
    Map<String, Verdict> lastRows = new LinkedHashMap<>();
    Verdict last = null;
    for (SaidRecord said : log.verdicts()) {
      Verdict row = said.read(rows);
      steps
          .computeIfAbsent(row.getClockId(), id -> new Steps(log.complete()))
          .take(row, said.saidAt());
      lastRows.put(row.getClockId(), row);
      last = row;
    }
    List<ClockHistory> clocks = new ArrayList<>();
    steps.forEach((id, clock) -> clocks.add(new ClockHistory(row(lastRows, id), clock.timeline())));
    clocks.sort(ORDER);
    return new TicketHistory(clocks, standing(log.milestones()), last, log.complete());
  }

  private static Verdict row(Map<String, Verdict> rows, String clockId) {
    Verdict row = rows.get(clockId);
    if (row == null) {
      throw new IllegalStateException("a clock of no record: " + clockId);
    }
    return row;
  }

  private static List<Milestone> standing(List<SaidRecord> log) {
    SingleObject<Milestone> format = new SingleObject<>(Milestone.class);
    Map<String, Milestone> steps = new TreeMap<>();
    for (SaidRecord said : log) {
      Milestone step = said.read(format);
      if (step.getRetracted()) {
        steps.remove(step.getMilestoneId());
      } else {
        steps.put(step.getMilestoneId(), step);
      }
    }
    List<Milestone> inTime = new ArrayList<>(steps.values());
    inTime.sort(Comparator.comparing(Milestone::getAt));
    return inTime;
  }
}
