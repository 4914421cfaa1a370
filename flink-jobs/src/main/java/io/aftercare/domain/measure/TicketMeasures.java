package io.aftercare.domain.measure;

import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketDiff;
import java.util.function.Consumer;

/**
 * What a change of one ticket means for the totals. A change of something already counted takes the
 * old label set back ({@code *_RETRACTED}) and counts the new one, so counters never fall and net =
 * counted - retracted is what a fresh count would give.
 */
public final class TicketMeasures {
  private TicketMeasures() {}

  /** All amounts that follow from a change. */
  public static void count(TicketDiff diff, Rulebook rules, Consumer<Delta> out) {
    diff.milestones().forEach(change -> MilestoneMeasures.of(change, out));
    ClockMeasures.of(diff.clocks(), out);
    ActionMeasures.of(diff, out);
    StageMeasures.of(diff, out);
    QualityMeasures.of(diff, out);
    new TicketGauges(rules).move(diff.before(), diff.after(), out);
  }

  /** What a ticket that is forgotten takes with it. */
  public static void forget(Ticket ticket, Rulebook rules, Consumer<Delta> out) {
    new TicketGauges(rules).move(ticket, null, out);
  }
}
