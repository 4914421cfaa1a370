package io.aftercare.domain.measure;

import io.aftercare.domain.ticket.Tally;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketDiff;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts what was done to a ticket that moves a clock, and how much of it was conspicuous. The sum
 * of all amounts, net of retractions, is the last {@link Ticket#tallies}.
 */
final class ActionMeasures {
  private ActionMeasures() {}

  static void of(TicketDiff diff, Consumer<Delta> out) {
    List<Tally> before = tallies(diff.before());
    List<Tally> after = tallies(diff.after());
    if (before.equals(after)) {
      return;
    }
    for (Tally was : before) {
      change(was, same(after, was), out);
    }
    for (Tally is : after) {
      if (same(before, is) == null) {
        change(null, is, out);
      }
    }
  }

  private static List<Tally> tallies(@Nullable Ticket ticket) {
    return ticket == null ? List.of() : ticket.tallies();
  }

  private static @Nullable Tally same(List<Tally> in, Tally wanted) {
    for (Tally tally : in) {
      if (tally.kind() == wanted.kind() && tally.region().equals(wanted.region())) {
        return tally;
      }
    }
    return null;
  }

  private static void change(@Nullable Tally was, @Nullable Tally is, Consumer<Delta> out) {
    Tally either = is != null ? is : was;
    if (either == null) {
      return;
    }
    List<String> labels = List.of(either.region(), either.kind().label());
    amount(
        (is == null ? 0 : is.count()) - (was == null ? 0 : was.count()),
        Measure.CLOCK_ACTIONS,
        Measure.CLOCK_ACTIONS_RETRACTED,
        labels,
        out);
    amount(
        (is == null ? 0 : is.anomalies()) - (was == null ? 0 : was.anomalies()),
        Measure.CLOCK_ANOMALIES,
        Measure.CLOCK_ANOMALIES_RETRACTED,
        labels,
        out);
  }

  private static void amount(
      int change, Measure counted, Measure retracted, List<String> labels, Consumer<Delta> out) {
    if (change != 0) {
      out.accept(new Delta(change > 0 ? counted : retracted, labels, Math.abs(change)));
    }
  }
}
