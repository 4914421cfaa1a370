package io.aftercare.launcher.replay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * region_hour.csv: hours [h, h+1h) UTC. A single region has a row only where something happened;
 * all regions together have one for every hour from that of the first step to that of as-of,
 * inclusive.
 */
final class RegionHourReport {
  private static final long HOUR_SECONDS = 3600;
  private static final String HEADER =
      "region,hour,created,resolved,reopened,closed,breached,backlog_end";

  private final RegionBuckets buckets;
  private final Instant asOf;

  RegionHourReport(RegionView view, String sla, Instant asOf) {
    this.buckets = new RegionBuckets(RegionHourReport::hour, view, sla);
    this.asOf = asOf;
  }

  private static long hour(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), HOUR_SECONDS);
  }

  void add(TicketStory story) {
    buckets.add(story);
  }

  void write(Path file) throws IOException {
    NavigableMap<Long, Bucket> all =
        buckets.regions().getOrDefault(RegionBuckets.ALL, new TreeMap<>());
    for (long hour = buckets.first(); hour <= hour(asOf); hour++) {
      all.computeIfAbsent(hour, h -> new Bucket());
    }
    try (CsvTable table = CsvTable.create(file, HEADER)) {
      for (Map.Entry<String, NavigableMap<Long, Bucket>> region : buckets.regions().entrySet()) {
        write(table, region.getKey(), region.getValue());
      }
    }
  }

  private void write(CsvTable table, String region, NavigableMap<Long, Bucket> hours)
      throws IOException {
    long backlog = 0;
    for (Map.Entry<Long, Bucket> entry : hours.entrySet()) {
      Bucket hour = entry.getValue();
      backlog += hour.backlogChange;
      if (hour.isActive() || region.equals(RegionBuckets.ALL)) {
        table.row(
            region,
            Times.text(Instant.ofEpochSecond(entry.getKey() * HOUR_SECONDS)),
            hour.created,
            hour.resolved,
            hour.reopened,
            hour.closed,
            hour.breached,
            backlog);
      }
    }
  }
}
