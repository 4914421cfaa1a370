package io.aftercare.launcher.replay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.NavigableMap;

/**
 * region_day.csv: calendar days in a zone, to the day of as-of. A region (and all together) has a
 * row for each day on which something happened or at whose end tickets are open. Quantiles are
 * exact, by nearest rank, over the first resolutions of the day, in seconds of calendar time.
 */
final class RegionDayReport {
  private static final String HEADER =
      "region,day,created,resolved,reopened,closed,backlog_end,res_n,res_p50_s,res_p90_s,"
          + "res_p95_s,sla_n,sla_met";
  private static final Bucket NOTHING = new Bucket();

  private final RegionBuckets buckets;
  private final ZoneId zone;
  private final long lastDay;

  RegionDayReport(RegionView view, String sla, Instant asOf, ZoneId zone) {
    this.zone = zone;
    this.buckets = new RegionBuckets(this::day, view, sla);
    this.lastDay = day(asOf);
  }

  private long day(Instant at) {
    return LocalDate.ofInstant(at, zone).toEpochDay();
  }

  void add(TicketStory story) {
    buckets.add(story);
  }

  void write(Path file) throws IOException {
    try (CsvTable table = CsvTable.create(file, HEADER)) {
      for (Map.Entry<String, NavigableMap<Long, Bucket>> region : buckets.regions().entrySet()) {
        if (!region.getValue().isEmpty()) {
          write(table, region.getKey(), region.getValue());
        }
      }
    }
  }

  private void write(CsvTable table, String region, NavigableMap<Long, Bucket> days)
      throws IOException {
    long backlog = 0;
    long last = Math.max(lastDay, days.lastKey());
    for (long number = days.firstKey(); number <= last; number++) {
      Bucket day = days.getOrDefault(number, NOTHING);
      backlog += day.backlogChange;
      if (day.hasDayFigures() || backlog > 0) {
        write(table, region, LocalDate.ofEpochDay(number), day, backlog);
      }
    }
  }

  private static void write(CsvTable table, String region, LocalDate day, Bucket of, long backlog)
      throws IOException {
    table.row(
        region,
        day,
        of.created,
        of.resolved,
        of.reopened,
        of.closed,
        backlog,
        of.resolutions.count(),
        of.resolutions.seconds(50),
        of.resolutions.seconds(90),
        of.resolutions.seconds(95),
        of.claimed,
        of.claimsMet);
  }
}
