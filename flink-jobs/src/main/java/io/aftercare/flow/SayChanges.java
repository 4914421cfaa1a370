package io.aftercare.flow;

import io.aftercare.domain.measure.BirthChange;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.TicketMeasures;
import io.aftercare.domain.measure.WindowMeasures;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.BookingChange;
import io.aftercare.domain.ticket.ClockChange;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.MilestoneChange;
import io.aftercare.domain.ticket.MilestoneEntry;
import io.aftercare.domain.ticket.Repair;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketAttention;
import io.aftercare.domain.ticket.TicketDiff;
import java.util.Objects;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Says of one ticket what changed, each thing to those whom it concerns: ledger, milestones,
 * attention list, repairs of its device, totals, windows. Revisions number what is said, from 1
 * without a gap.
 */
final class SayChanges {
  private final String ticketId;
  private final Rulebook rules;
  private final SideOutputs side;
  private final Collector<Delta> totals;
  private long ledgerRevision;
  private long milestoneRevision;

  /** Where a function's context takes what is beside its main output. */
  interface SideOutputs {
    <T> void output(OutputTag<T> tag, T value);
  }

  /**
   * @param ledgerRevision of the last ledger entry that was said
   * @param milestoneRevision of the last milestone entry that was said
   */
  SayChanges(
      String ticketId,
      Rulebook rules,
      SideOutputs side,
      Collector<Delta> totals,
      long ledgerRevision,
      long milestoneRevision) {
    this.ticketId = ticketId;
    this.rules = rules;
    this.side = side;
    this.totals = totals;
    this.ledgerRevision = ledgerRevision;
    this.milestoneRevision = milestoneRevision;
  }

  long ledgerRevision() {
    return ledgerRevision;
  }

  long milestoneRevision() {
    return milestoneRevision;
  }

  /** The ticket changed from one snapshot to another; null: it is new. */
  void change(@Nullable Ticket before, Ticket now, BookingChange bookings) {
    TicketDiff diff = TicketDiff.between(before, now, bookings);
    attention(before, now);
    repair(before, now);
    for (ClockChange change : diff.clocks()) {
      side.output(TicketOutputs.LEDGER, entry(change, now));
    }
    for (MilestoneChange change : diff.milestones()) {
      side.output(TicketOutputs.MILESTONES, entry(change, now));
    }
    TicketMeasures.count(diff, rules, totals::collect);
    WindowMeasures.of(diff, each -> side.output(TicketOutputs.CONTRIBUTIONS, each));
    BirthChange.of(before, now, change -> side.output(TicketOutputs.BIRTHS, change));
  }

  /** Nothing more is kept of the ticket. */
  void forget(Ticket ticket) {
    TicketMeasures.forget(ticket, rules, totals::collect);
    BirthChange.of(ticket, null, change -> side.output(TicketOutputs.BIRTHS, change));
    attention(ticket, null);
  }

  /** Says what the attention list has to say otherwise than before. */
  private void attention(@Nullable Ticket before, @Nullable Ticket after) {
    TicketAttention was = before == null ? null : TicketAttention.of(before, rules);
    TicketAttention is = after == null ? null : TicketAttention.of(after, rules);
    if (!Objects.equals(was, is)) {
      side.output(TicketOutputs.ATTENTION, new AttentionChange(ticketId, is));
    }
  }

  /** Says to the other repairs of its device what they depend on. */
  private void repair(@Nullable Ticket before, Ticket after) {
    Repair was = before == null ? null : Repair.of(before);
    Repair is = Repair.of(after);
    if (was != null && (is == null || is.asset() != was.asset())) {
      side.output(TicketOutputs.REPAIRS, was.withdrawn());
    }
    if (is != null && !is.equals(was)) {
      side.output(TicketOutputs.REPAIRS, is);
    }
  }

  private LedgerEntry entry(ClockChange change, Ticket now) {
    return new LedgerEntry(
        now.ticketId(),
        ++ledgerRevision,
        change.kind(),
        change.verdictBefore(),
        now.facts().originRegion(),
        change.row());
  }

  private MilestoneEntry entry(MilestoneChange change, Ticket now) {
    return new MilestoneEntry(
        now.ticketId(), ++milestoneRevision, change.retracted(), now.orphan(), change.step());
  }
}
