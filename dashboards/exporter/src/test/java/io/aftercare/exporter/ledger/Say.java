package io.aftercare.exporter.ledger;

import io.aftercare.contract.Attention;
import io.aftercare.contract.AttentionClock;
import io.aftercare.contract.AttentionState;
import io.aftercare.contract.ClockChange;
import io.aftercare.contract.ClockRole;
import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.Milestone;
import io.aftercare.contract.MilestoneKind;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as a job would say them, and as their topics would hold them. */
public final class Say {
  /** Monday, eight o'clock: times below are "HH:mm" of this day. */
  public static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

  private Say() {}

  /** An instant of the day, as "HH:mm". */
  public static Instant at(String time) {
    return Instant.parse("2026-03-02T" + time + ":00Z");
  }

  /** A ticket on the list; it is overdue if a clock of it is. */
  public static Attention attention(
      String ticket, @Nullable String region, String priority, AttentionClock... clocks) {
    boolean overdue =
        List.of(clocks).stream().anyMatch(each -> each.getState() == AttentionState.OVERDUE);
    return Attention.newBuilder()
        .setTicketId(ticket)
        .setState(overdue ? AttentionState.OVERDUE : AttentionState.AT_RISK)
        .setSince(at("08:30"))
        .setRegion(region)
        .setOriginRegion(region)
        .setQueue("desk")
        .setPriority(priority)
        .setCustomerTier("gold")
        .setClocks(List.of(clocks))
        .build();
  }

  /** A clock that is overdue since its deadline. */
  public static AttentionClock overdue(String sla, String deadline) {
    return clock(sla, AttentionState.OVERDUE, at(deadline));
  }

  /** A clock that is due at its deadline. */
  public static AttentionClock atRisk(String sla, String deadline) {
    return clock(sla, AttentionState.AT_RISK, at(deadline));
  }

  /** A clock at risk that stands still. */
  public static AttentionClock standing(String sla) {
    return clock(sla, AttentionState.AT_RISK, null);
  }

  private static AttentionClock clock(
      String sla, AttentionState state, @Nullable Instant deadline) {
    return AttentionClock.newBuilder()
        .setSla(sla)
        .setCycle(1)
        .setPolicy("p-" + sla)
        .setPolicyVersion(2)
        .setState(state)
        .setLevel(90)
        .setOpenedAt(at("07:00"))
        .setDeadline(deadline)
        .setWarnedAt(at("07:50"))
        .build();
  }

  /** A running clock of the north that was just opened, due at ten. */
  public static Verdict.Builder opened(String ticket, String sla, long revision) {
    return Verdict.newBuilder()
        .setClockId(ticket + "/" + sla + "/active/1")
        .setRevision(revision)
        .setChange(ClockChange.OPENED)
        .setTicketId(ticket)
        .setSla(sla)
        .setSlot("active")
        .setRole(ClockRole.ACTIVE)
        .setPolicy("p-" + sla)
        .setPolicyVersion(1)
        .setCalendar("always")
        .setCalendarVersion(0)
        .setCycle(1)
        .setRegion("north")
        .setOriginRegion("north")
        .setPriority("p2")
        .setOpenedAt(at("08:00"))
        .setBudgetMillis(7_200_000L)
        .setElapsedMillis(0L)
        .setDeadline(at("10:00"))
        .setVerdict(ClockVerdict.RUNNING);
  }

  /** A clock of the north that settled. */
  public static Verdict.Builder settled(
      String ticket, String sla, long revision, ClockVerdict verdict, Instant settledAt) {
    return opened(ticket, sla, revision)
        .setChange(ClockChange.SETTLED)
        .setVerdict(verdict)
        .setSettledAt(settledAt)
        .setCause(verdict == ClockVerdict.BREACHED ? "deadline" : "agent_reply");
  }

  /** A step of a ticket of the north. */
  public static Milestone.Builder step(
      String ticket, MilestoneKind kind, long revision, String time) {
    return Milestone.newBuilder()
        .setMilestoneId(ticket + "/" + kind.name().toLowerCase(java.util.Locale.ROOT) + "/1")
        .setRevision(revision)
        .setTicketId(ticket)
        .setKind(kind)
        .setNumber(1)
        .setAt(at(time))
        .setElapsedMillis(60_000)
        .setRegion("north")
        .setOriginRegion("north")
        .setChannel("web")
        .setPriority("p2")
        .setServiceType("repair");
  }

  /** As its topic would hold it, said five seconds after this instant. */
  public static SaidRecord said(Verdict verdict, Instant about) {
    byte[] value = new SingleObject<>(Verdict.class).encode(verdict);
    return new SaidRecord(verdict.getRevision(), about.toEpochMilli() + 5_000, value);
  }

  /** As its topic would hold it. */
  public static SaidRecord said(Milestone step) {
    byte[] value = new SingleObject<>(Milestone.class).encode(step);
    return new SaidRecord(step.getRevision(), step.getAt().toEpochMilli() + 5_000, value);
  }
}
