package io.aftercare.launcher.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.Aftercare;
import io.aftercare.launcher.CommandRun;
import io.aftercare.launcher.replay.ReplayCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void goodFilesAreSummed() throws Exception {
    Path file =
        write(
            """
            policies:
              - id: fix
                version: 1
                sla: resolution
                metric: resolution
                match: {regions: [north]}
                targets: {p1: 90m, p2: 8h}
                objective: 0.85
                calendar: business
                pause_statuses: [waiting_parts, on_hold]
              - {id: fix, version: 2, retired: true, effective_from: 2199-01-01T00:00:00Z}
              - id: strict
                version: 1
                role: shadow
                slot: strict
                sla: resolution
                metric: resolution
                targets: {all: 1h}
                grace: 5m
            calendars:
              - id: berlin
                version: 1
                zone: Europe/Berlin
                weekly: {mon: ["09:00-12:30", "13:30-18:00"]}
                holidays: {2026-12-25: Christmas}
            regions:
              - {name: north, zone: Europe/Berlin, calendar: berlin}
            """);
    CommandRun check = check(file);
    assertThat(check.err()).isEmpty();
    assertThat(check.exitCode()).isZero();
    assertThat(check.out().lines())
        .containsExactly(
            "Good: 2 policies in 2 promises; 1 calendar, 1 region.",
            "",
            "resolution (resolution)",
            "  fix v1, in force: p1 90m p2 8h, 85 % of clocks, on business, pauses in"
                + " [on_hold, waiting_parts], for [north]",
            "  fix v2, from 2199-01-01T00:00:00Z: retired",
            "",
            "resolution (resolution, shadow strict)",
            "  strict v1, in force: 1h + 5m grace, on 24x7",
            "",
            "Calendars",
            "  berlin v1, in force: Europe/Berlin, mon [09:00-12:30, 13:30-18:00], 1 holiday,"
                + " 0 exceptions",
            "",
            "Regions",
            "  north, Europe/Berlin, calendar berlin",
            "",
            "Next change: 2199-01-01T00:00:00Z, policy fix v2");
  }

  @Test
  void aMistakeIsAUsageErrorThatNamesFileAndLine() throws Exception {
    Path file = write("policies:\n  - id: fix\n    versoin: 1\n");
    CommandRun check = check(file);
    assertThat(check.exitCode()).isEqualTo(2);
    assertThat(check.out()).isEmpty();
    assertThat(check.err())
        .startsWith("aftercare check policies: " + file + ":3: ")
        .contains("did you mean version?");
  }

  @Test
  void aReplayByWrongPoliciesDoesNotStart() throws Exception {
    Path file = write("policies: [{}]");
    CommandRun replay =
        CommandRun.of(
            Aftercare.commandLine(new ReplayCommand()),
            "replay",
            "tickets.csv",
            "--mapping",
            "boston311",
            "--out",
            directory.resolve("out").toString(),
            "--policies",
            file.toString());
    assertThat(replay.exitCode()).isEqualTo(2);
    assertThat(replay.err()).contains(file + ":1: ", "the key id is missing");
  }

  @Test
  void whatToCheckMustBeSaid() {
    CommandRun check = CommandRun.of(Aftercare.commandLine(new CheckCommand()), "check");
    assertThat(check.exitCode()).isEqualTo(2);
    assertThat(check.err()).contains("what to check is missing: policies");
  }

  private Path write(String text) throws Exception {
    return Files.writeString(directory.resolve("p.yaml"), text);
  }

  private static CommandRun check(Path path) {
    return CommandRun.of(
        Aftercare.commandLine(new CheckCommand()), "check", "policies", path.toString());
  }
}
