package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.replay.reference.CsvFile;
import io.aftercare.launcher.replay.reference.LiveFigures;
import io.aftercare.launcher.replay.reference.Replay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input ends in a clear error or in a dead letter, and the good events around it count. */
class GarbageReplayIT {
  private static final String HEADER =
      "ts,seq,ticket_id,event,state,priority,region,category,group,agent,channel,sla_due,flags\n";
  private static final String CREATED =
      "2015-01-15T10:00:00Z,0,1,created,Open,,North,Heat,G,,Self Service,2015-01-16T10:00:00Z,\n";
  private static final String CLOSED =
      "2015-01-15T12:00:00Z,9,1,closed,Closed,,North,Heat,G,,Self Service,2015-01-16T10:00:00Z,\n";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void badLinesAreRejectedWithTheirReasonsAndTheGoodOnesCount() throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(utf8(HEADER + CREATED));
    file.writeBytes(utf8("too,few,cells\n"));
    file.writeBytes(utf8("2015-02-30T00:00:00Z,1,2,created,Open,,North,,,,Self Service,,\n"));
    file.writeBytes(utf8("2015-01-15T10:30:00Z,2,,created,Open,,North,,,,Self Service,,\n"));
    file.writeBytes(utf8("\n"));
    file.writeBytes(utf8("x".repeat(1 << 20) + "\n"));
    file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, ',', 7, '\n'});
    file.writeBytes(utf8("2999-01-01T00:00:00Z,3,3,created,Open,,North,,,,Self Service,,\n"));
    file.writeBytes(utf8("2015-01-15T11:00:00Z,4,4,sung,Loud,P9,South,,,,Pigeon,,\n"));
    file.writeBytes(utf8(CLOSED));
    Path path = directory.resolve("bad.csv");
    Files.write(path, file.toByteArray());

    Replay replay = replay(path).succeeded();

    assertThat(CsvFile.lines(replay.out().resolve("rejected.csv")))
        .containsExactly(
            "file,line,reason",
            "bad.csv,3,wrong_column_count",
            "bad.csv,4,bad_timestamp",
            "bad.csv,5,missing_ticket_id",
            "bad.csv,7,line_too_long",
            "bad.csv,8,invalid_utf8",
            "bad.csv,9,future_occurred_at", // a line stands for two events
            "bad.csv,9,future_occurred_at");
    assertThat(CsvFile.lines(replay.out().resolve("tickets.csv")))
        .contains(
            "1,North,2015-01-15T10:00:00Z,,2015-01-15T12:00:00Z,2015-01-15T12:00:00Z,"
                + "2015-01-15T12:00:00Z,0,2015-01-16T10:00:00Z,met");
    assertThat(replay.output()).contains("read 11 = applied 4 + duplicate 0 + rejected 7");
    LiveFigures.assertEveryRegionEqualsTheReport(replay.out());
  }

  @Test
  void aTruncatedGzipCountsUpToItsEndAndExitsWithOne() throws Exception {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(whole, 512, true)) {
      gzip.write(utf8(HEADER + CREATED + CLOSED));
      gzip.flush();
      gzip.write(utf8(CREATED.repeat(100)));
    }
    byte[] bytes = whole.toByteArray();
    Path path = directory.resolve("cut.csv.gz");
    Files.write(path, Arrays.copyOf(bytes, bytes.length - 12));

    Replay replay = replay(path);

    assertThat(replay.exitCode()).as(replay.output()).isEqualTo(1);
    assertThat(replay.output()).contains("cut.csv.gz:").contains("ends in the middle");
    assertThat(CsvFile.lines(replay.out().resolve("rejected.csv")))
        .hasSize(2)
        .last()
        .asString()
        .endsWith(",truncated_gzip");
    assertThat(CsvFile.lines(replay.out().resolve("tickets.csv"))).hasSize(2);
  }

  @Test
  void wrongColumnsAreAnErrorBeforeAnythingStarts() throws Exception {
    Path path = directory.resolve("wrong.csv");
    Files.writeString(path, "when,who\n1,2\n");

    Replay replay = replay(path);

    assertThat(replay.exitCode()).isEqualTo(2);
    assertThat(replay.output()).contains("wrong.csv:1: no column").contains("'ts'");
  }

  @Test
  void aDirectoryIsCalledOneAndItsFilesAreNamed() throws Exception {
    Path inside = Files.writeString(directory.resolve("wrong.csv"), "when,who\n1,2\n");

    Replay replay = replay(directory);

    assertThat(replay.exitCode()).isEqualTo(2);
    assertThat(replay.output())
        .contains(directory + ": is a directory; name the files in it: " + inside)
        .doesNotContain("no such file");
  }

  @Test
  void badLinesOfCallsAreRejectedWithTheirReasonsAndTheGoodOnesCount() throws Exception {
    Path path = directory.resolve("calls.csv");
    Files.writeString(
        path,
        """
        ts,seq,call_id,event,queue,priority,agent,wait_s,talk_s,flags
        1999-02-01T10:00:00Z,0,c1,arrived,PS,0,,,,
        1999-02-01T10:00:10Z,1,c1,offered,PS,0,,,,
        too,few,cells
        1999-02-01T10:00:15Z,2,,answered,PS,0,A1,5,,
        1999-02-01T10:00:15Z,2,c1,answered,PS,0,A1,5,,
        1999-02-01T10:00:15Z,2,c1,answered,PS,0,A1,5,,
        1999-02-01T10:00:20Z,3,c1,parked,PS,0,A1,,,
        1999-02-01T10:01:15Z,4,c1,ended,PS,0,A1,,long,
        1999-02-01T10:01:15Z,4,c1,ended,PS,0,A1,,61,
        """);

    Replay replay =
        Replay.of(directory.resolve("out"), List.of(path), "--mapping", "bank").succeeded();

    assertThat(CsvFile.lines(replay.out().resolve("rejected.csv")))
        .containsExactly(
            "file,line,reason",
            "calls.csv,4,wrong_column_count",
            "calls.csv,5,missing_contact_id",
            "calls.csv,9,bad_number");
    assertThat(CsvFile.lines(replay.out().resolve("contacts.csv")).get(1))
        .isEqualTo(
            "c1,voice,,1999-02-01T10:00:00Z,1999-02-01T10:01:15Z,false,1,bank,PS,"
                + "1999-02-01T10:00:10Z,1999-02-01T10:00:15Z,answered_in_time,5.0,30.0,1,"
                + "1999-02-01T10:00:15Z,1999-02-01T10:01:15Z,61.0,0.0,0.0,61.0,true,false");
    assertThat(replay.output())
        .contains("read 11 = applied 7 + duplicate 1 + rejected 3 + late_dropped 0")
        .contains("offered 1 = answered_in_time 1 + waiting 0")
        .contains("rejected: bad_number 1, missing_contact_id 1, wrong_column_count 1");
  }

  @Test
  void aCallThatNobodyAnswersWaitsToTheEndOfTimeAndIsCounted() throws Exception {
    Path path = directory.resolve("calls.csv");
    Files.writeString(
        path,
        """
        ts,seq,call_id,event,queue,priority,agent,wait_s,talk_s,flags
        1999-02-01T10:30:00Z,0,c1,arrived,PS,0,,,,
        1999-02-01T10:30:00Z,1,c1,offered,PS,0,,,,
        """);

    Replay replay =
        Replay.of(
                directory.resolve("out"),
                List.of(path),
                "--mapping",
                "bank",
                "--as-of",
                "1999-02-01T12:10:00Z")
            .succeeded();

    assertThat(replay.output()).contains("offered 1 = waiting 1");
    assertThat(CsvFile.lines(replay.out().resolve("queue_hour.csv")))
        .contains(
            "PS,1999-02-01T10:00:00Z,1,0,0,0,0,,,,,,,0,0,0,,1,1",
            "PS,1999-02-01T12:00:00Z,0,0,0,0,0,,,,,,,0,0,0,,1,1");
  }

  private Replay replay(Path path) throws IOException {
    return Replay.of(directory.resolve("out"), List.of(path), "--mapping", "boston311");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
