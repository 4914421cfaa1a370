package io.aftercare.launcher.replay.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.ClockChange;
import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.DeadLetter;
import io.aftercare.contract.Milestone;
import io.aftercare.contract.MilestoneKind;
import io.aftercare.contract.Verdict;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hand-made milestones and verdicts, and the files a person would expect of them. */
class ReportsTest {
  private static final Instant AS_OF = Instant.parse("2020-01-01T13:00:00Z");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path out;

  private final Stories stories = new Stories(RegionView.OWNER);

  @Test
  void hoursCarryTheBacklogAndAllRegionsHaveEveryHour() throws Exception {
    step("t1", MilestoneKind.CREATED, 1, "10:15:00", "North");
    step("t1", MilestoneKind.RESOLVED, 1, "12:00:00", "North");
    step("t2", MilestoneKind.CREATED, 1, "10:59:59.999", null);

    write(RegionView.OWNER, List.of());

    assertThat(lines("region_hour.csv"))
        .containsExactly(
            "region,hour,created,resolved,reopened,closed,breached,backlog_end",
            "North,2020-01-01T10:00:00Z,1,0,0,0,0,1",
            "North,2020-01-01T12:00:00Z,0,1,0,0,0,0",
            "__ALL__,2020-01-01T10:00:00Z,2,0,0,0,0,2",
            "__ALL__,2020-01-01T11:00:00Z,0,0,0,0,0,2",
            "__ALL__,2020-01-01T12:00:00Z,0,1,0,0,0,1",
            "__ALL__,2020-01-01T13:00:00Z,0,0,0,0,0,1",
            "unknown,2020-01-01T10:00:00Z,1,0,0,0,0,1");
  }

  @Test
  void aTransferMovesTheBacklogOfItsOwnersOnly() throws Exception {
    step("t1", MilestoneKind.CREATED, 1, "10:00:00", "North");
    step("t1", MilestoneKind.TRANSFERRED_OUT, 1, "11:30:00", "North");
    step("t1", MilestoneKind.TRANSFERRED_IN, 1, "11:30:00", "South");

    write(RegionView.OWNER, List.of());

    assertThat(lines("region_hour.csv"))
        .contains(
            "North,2020-01-01T10:00:00Z,1,0,0,0,0,1",
            "North,2020-01-01T11:00:00Z,0,0,0,0,0,0",
            "South,2020-01-01T11:00:00Z,0,0,0,0,0,1",
            "__ALL__,2020-01-01T11:00:00Z,0,0,0,0,0,1");
    assertThat(lines("tickets.csv")).contains("t1,South,2020-01-01T10:00:00Z,,,,,0,,");
  }

  @Test
  void daysFollowTheZoneAndQuantilesAreNearestRank() throws Exception {
    for (int i = 1; i <= 10; i++) {
      step("t" + i, MilestoneKind.CREATED, 1, "04:30:00", "North");
      stories.add(milestone("t" + i, MilestoneKind.RESOLVED, 1, "05:00:00", "North", i * 1000 + 5));
    }

    write(RegionView.OWNER, List.of());

    // 04:30Z is 23:30 of the day before in New York; 05:00Z is midnight.
    assertThat(lines("region_day.csv"))
        .containsExactly(
            "region,day,created,resolved,reopened,closed,backlog_end,res_n,res_p50_s,res_p90_s,"
                + "res_p95_s,sla_n,sla_met",
            "North,2019-12-31,10,0,0,0,10,0,,,,0,0",
            "North,2020-01-01,0,10,0,0,0,10,5.005,9.005,10.005,0,0",
            "__ALL__,2019-12-31,10,0,0,0,10,0,,,,0,0",
            "__ALL__,2020-01-01,0,10,0,0,0,10,5.005,9.005,10.005,0,0");
  }

  @Test
  void aRetractedStepNeverWasAndTheLastRecordIsTrue() throws Exception {
    step("t1", MilestoneKind.CREATED, 1, "10:00:00", "North");
    step("t1", MilestoneKind.RESOLVED, 1, "11:00:00", "North");
    Milestone retraction = milestone("t1", MilestoneKind.RESOLVED, 1, "11:00:00", "North", 0);
    retraction.setRetracted(true);
    stories.add(retraction);
    step("t1", MilestoneKind.CREATED, 1, "09:00:00", "South");

    write(RegionView.OWNER, List.of());

    assertThat(lines("tickets.csv"))
        .containsExactly(
            "ticket_id,region,created,first_response,first_resolved,last_resolved,first_closed,"
                + "reopened_n,due_at,verdict",
            "t1,South,2020-01-01T09:00:00Z,,,,,0,,");
  }

  @Test
  void theLastRecordOfAClockIsTheLedgerAndAVoidOneIsNone() throws Exception {
    step("t1", MilestoneKind.CREATED, 1, "10:00:00", "North");
    clock("t1", 1, 1, ClockChange.OPENED, ClockVerdict.RUNNING, null);
    clock("t1", 1, 2, ClockChange.SETTLED, ClockVerdict.BREACHED, "11:00:00");
    clock("t1", 2, 3, ClockChange.OPENED, ClockVerdict.RUNNING, null);
    clock("t1", 1, 4, ClockChange.CORRECTED, ClockVerdict.MET, "10:30:00");
    clock("t1", 2, 5, ClockChange.REMOVED, ClockVerdict.RUNNING, null);
    // Written again by a job that was restarted.
    clock("t1", 1, 4, ClockChange.CORRECTED, ClockVerdict.MET, "10:30:00");

    write(RegionView.OWNER, List.of());

    assertThat(lines("ledger.csv"))
        .containsExactly(
            "ticket_id,sla,slot,policy,policy_version,cycle,region,opened_at,warned_at,deadline,"
                + "settled_at,verdict,cause",
            "t1,due,active,p,1,1,North,2020-01-01T10:00:00Z,,2020-01-01T11:00:00Z,"
                + "2020-01-01T10:30:00Z,met,");
    assertThat(lines("ledger_log.csv")).hasSize(6);
    assertThat(lines("ledger_log.csv").get(4)).endsWith(",met,,,4,corrected,");
    assertThat(lines("tickets.csv").get(1)).endsWith(",2020-01-01T11:00:00Z,met");
  }

