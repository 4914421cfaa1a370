package io.aftercare.launcher.replay.report;

import io.aftercare.contract.ComplaintBin;
import io.aftercare.contract.ComplaintCount;
import io.aftercare.contract.ComplaintScore;
import io.aftercare.contract.Spike;
import io.aftercare.contract.SpikeDriver;
import io.aftercare.domain.complaint.Score;
import io.aftercare.launcher.spikes.CountKey;
import io.aftercare.launcher.spikes.ScoreTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * complaints.csv, spike_scores.csv and spikes.csv: complaints per region, category and quarter of
 * an hour, how unlikely they were, and what was said of it. The first two are as {@code spikes
 * score} reads and writes them.
 */
public final class SpikesReport {
  static final String COUNTS = "complaints.csv";
  static final String SCORES = "spike_scores.csv";
  static final String SPIKES = "spikes.csv";

  /** Their names. */
  public static final List<String> FILES = List.of(COUNTS, SCORES, SPIKES);

  private static final String COUNT_HEADER = "time,key,count";
  private static final String SPIKE_HEADER =
      "at,kind,phase,region,category,opened_at,score,window_minutes,observed,expected,customers,tier,"
          + "incident,regions,categories,drivers,id";

  private static final Comparator<Spike> ORDER =
      Comparator.comparing(Spike::getAt)
          .thenComparing(Spike::getSpikeId, CodePoints.ORDER)
          .thenComparing(Spike::getPhase);

  private final Map<Instant, Map<String, ComplaintBin>> bins = new TreeMap<>();
  private final TreeSet<Spike> spikes = new TreeSet<>(ORDER);

  /** Takes a bin; one that a restarted job said again is the same. */
  public void add(ComplaintBin bin) {
    bins.computeIfAbsent(bin.getStart(), start -> new TreeMap<>(CodePoints.ORDER))
        .put(bin.getRegion(), bin);
  }

  /** Takes what was said of a spike. */
  public void add(Spike spike) {
    spikes.add(spike);
  }

  /** Writes the files. */
  public void write(Path directory) throws IOException {
    writeCounts(directory.resolve(COUNTS));
    writeScores(directory.resolve(SCORES));
    try (CsvTable table = CsvTable.create(directory.resolve(SPIKES), SPIKE_HEADER)) {
      for (Spike spike : spikes) {
        table.row(cells(spike));
      }
    }
  }

  /** A category has a row from its first complaint on, where its region was heard. */
  private void writeCounts(Path file) throws IOException {
    Map<String, TreeSet<String>> known = new HashMap<>();
    try (CsvTable table = CsvTable.create(file, COUNT_HEADER)) {
      for (Map.Entry<Instant, Map<String, ComplaintBin>> time : bins.entrySet()) {
        for (ComplaintBin bin : time.getValue().values()) {
          Map<String, Long> counts =
              bin.getCounts().stream()
                  .collect(Collectors.toMap(ComplaintCount::getCategory, ComplaintCount::getCount));
          TreeSet<String> categories =
              known.computeIfAbsent(bin.getRegion(), r -> new TreeSet<>(CodePoints.ORDER));
          if (bin.getUp()) {
            categories.addAll(counts.keySet());
            for (String category : categories) {
              table.row(
                  time.getKey().getEpochSecond(),
                  CountKey.text(bin.getRegion(), category),
                  counts.getOrDefault(category, 0L));
            }
          }
        }
      }
    }
  }

  private void writeScores(Path file) throws IOException {
    try (ScoreTable table = ScoreTable.create(file)) {
      for (Map.Entry<Instant, Map<String, ComplaintBin>> time : bins.entrySet()) {
        for (ComplaintBin bin : time.getValue().values()) {
          for (ComplaintScore each : bin.getScores()) {
            table.row(
                time.getKey().getEpochSecond(),
                CountKey.text(bin.getRegion(), each.getCategory()),
                new Score(
                    each.getCategory(),
                    each.getScore(),
                    each.getWindowMinutes(),
                    each.getObserved(),
                    each.getExpected()));
          }
        }
      }
      table.finish();
    }
  }

  private static List<Object> cells(Spike spike) {
    return List.of(
        Times.text(spike.getAt()),
        spike.getKind().name().toLowerCase(Locale.ROOT),
        spike.getPhase().name().toLowerCase(Locale.ROOT),
        spike.getRegion() == null ? "" : spike.getRegion(),
        spike.getCategory() == null ? "" : spike.getCategory(),
        Times.text(spike.getOpenedAt()),
        rounded(spike.getScore()),
        spike.getWindowMinutes(),
        spike.getObserved(),
        rounded(spike.getExpected()),
        spike.getCustomers(),
        spike.getTier() == 0 ? "" : spike.getTier(),
        spike.getIncidentId() == null ? "" : spike.getIncidentId(),
        String.join("; ", spike.getRegions()),
        String.join("; ", spike.getCategories()),
        spike.getDrivers().stream().map(SpikesReport::text).collect(Collectors.joining("; ")),
        spike.getSpikeId());
  }

  private static String text(SpikeDriver driver) {
    return "%s=%s %d of %s"
        .formatted(
            driver.getDimension(),
            driver.getValue(),
            driver.getObserved(),
            rounded(driver.getExpected()));
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
