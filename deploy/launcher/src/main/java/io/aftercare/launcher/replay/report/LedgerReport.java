package io.aftercare.launcher.replay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * ledger.csv: the final ledger, a row per clock, by ticket, sla, slot and cycle. ledger_log.csv:
 * every record that was emitted, by ticket and, within a ticket, in the order of emission
 * (revision).
 */
final class LedgerReport {
  private static final String HEADER =
      "ticket_id,sla,slot,policy,policy_version,cycle,region,opened_at,warned_at,deadline,"
          + "settled_at,verdict,cause";
  private static final String LOG_HEADER = HEADER + ",stopped_at,revision,change,previous_verdict";

  private final Collection<TicketStory> stories;

  LedgerReport(Collection<TicketStory> stories) {
    this.stories = stories;
  }

  void writeLedger(Path file) throws IOException {
    try (CsvTable table = CsvTable.create(file, HEADER)) {
      for (TicketStory story : stories) {
        for (ClockRow row : story.ledger()) {
          table.row(cells(row));
        }
      }
    }
  }

  void writeLog(Path file) throws IOException {
    try (CsvTable table = CsvTable.create(file, LOG_HEADER)) {
      for (TicketStory story : stories) {
        for (ClockRow row : story.log()) {
          table.row(logCells(row));
        }
      }
    }
  }

  private static List<Object> cells(ClockRow row) {
    return List.of(
        row.ticketId(),
        row.sla(),
        row.slot(),
        row.policy(),
        row.policyVersion(),
        row.cycle(),
        row.region(),
        Times.text(row.openedAt()),
        Times.text(row.warnedAt()),
        Times.text(row.deadline()),
        Times.text(row.settledAt()),
        word(row.verdict()),
        row.cause() == null ? "" : row.cause());
  }

  private static List<Object> logCells(ClockRow row) {
    List<Object> cells = new ArrayList<>(cells(row));
    cells.add(Times.text(row.stoppedAt()));
    cells.add(row.revision());
    cells.add(word(row.change()));
    cells.add(word(row.previous()));
    return cells;
  }

  private static String word(@Nullable Enum<?> symbol) {
    return symbol == null ? "" : symbol.name().toLowerCase(Locale.ROOT);
  }
}
