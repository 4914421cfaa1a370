package io.aftercare.io.kafka;

import io.aftercare.contract.Attention;
import io.aftercare.contract.AttentionClock;
import io.aftercare.contract.AttentionState;
import io.aftercare.contract.ClockRole;
import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.ClockWarning;
import io.aftercare.contract.MilestoneKind;
import io.aftercare.contract.Verdict;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Warning;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.Milestone;
import io.aftercare.domain.ticket.MilestoneEntry;
import io.aftercare.domain.ticket.TicketAttention;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From the domain's output to the contract's records. */
final class OutputRecords {
  private OutputRecords() {}

  static Verdict of(LedgerEntry entry) {
    Clock row = entry.row();
    return Verdict.newBuilder()
        .setClockId(entry.ticketId() + "/" + row.sla() + "/" + row.slot() + "/" + row.cycle())
        .setRevision(entry.revision())
        .setChange(io.aftercare.contract.ClockChange.valueOf(entry.kind().name()))
        .setTicketId(entry.ticketId())
        .setSla(row.sla())
        .setSlot(row.slot())
        .setRole(row.active() ? ClockRole.ACTIVE : ClockRole.SHADOW)
        .setPolicy(row.policy())
        .setPolicyVersion(row.policyVersion())
        .setCalendar(row.calendar())
        .setCalendarVersion(row.calendarVersion())
        .setCycle(row.cycle())
        .setRegion(row.region())
        .setOriginRegion(entry.originRegion())
        .setPriority(row.priority().label())
        .setOpenedAt(Instant.ofEpochMilli(row.openedAt()))
        .setBudgetMillis(row.budget())
        .setElapsedMillis(row.spent())
        .setWarnedAt(instant(row.warnedAt()))
        .setWarnedPercent(row.warnedPercent())
        .setWarnings(row.warnings().stream().map(OutputRecords::warning).toList())
        .setDeadline(instant(row.deadline()))
        .setStateSince(instant(row.stateSince()))
        .setSettledAt(instant(row.settledAt()))
        .setVerdict(ClockVerdict.valueOf(row.verdict().name()))
        .setCause(row.cause().isEmpty() ? null : row.cause())
        .setStoppedAt(instant(row.stoppedAt()))
        .setPreviousVerdict(
            entry.previousVerdict() == null
                ? null
                : ClockVerdict.valueOf(entry.previousVerdict().name()))
        .build();
  }

  static io.aftercare.contract.Milestone of(MilestoneEntry entry) {
    Milestone step = entry.step();
    return io.aftercare.contract.Milestone.newBuilder()
        .setMilestoneId(entry.ticketId() + "/" + step.kind().label() + "/" + step.number())
        .setRevision(entry.revision())
        .setRetracted(entry.retracted())
        .setTicketId(entry.ticketId())
        .setKind(MilestoneKind.valueOf(step.kind().name()))
        .setNumber(step.number())
        .setAt(Instant.ofEpochMilli(step.at()))
        .setElapsedMillis(step.elapsedMillis())
        .setRegion(step.facts().region())
        .setOriginRegion(step.facts().originRegion())
        .setChannel(step.facts().channel().label())
        .setPriority(step.facts().priority().label())
        .setServiceType(step.facts().serviceType().label())
        .setOrphan(entry.orphan())
        .setSourceSla(step.claim().label())
        .build();
  }

  /** Null where nothing is at risk or overdue any more. */
  static @Nullable Attention of(AttentionChange change) {
    TicketAttention now = change.now();
    return now == null
        ? null
        : Attention.newBuilder()
            .setTicketId(now.ticketId())
            .setState(AttentionState.valueOf(now.state().name()))
            .setSince(Instant.ofEpochMilli(now.since()))
            .setRegion(now.region())
            .setOriginRegion(now.originRegion())
            .setQueue(now.queue())
            .setPriority(now.priority().label())
            .setCustomerTier(now.customerTier())
            .setClocks(now.clocks().stream().map(OutputRecords::clock).toList())
            .build();
  }

  private static AttentionClock clock(TicketAttention.Watched clock) {
    return AttentionClock.newBuilder()
        .setSla(clock.sla())
        .setCycle(clock.cycle())
        .setPolicy(clock.policy())
        .setPolicyVersion(clock.policyVersion())
        .setState(AttentionState.valueOf(clock.state().name()))
        .setLevel(clock.level())
        .setOpenedAt(Instant.ofEpochMilli(clock.openedAt()))
        .setDeadline(instant(clock.deadline()))
        .setWarnedAt(instant(clock.warnedAt()))
        .build();
  }

  private static ClockWarning warning(Warning warning) {
    return new ClockWarning(warning.percent(), Instant.ofEpochMilli(warning.at()));
  }

  private static @Nullable Instant instant(long millis) {
    return millis == Clock.NEVER ? null : Instant.ofEpochMilli(millis);
  }
}