  @Test
  void aBreachCountsInTheHourOfItsInstant() throws Exception {
    step("t1", MilestoneKind.CREATED, 1, "10:00:00", "North");
    clock("t1", 1, 1, ClockChange.SETTLED, ClockVerdict.BREACHED, "11:00:00");

    write(RegionView.OWNER, List.of());

    assertThat(lines("region_hour.csv"))
        .contains(
            "North,2020-01-01T11:00:00Z,0,0,0,0,1,1", "__ALL__,2020-01-01T11:00:00Z,0,0,0,0,1,1");
  }

  @Test
  void theSourcesClaimCountsOnlyWhereThereIsNoClockAndAMissIsNotTakenBack() throws Exception {
    closed("judged", "missed", "missed");
    clock("judged", 1, 1, ClockChange.SETTLED, ClockVerdict.MET, "10:30:00");
    closed("claimed", "unknown", "met");
    closed("takenBack", "missed", "met");
    closed("silent", "unknown", "unknown");

    write(RegionView.OWNER, List.of());

    assertThat(lines("region_day.csv")).contains("__ALL__,2020-01-01,4,4,0,4,0,4,0.0,0.0,0.0,3,2");
  }

  @Test
  void rejectedLinesAreSortedByFileAndLine() throws Exception {
    List<RejectedLine> lines =
        List.of(
            RejectedLine.of(letter("b, c.csv:10", "bad_number")),
            RejectedLine.of(letter("b, c.csv:9", "bad_number")),
            RejectedLine.of(letter(null, "unknown_schema_fingerprint")));

    write(RegionView.OWNER, lines);

    assertThat(lines("rejected.csv"))
        .containsExactly(
            "file,line,reason",
            "\"b, c.csv\",9,bad_number",
            "\"b, c.csv\",10,bad_number",
            "input-3,77,unknown_schema_fingerprint");
  }

  @Test
  void nothingAtAllIsHeadersOnly() throws Exception {
    write(RegionView.OWNER, List.of());

    for (String file : Reports.FILES) {
      assertThat(lines(file)).as(file).hasSize(1);
    }
  }

  private void write(RegionView view, List<RejectedLine> rejected) throws Exception {
    new Reports(view, "due", AS_OF, ZoneId.of("America/New_York")).write(out, stories, rejected);
  }

  private List<String> lines(String file) throws Exception {
    return Files.readAllLines(out.resolve(file));
  }

  private void step(
      String ticket, MilestoneKind kind, int number, String at, @Nullable String region) {
    stories.add(milestone(ticket, kind, number, at, region, 0));
  }

  private void closed(String ticket, String claimBefore, String claim) {
    step(ticket, MilestoneKind.CREATED, 1, "10:00:00", "North");
    Milestone resolved = milestone(ticket, MilestoneKind.RESOLVED, 1, "11:00:00", "North", 0);
    resolved.setSourceSla(claimBefore);
    stories.add(resolved);
    Milestone closed = milestone(ticket, MilestoneKind.CLOSED, 1, "12:00:00", "North", 0);
    closed.setSourceSla(claim);
    stories.add(closed);
  }

  private static Milestone milestone(
      String ticket,
      MilestoneKind kind,
      int number,
      String at,
      @Nullable String region,
      long elapsed) {
    return Milestone.newBuilder()
        .setMilestoneId(ticket + "/" + kind + "/" + number)
        .setRevision(1)
        .setTicketId(ticket)
        .setKind(kind)
        .setNumber(number)
        .setAt(at(at))
        .setElapsedMillis(elapsed)
        .setRegion(region)
        .setOriginRegion(region)
        .setChannel("unknown")
        .setPriority("unknown")
        .setServiceType("unknown")
        .build();
  }

  private void clock(
      String ticket,
      int cycle,
      long revision,
      ClockChange change,
      ClockVerdict verdict,
      @Nullable String settledAt) {
    stories.add(
        Verdict.newBuilder()
            .setClockId(ticket + "/due/active/" + cycle)
            .setRevision(revision)
            .setChange(change)
            .setTicketId(ticket)
            .setSla("due")
            .setSlot("active")
            .setPolicy("p")
            .setPolicyVersion(1)
            .setCycle(cycle)
            .setRegion("North")
            .setOriginRegion("North")
            .setPriority("p1")
            .setOpenedAt(at("10:00:00"))
            .setDeadline(at("11:00:00"))
            .setSettledAt(settledAt == null ? null : at(settledAt))
            .setVerdict(verdict)
            .build());
  }

  private static DeadLetter letter(@Nullable String origin, String reason) {
    return DeadLetter.newBuilder()
        .setStream("tickets")
        .setReason(reason)
        .setDetail("")
        .setTopic("input")
        .setPartition(3)
        .setOffset(77)
        .setArrivedAt(AS_OF)
        .setOrigin(origin)
        .setOriginal(ByteBuffer.allocate(0))
        .setOriginalLength(0)
        .setOriginalSha256("")
        .build();
  }

  private static Instant at(String time) {
    return Instant.parse("2020-01-01T" + time + "Z");
  }
}
