package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.replay.reference.CsvFile;
import io.aftercare.launcher.replay.reference.LiveFigures;
import io.aftercare.launcher.replay.reference.ReferenceAnswers;
import io.aftercare.launcher.replay.reference.ReferenceData;
import io.aftercare.launcher.replay.reference.Replay;
import io.aftercare.launcher.replay.reference.WindowAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IT incidents through the command: reopened tickets, region moves, orphans. */
class ServiceNowReplayIT {
  private static final String SAMPLE = "tickets_servicenow_sample.csv.gz";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void theSampleEqualsItsReferenceByOriginRegion() {
    Replay replay = replay(ReferenceData.file(SAMPLE), "plain");

    ReferenceAnswers.of("servicenow_sample").assertEqual(replay.out());
    LiveFigures.assertTheSumOfRegionsEqualsTheReport(replay.out());
    WindowAnswers.of(ReferenceData.file(SAMPLE), "servicenow", null)
        .assertEqual(replay.out(), ZoneId.of("UTC"));
    assertThat(replay.metric("aftercare_events_total", "result=\"applied\"")).isEqualTo(33_771);
  }

  @Test
  void creationsThatComeLastChangeNothing() throws Exception {
    Replay plain = replay(ReferenceData.file(SAMPLE), "plain");
    Path orphans = directory.resolve("orphans.csv");
    int moved = moveCreations(ReferenceData.file(SAMPLE), orphans, new Random(5));
    assertThat(moved).isGreaterThan(150);

    Replay replay = replay(orphans, "orphans");

    ReferenceAnswers.of("servicenow_sample").assertEqual(replay.out());
    LiveFigures.assertTheSumOfRegionsEqualsTheReport(replay.out());
    for (String file : List.of("region_hour.csv", "region_day.csv", "tickets.csv", "ledger.csv")) {
      assertThat(Files.readString(replay.out().resolve(file)))
          .as(file)
          .isEqualTo(Files.readString(plain.out().resolve(file)));
    }
  }

  private static int moveCreations(Path sample, Path to, Random random) throws IOException {
    List<String> kept = new ArrayList<>();
    List<String> moved = new ArrayList<>();
    for (String line : CsvFile.lines(sample)) {
      boolean move = line.contains(",created,") && random.nextInt(20) == 0;
      (move ? moved : kept).add(line);
    }
    kept.addAll(moved);
    Files.write(to, kept);
    return moved.size();
  }

  private Replay replay(Path file, String name) {
    return Replay.of(
            directory.resolve(name),
            List.of(file),
            "--mapping",
            "servicenow",
            "--by-region",
            "origin",
            "--windows")
        .succeeded();
  }
}
