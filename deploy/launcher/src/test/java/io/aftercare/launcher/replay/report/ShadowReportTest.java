package io.aftercare.launcher.replay.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.ClockChange;
import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Active and shadow clocks made by hand, and what a person would say that the shadow changes. */
class ShadowReportTest {
  private static final String SHADOW_HEADER =
      "region,sla,slot,n,active_met,active_breached,shadow_met,shadow_breached,"
          + "flips_to_breached,flips_to_met,active_only,shadow_only";
  private static final String FLIPS_HEADER =
      "ticket_id,sla,slot,cycle,region,active_verdict,shadow_verdict,active_deadline,"
          + "shadow_deadline,settled_at,shadow_settled_at,active_policy,shadow_policy";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path out;

  private final Stories stories = new Stories(RegionView.OWNER);
  private long revision;

  @Test
  void everyRegionSaysHowManyFlipAndTheFlipsAreListed() throws Exception {
    pair("t1", 1, "North", ClockVerdict.MET, "11:30:00", ClockVerdict.MET, "11:30:00");
    pair("t2", 1, "North", ClockVerdict.MET, "13:30:00", ClockVerdict.BREACHED, "13:00:00");
    pair("t2", 2, "North", ClockVerdict.BREACHED, "14:00:00", ClockVerdict.BREACHED, "13:00:00");
    pair("t3", 1, "South", ClockVerdict.BREACHED, "14:00:00", ClockVerdict.MET, "12:59:59.999");
    // Still running for the customer, over for the shadow; cancelled by both; unjudged by it.
    pair("t4", 1, "South", ClockVerdict.RUNNING, null, ClockVerdict.BREACHED, "13:00:00");
    pair("t5", 1, "South", ClockVerdict.CANCELLED, "10:30:00", ClockVerdict.CANCELLED, "10:30:00");
    pair("t6", 1, "North", ClockVerdict.MET, "12:00:00", ClockVerdict.PAUSED, null);

    write();

    assertThat(lines("shadow.csv"))
        .containsExactly(
            SHADOW_HEADER,
            "North,resolution,strict,3,2,1,1,2,1,0,1,0",
            "South,resolution,strict,1,0,1,1,0,0,1,0,1",
            "__ALL__,resolution,strict,4,2,2,2,2,1,1,1,1");
    assertThat(lines("flips.csv"))
        .containsExactly(
            FLIPS_HEADER,
            "t2,resolution,strict,1,North,met,breached,2020-01-01T14:00:00Z,2020-01-01T13:00:00Z,"
                + "2020-01-01T13:30:00Z,2020-01-01T13:00:00Z,p,s",
            "t3,resolution,strict,1,South,breached,met,2020-01-01T14:00:00Z,2020-01-01T13:00:00Z,"
                + "2020-01-01T14:00:00Z,2020-01-01T12:59:59.999Z,p,s");
  }

  @Test
  void aClockWithoutShadowIsNoneOfItsBusinessAndOneWithoutPromiseIsOnlyTheShadows()
      throws Exception {
    clock("t1", "active", 1, "North", ClockVerdict.MET, "11:00:00");
    clock("t2", "strict", 1, "North", ClockVerdict.MET, "11:00:00");

    write();

    assertThat(lines("shadow.csv"))
        .containsExactly(
            SHADOW_HEADER,
            "North,resolution,strict,0,0,0,0,0,0,0,0,1",
            "__ALL__,resolution,strict,0,0,0,0,0,0,0,0,1");
    assertThat(lines("flips.csv")).containsExactly(FLIPS_HEADER);
  }

  @Test
  void theLastWordOfTheLogCounts() throws Exception {
    pair("t1", 1, "North", ClockVerdict.MET, "11:30:00", ClockVerdict.BREACHED, "11:00:00");
    clock("t1", "strict", 1, "North", ClockVerdict.MET, "10:59:00");

    write();

    assertThat(lines("shadow.csv")).contains("North,resolution,strict,1,1,0,1,0,0,0,0,0");
    assertThat(lines("flips.csv")).hasSize(1);
  }

  @Test
  void aFlipBelongsToTheRegionOfTheActiveVerdict() throws Exception {
    clock("t1", "active", 1, "South", ClockVerdict.MET, "13:30:00");
    clock("t1", "strict", 1, "North", ClockVerdict.BREACHED, "13:00:00");

    write();

    assertThat(lines("shadow.csv")).contains("South,resolution,strict,1,1,0,0,1,1,0,0,0");
  }

  private void pair(
      String ticket,
      int cycle,
      String region,
      ClockVerdict active,
      @Nullable String activeAt,
      ClockVerdict shadow,
      @Nullable String shadowAt) {
    clock(ticket, "active", cycle, region, active, activeAt);
    clock(ticket, "strict", cycle, region, shadow, shadowAt);
  }

  private void clock(
      String ticket,
      String slot,
      int cycle,
      String region,
      ClockVerdict verdict,
      @Nullable String settledAt) {
    boolean active = slot.equals("active");
    stories.add(
        Verdict.newBuilder()
            .setClockId(ticket + "/resolution/" + slot + "/" + cycle)
            .setRevision(++revision)
            .setChange(ClockChange.SETTLED)
            .setTicketId(ticket)
            .setSla("resolution")
            .setSlot(slot)
            .setPolicy(active ? "p" : "s")
            .setPolicyVersion(1)
            .setCycle(cycle)
            .setRegion(region)
            .setOriginRegion(region)
            .setPriority("p1")
            .setOpenedAt(at("10:00:00"))
            .setDeadline(at(active ? "14:00:00" : "13:00:00"))
            .setSettledAt(settledAt == null ? null : at(settledAt))
            .setVerdict(verdict)
            .build());
  }

  private void write() throws Exception {
    new Reports(RegionView.OWNER, "resolution", at("16:00:00"), ZoneId.of("UTC"))
        .write(out, stories, List.of());
  }

  private List<String> lines(String file) throws Exception {
    return Files.readAllLines(out.resolve(file));
  }

  private static Instant at(String time) {
    return Instant.parse("2020-01-01T" + time + "Z");
  }
}
