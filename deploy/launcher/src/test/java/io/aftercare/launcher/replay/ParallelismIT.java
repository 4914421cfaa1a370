package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.replay.reference.LiveFigures;
import io.aftercare.launcher.replay.reference.ReferenceData;
import io.aftercare.launcher.replay.reference.Replay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports are the same bytes at any parallelism and number of partitions. */
class ParallelismIT {
  private static final List<String> FILES =
      List.of(
          "region_hour.csv",
          "region_day.csv",
          "tickets.csv",
          "ledger.csv",
          "ledger_log.csv",
          "shadow.csv",
          "flips.csv",
          "rejected.csv");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void oneTwoAndFourSubtasksWriteTheSameBytes() throws Exception {
    Map<String, String> one = reports(1, 4);

    assertThat(reports(2, 4)).isEqualTo(one);
    assertThat(reports(4, 7)).isEqualTo(one);
  }

  private Map<String, String> reports(int parallelism, int partitions) throws Exception {
    Replay replay =
        Replay.of(
                directory.resolve("p" + parallelism),
                List.of(ReferenceData.file("tickets_boston311_sample_late.csv.gz")),
                "--mapping",
                "boston311",
                "--as-of",
                "2015-04-01T04:00:00Z",
                "--zone",
                "America/New_York",
                "--parallelism",
                String.valueOf(parallelism),
                "--partitions",
                String.valueOf(partitions))
            .succeeded();
    LiveFigures.assertEveryRegionEqualsTheReport(replay.out());
    Map<String, String> texts = new HashMap<>();
    for (String file : FILES) {
      texts.put(file, Files.readString(replay.out().resolve(file)));
    }
    return texts;
  }
}
