package io.aftercare.launcher.replay;

import io.aftercare.launcher.replay.reference.LiveFigures;
import io.aftercare.launcher.replay.reference.ReferenceAnswers;
import io.aftercare.launcher.replay.reference.ReferenceData;
import io.aftercare.launcher.replay.reference.Replay;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fire calls through the command: the first response of every ticket. */
class SfFireReplayIT {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void theFileEqualsItsReference() {
    Replay replay =
        Replay.of(
                directory,
                List.of(ReferenceData.file("tickets_sffire2017.csv.gz")),
                "--mapping",
                "sffire",
                "--zone",
                "America/Los_Angeles")
            .succeeded();

    ReferenceAnswers.of("sffire2017").assertEqual(replay.out());
    LiveFigures.assertEveryRegionEqualsTheReport(replay.out());
  }
}
