package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.replay.reference.ComplaintAnswers;
import io.aftercare.launcher.replay.reference.CsvFile;
import io.aftercare.launcher.replay.reference.LiveFigures;
import io.aftercare.launcher.replay.reference.ReferenceAnswers;
import io.aftercare.launcher.replay.reference.ReferenceData;
import io.aftercare.launcher.replay.reference.Replay;
import io.aftercare.launcher.replay.reference.ShuffledBoston;
import io.aftercare.launcher.replay.reference.WindowAnswers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boston's service requests through the command: in order, in order of arrival, shuffled. */
class BostonReplayIT {
  private static final String[] OPTIONS = {
    "--mapping",
    "boston311",
    "--as-of",
    "2015-04-01T04:00:00Z",
    "--zone",
    "America/New_York",
    "--windows",
    "--spikes",
    "--allowed-lateness",
    "27h" // what comes late in the sample comes up to 26 h late
  };

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void theSampleEqualsItsReference() {
    Replay replay = replay(ReferenceData.file("tickets_boston311_sample.csv.gz"), "plain");

    assertReference(replay);
    assertWindows(replay);
    assertComplaints(replay);
    assertThat(applied(replay, "tickets")).isEqualTo(15_807 + 9432); // a request is a complaint too
    assertThat(applied(replay, "complaints")).isEqualTo(15_807 + 9432);
    assertThat(net(replay, "aftercare_tickets_created")).isEqualTo(9432);
    assertThat(net(replay, "aftercare_tickets_closed")).isEqualTo(6375);
  }

  @Test
  void orderOfArrivalAndDuplicatesChangeNothing() {
    Replay replay = replay(ReferenceData.file("tickets_boston311_sample_late.csv.gz"), "late");

    assertReference(replay);
    assertWindows(replay);
    assertComplaints(replay);
    assertThat(replay.metric("aftercare_events_read_total", "stream=\"tickets\""))
        .isEqualTo(16_131 + 9616);
    assertThat(net(replay, "aftercare_tickets_created")).isEqualTo(9432);
  }

  @Test
  void aShuffleGivesTheSameLedgerAndOneCorrectionPerStopThatCameTooLate() throws Exception {
    Path file = directory.resolve("shuffled.csv");
    ShuffledBoston shuffled =
        ShuffledBoston.write(ReferenceData.file("tickets_boston311_sample.csv.gz"), file, 311);
    assertThat(shuffled.lateStops()).isGreaterThanOrEqualTo(500);

    Replay plain = replay(ReferenceData.file("tickets_boston311_sample.csv.gz"), "plain");
    Replay replay = replay(file, "shuffled");

    assertReference(replay);
    assertThat(Files.readString(replay.out().resolve("ledger.csv")))
        .isEqualTo(Files.readString(plain.out().resolve("ledger.csv")));
    assertThat(corrections(replay)).isEqualTo(Map.of("breached to met", shuffled.lateStops()));
    assertThat(replay.metric("aftercare_sla_corrections_total", "sla=\"due\""))
        .isEqualTo(shuffled.lateStops());
  }

  /**
   * Due verdicts in the log that a late event turned, by what they were and became. (A closing line
   * states the due time too, so a closing that comes before its creation is judged at once, and the
   * creation then corrects the row's opening only: no verdict turns.)
   */
  private static Map<String, Long> corrections(Replay replay) {
    return CsvFile.rows(replay.out().resolve("ledger_log.csv")).stream()
        .filter(row -> "due".equals(row.get("sla")) && "corrected".equals(row.get("change")))
        .filter(row -> !String.valueOf(row.get("verdict")).equals(row.get("previous_verdict")))
        .collect(
            Collectors.groupingBy(
                row -> row.get("previous_verdict") + " to " + row.get("verdict"),
                TreeMap::new,
                Collectors.counting()));
  }

  private Replay replay(Path file, String name) {
    return Replay.of(directory.resolve(name), List.of(file), OPTIONS).succeeded();
  }

  private static void assertReference(Replay replay) {
    ReferenceAnswers.of("boston311_sample").assertEqual(replay.out());
    ReferenceAnswers.of("boston311_sample").assertBreaches(replay.out(), "due");
    LiveFigures.assertEveryRegionEqualsTheReport(replay.out());
  }

  private static void assertWindows(Replay replay) {
    WindowAnswers.of(
            ReferenceData.file("tickets_boston311_sample.csv.gz"),
            "boston311",
            Instant.parse("2015-04-01T04:00:00Z"))
        .assertEqual(replay.out(), ZoneId.of("America/New_York"));
  }

  private static void assertComplaints(Replay replay) {
    ComplaintAnswers.of(ReferenceData.file("tickets_boston311_sample.csv.gz"))
        .assertEqual(replay.out(), "America/New_York");
  }

  private static long applied(Replay replay, String stream) {
    return replay.metric("aftercare_events_total", "result=\"applied\",stream=\"" + stream + "\"");
  }

  private static long net(Replay replay, String metric) {
    return replay.metric(metric + "_total", "") - replay.metric(metric + "_retracted_total", "");
  }
}
