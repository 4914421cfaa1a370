package io.aftercare.launcher.replay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * shadow.csv: per region, sla and shadow what its verdicts are beside those of the active policies.
 * flips.csv: every clock that the shadow would have judged otherwise, by ticket, sla, slot and
 * cycle. Headers alone if no policy is a shadow.
 */
final class ShadowReport {
  private static final String HEADER =
      "region,sla,slot,n,active_met,active_breached,shadow_met,shadow_breached,"
          + "flips_to_breached,flips_to_met,active_only,shadow_only";
  private static final String FLIPS_HEADER =
      "ticket_id,sla,slot,cycle,region,active_verdict,shadow_verdict,active_deadline,"
          + "shadow_deadline,settled_at,shadow_settled_at,active_policy,shadow_policy";

  private final List<ShadowPair> pairs;

  ShadowReport(Collection<TicketStory> stories) {
    this.pairs = ShadowPair.of(stories);
  }

  void write(Path file) throws IOException {
    try (CsvTable table = CsvTable.create(file, HEADER)) {
      for (ShadowTotals t : ShadowTotals.of(pairs)) {
        table.row(
            t.region(),
            t.sla(),
            t.slot(),
            t.n(),
            t.activeMet(),
            t.activeBreached(),
            t.shadowMet(),
            t.shadowBreached(),
            t.flipsToBreached(),
            t.flipsToMet(),
            t.activeOnly(),
            t.shadowOnly());
      }
    }
  }

  void writeFlips(Path file) throws IOException {
    try (CsvTable table = CsvTable.create(file, FLIPS_HEADER)) {
      for (ShadowPair pair : pairs) {
        ClockRow active = pair.active();
        if (active != null && pair.flips()) {
          write(table, active, pair.shadow());
        }
      }
    }
  }

  private static void write(CsvTable table, ClockRow active, ClockRow shadow) throws IOException {
    table.row(
        active.ticketId(),
        active.sla(),
        shadow.slot(),
        active.cycle(),
        active.region(),
        word(active),
        word(shadow),
        Times.text(active.deadline()),
        Times.text(shadow.deadline()),
        Times.text(active.settledAt()),
        Times.text(shadow.settledAt()),
        active.policy(),
        shadow.policy());
  }

  private static String word(ClockRow row) {
    return row.verdict().name().toLowerCase(Locale.ROOT);
  }
}
