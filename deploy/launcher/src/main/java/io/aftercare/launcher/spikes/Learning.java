package io.aftercare.launcher.spikes;

import io.aftercare.domain.complaint.Family;
import io.aftercare.domain.complaint.LocalWeek;
import io.aftercare.domain.complaint.SpikeTerms;
import io.aftercare.io.baseline.BaselineFile;
import io.aftercare.launcher.CommandFailure;
import io.aftercare.launcher.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Learns what is usual from files of counts. */
final class Learning {
  private static final CountBins.Told NOBODY = (seconds, scores) -> {};

  private final SpikeTerms terms = SpikeTerms.standard();
  private final CountBins bins;
  private final List<Path> history;
  private final Path out;

  Learning(List<Path> history, Path out, ZoneId zone) {
    this.history = history;
    this.out = out;
    bins = new CountBins(terms, Map.of(), LocalWeek.of(zone), Double.POSITIVE_INFINITY);
  }

  /** Writes the baseline, and says what it knows. */
  String run() {
    history.forEach(file -> bins.read(file, NOBODY));
    bins.close(NOBODY);
    Map<String, Family> regions = new TreeMap<>();
    for (FamilyRows family : bins.families()) {
      if (regions.put(family.region(), family.family()) != null) {
        throw new UsageException(
            "key '%1$s' stands for all of region %1$s, and so does %1$s/*; right is %1$s/* alone"
                .formatted(family.region()));
      }
    }
    try {
      BaselineFile.write(out, terms, regions);
    } catch (IOException e) {
      throw new CommandFailure("--out " + out + ": cannot be written: " + e.getMessage());
    }
    return summary(regions);
  }

  private String summary(Map<String, Family> regions) {
    long last = regions.values().stream().mapToLong(Family::last).max().orElse(0);
    return regions.isEmpty()
        ? "There were no counts; wrote an empty baseline to %s.".formatted(out)
        : "Learnt %,d counts of %,d keys in %,d regions, from %s to %s; wrote %s."
            .formatted(
                bins.rows(),
                bins.keyCount(),
                regions.size(),
                Instant.ofEpochSecond(bins.first()),
                Instant.ofEpochMilli(last),
                out);
  }
}
