package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.replay.reference.Replay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options of tickets with a call file and the other way round are refused before anything runs. */
class KindOptionsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void whatIsAboutTicketsSaysNothingAboutCalls() throws Exception {
    assertRefused(
        "bank",
        "--sla: says nothing about calls, which bank.yaml maps; leave it out; calls are measured by"
            + " --threshold, --short-abandon, --inclusive",
        "--sla",
        "due");
    assertRefused(
        "bank", "--by-region: says nothing about calls, which bank", "--by-region", "origin");
    assertRefused(
        "bank",
        "--zone America/New_York: reports of calls are by the hour, in UTC; leave it out",
        "--zone",
        "America/New_York");
  }

  @Test
  void whatIsAboutCallsSaysNothingAboutTickets() throws Exception {
    assertRefused(
        "boston311",
        "--threshold: says nothing about tickets, which boston311.yaml maps; targets of tickets"
            + " stand in --policies",
        "--threshold",
        "20s");
    assertRefused(
        "boston311", "--short-abandon: says nothing about tickets", "--short-abandon", "5s");
    assertRefused("boston311", "--inclusive: says nothing about tickets", "--inclusive");
  }

  @Test
  void aSpanNeedsItsUnit() throws Exception {
    assertRefused(
        "bank",
        "--threshold': '20' is no span of time; write it as 20s, 500ms or 2m",
        "--threshold",
        "20");
    assertRefused("bank", "--threshold 0: 1ms or more", "--threshold", "0s");
  }

  private void assertRefused(String mapping, String why, String... options) throws Exception {
    Path file = Files.writeString(directory.resolve("file.csv"), "ts\n");
    String[] all = new String[options.length + 2];
    all[0] = "--mapping";
    all[1] = mapping;
    System.arraycopy(options, 0, all, 2, options.length);

    Replay replay = Replay.of(directory.resolve("out"), List.of(file), all);

    assertThat(replay.exitCode()).as(replay.output()).isEqualTo(2);
    assertThat(replay.output()).contains(why);
    assertThat(directory.resolve("out")).doesNotExist();
  }
}
