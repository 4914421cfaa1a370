package io.aftercare.launcher.replay.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/**
 * Writes the reports of a replay from what the output topics said. Sorted by code point and free of
 * anything that differs from run to run: the same records give the same bytes.
 *
 * @param sla the SLA that breaches, due times and verdicts are reported of
 * @param asOf when time ends
 * @param zone of calendar days
 */
public record Reports(RegionView view, String sla, Instant asOf, ZoneId zone) {
  /** Names of the files, in the order of writing. */
  public static final List<String> FILES =
      List.of(
          "region_hour.csv",
          "region_day.csv",
          "tickets.csv",
          "ledger.csv",
          "ledger_log.csv",
          "shadow.csv",
          "flips.csv",
          "rejected.csv");

  /** Writes all files into a directory, which is made if need be. */
  public void write(Path directory, Stories stories, List<RejectedLine> rejected)
      throws IOException {
    Files.createDirectories(directory);
    Collection<TicketStory> tickets = stories.all();
    RegionHourReport hours = new RegionHourReport(view, sla, asOf);
    RegionDayReport days = new RegionDayReport(view, sla, asOf, zone);
    tickets.forEach(hours::add);
    tickets.forEach(days::add);
    hours.write(directory.resolve("region_hour.csv"));
    days.write(directory.resolve("region_day.csv"));
    new TicketsReport(tickets, sla).write(directory.resolve("tickets.csv"));
    LedgerReport ledger = new LedgerReport(tickets);
    ledger.writeLedger(directory.resolve("ledger.csv"));
    ledger.writeLog(directory.resolve("ledger_log.csv"));
    ShadowReport shadows = new ShadowReport(tickets);
    shadows.write(directory.resolve("shadow.csv"));
    shadows.writeFlips(directory.resolve("flips.csv"));
    RejectedReport.write(directory.resolve("rejected.csv"), rejected);
  }

  /** Totals of each region and of all together, by region. */
  public List<RegionTotals> totals(Stories stories) {
    RegionBuckets whole = new RegionBuckets(at -> 0, view, sla);
    stories.all().forEach(whole::add);
    return whole.regions().entrySet().stream()
        .filter(region -> !region.getValue().isEmpty())
        .map(region -> RegionTotals.of(region.getKey(), region.getValue().values()))
        .toList();
  }

  /** What the shadows would change, by region, sla and slot; empty if there are none. */
  public List<ShadowTotals> shadows(Stories stories) {
    return ShadowTotals.of(ShadowPair.of(stories.all()));
  }
}
