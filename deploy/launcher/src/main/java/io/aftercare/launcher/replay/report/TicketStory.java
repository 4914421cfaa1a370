package io.aftercare.launcher.replay.report;

import io.aftercare.contract.ClockChange;
import io.aftercare.contract.MilestoneKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the output topics say of one ticket: its ledger log and its true steps. Records are
 * added in topic order; a record that a restarted job wrote again replaces the first.
 */
final class TicketStory {
  private static final Comparator<ClockRow> LEDGER_ORDER =
      Comparator.comparing(ClockRow::sla, CodePoints.ORDER)
          .thenComparing(ClockRow::slot, CodePoints.ORDER)
          .thenComparingInt(ClockRow::cycle);

  private final String ticketId;
  private final List<ClockRow> log = new ArrayList<>(3);
  private final List<Step> steps = new ArrayList<>(4);

  TicketStory(String ticketId) {
    this.ticketId = ticketId;
  }

  String ticketId() {
    return ticketId;
  }

  void add(ClockRow row) {
    int place = log.size();
    while (place > 0 && log.get(place - 1).revision() > row.revision()) {
      place--;
    }
    if (place > 0 && log.get(place - 1).revision() == row.revision()) {
      log.set(place - 1, row);
    } else {
      log.add(place, row);
    }
  }

  /** Takes the step as true, or, retracted, as one that never was. */
  void add(Step step, boolean retracted) {
    steps.removeIf(held -> held.is(step.kind(), step.number()));
    if (!retracted) {
      steps.add(step);
    }
  }

  /** The ledger log, by revision. */
  List<ClockRow> log() {
    return log;
  }

  /** The final ledger: the last row of each clock, void ones left out; by sla, slot, cycle. */
  List<ClockRow> ledger() {
    List<ClockRow> rows = new ArrayList<>(2);
    for (ClockRow row : log) {
      rows.removeIf(row::sameClock);
      if (row.change() != ClockChange.REMOVED) {
        rows.add(row);
      }
    }
    rows.sort(LEDGER_ORDER);
    return rows;
  }

  List<Step> steps() {
    return steps;
  }

  @Nullable Step step(MilestoneKind kind, int number) {
    return steps.stream().filter(s -> s.is(kind, number)).findFirst().orElse(null);
  }

  @Nullable Step last(MilestoneKind kind) {
    return steps.stream()
        .filter(step -> step.kind() == kind)
        .max(Comparator.comparingInt(Step::number))
        .orElse(null);
  }

  /** The first cycle of the active clock of that SLA, or null if the ticket has none. */
  @Nullable ClockRow firstClock(String sla) {
    return ledger().stream()
        .filter(row -> row.judges(sla) && row.cycle() == 1)
        .findFirst()
        .orElse(null);
  }
}
