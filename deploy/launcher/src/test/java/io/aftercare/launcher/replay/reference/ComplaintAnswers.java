package io.aftercare.launcher.replay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.Aftercare;
import io.aftercare.launcher.CommandRun;
import io.aftercare.launcher.spikes.SpikesCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of Boston's complaints apart from the job: the requests that citizens made, counted
 * from the file; and what the detector alone says of these counts.
 */
public final class ComplaintAnswers {
  private static final Set<String> CITIZENS =
      Set.of("Constituent Call", "Citizens Connect App", "Self Service");

  private final Map<String, Long> counts = new TreeMap<>();

  private ComplaintAnswers() {}

  /** Counts a file that has every request once. */
  public static ComplaintAnswers of(Path file) {
    ComplaintAnswers answers = new ComplaintAnswers();
    for (Map<String, String> row : CsvFile.rows(file)) {
      if ("created".equals(row.get("event")) && CITIZENS.contains(row.get("channel"))) {
        answers.count(row, "*");
        answers.count(row, String.valueOf(row.get("category")));
      }
    }
    return answers;
  }

  private void count(Map<String, String> row, String category) {
    long seconds = Instant.parse(String.valueOf(row.get("ts"))).getEpochSecond();
    String region = String.valueOf(row.get("region")).replace("/", "%2F");
    counts.merge(seconds / 900 * 900 + "," + quoted(region + "/" + category), 1L, Long::sum);
  }

  private static String quoted(String key) {
    return key.contains(",") ? '"' + key + '"' : key;
  }

  /** Fails unless a replay counted the same, and scored it as the detector alone does. */
  public void assertEqual(Path reports, String zone) {
    assertThat(countsThatAreNotZero(reports.resolve("complaints.csv"))).isEqualTo(counts);
    Path scores = reports.resolve("scores-of-the-detector-alone.csv");
    CommandRun run =
        CommandRun.of(
            Aftercare.commandLine(new SpikesCommand()),
            "spikes",
            "score",
            "--in",
            reports.resolve("complaints.csv").toString(),
            "--out",
            scores.toString(),
            "--zone",
            zone);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(sorted(reports.resolve("spike_scores.csv")))
        .contains("/*,") // it says something
        .isEqualTo(sorted(scores));
  }

  private static Map<String, Long> countsThatAreNotZero(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .skip(1)
          .filter(line -> !line.endsWith(",0"))
          .collect(
              Collectors.toMap(
                  line -> line.substring(0, line.lastIndexOf(',')),
                  line -> Long.valueOf(line.substring(line.lastIndexOf(',') + 1)),
                  Long::sum,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sorted(Path file) {
    return CsvFile.lines(file).stream().sorted().collect(Collectors.joining("\n"));
  }
}
