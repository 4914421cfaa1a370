package io.aftercare.launcher.spikes;

import io.aftercare.domain.complaint.Family;
import io.aftercare.domain.complaint.LocalWeek;
import io.aftercare.domain.complaint.SpikeTerms;
import io.aftercare.launcher.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the detector over a file of counts. */
final class Scoring {
  private final CountBins bins;
  private final Path in;
  private final Path out;
  private CountBins.@Nullable Keyed highest;
  private long highestAt;

  Scoring(Path in, Path out, Map<String, Family> known, double floor, ZoneId zone) {
    this.in = in;
    this.out = out;
    bins = new CountBins(SpikeTerms.standard(), known, LocalWeek.of(zone), floor);
  }

  /** Writes the scores, and says what there was. */
  String run() {
    try (ScoreTable table = ScoreTable.create(out)) {
      CountBins.Told told = (seconds, scores) -> write(table, seconds, scores);
      bins.read(in, told);
      bins.close(told);
      table.finish();
      return summary(table.rows());
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailure("--out " + out + ": cannot be written: " + e.getMessage());
    }
  }

  private void write(ScoreTable table, long seconds, Iterable<CountBins.Keyed> scores) {
    try {
      for (CountBins.Keyed each : scores) {
        table.row(seconds, each.key(), each.score());
        if (highest == null || each.score().score() > highest.score().score()) {
          highest = each;
          highestAt = seconds;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String summary(long rows) {
    String read =
        "Read %,d counts of %,d keys in %,d bins; wrote %,d scores to %s."
            .formatted(bins.rows(), bins.keyCount(), bins.bins(), rows, out);
    return highest == null
        ? read
        : read
            + " The highest is %.1f: %s at %s, %,d complaints in %d min, %.1f expected."
                .formatted(
                    highest.score().score(),
                    highest.key(),
                    Instant.ofEpochSecond(highestAt),
                    highest.score().observed(),
                    highest.score().windowMinutes(),
                    highest.score().expected());
  }
}
