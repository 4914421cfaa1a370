package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.replay.reference.CsvFile;
import io.aftercare.launcher.replay.reference.ReferenceAnswers;
import io.aftercare.launcher.replay.reference.ReferenceData;
import io.aftercare.launcher.replay.reference.Replay;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank's calls through the command. */
class BankReplayIT {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void theSampleEqualsItsReference() {
    Replay replay =
        Replay.of(
                directory,
                List.of(ReferenceData.file("calls_bank_sample.csv.gz")),
                "--mapping",
                "bank",
                "--zone",
                "UTC",
                "--threshold",
                "20s",
                "--short-abandon",
                "20s",
                "--inclusive")
            .succeeded();

    ReferenceAnswers.of("calls_bank_199902")
        .assertQueueHours(directory, "1999-02-01", "1999-02-08");
    // 8,948 arrived and 663 of them hung up in the IVR; arrived, offered and ivr_hangup are two
    // events each: 33,610 + 8,948 + 8,285 + 663.
    assertThat(replay.metric("aftercare_events_total", "result=\"applied\"")).isEqualTo(51_506);
    assertThat(CsvFile.rows(directory.resolve("contacts.csv"))).hasSize(8948);
    assertThat(CsvFile.lines(directory.resolve("rejected.csv"))).hasSize(1);
    assertThat(replay.output())
        .contains("read 51,506 = applied 51,506 + duplicate 0 + rejected 0 + late_dropped 0")
        .contains("offered 8,285 = ")
        .contains("+ waiting 0")
        .contains("in time up to 20s, abandons short up to 20s");
  }
}
