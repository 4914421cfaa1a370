package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two snapshots of one ticket. In-order steps and re-folds go through the same
 * comparison, so the sum of all changes ever emitted is the last snapshot.
 *
 * @param before null if the ticket is new
 */
public record TicketDiff(
    @Nullable Ticket before,
    Ticket after,
    List<ClockChange> clocks,
    List<MilestoneChange> milestones,
    BookingChange bookings) {

  /** Compares two snapshots between which nothing was booked. */
  public static TicketDiff between(@Nullable Ticket before, Ticket after) {
    return between(before, after, BookingChange.NONE);
  }

  /** Compares two snapshots, given what is booked otherwise than before. */
  public static TicketDiff between(@Nullable Ticket before, Ticket after, BookingChange bookings) {
    List<Clock> oldClocks = before == null ? List.of() : before.clocks();
    List<Milestone> oldSteps = before == null ? List.of() : before.milestones();
    return new TicketDiff(
        before,
        after,
        changes(
            oldClocks,
            after.clocks(),
            TicketDiff::sameClock,
            ClockChange::new,
            before != null && !sameOrigin(before, after)),
        changes(
            oldSteps,
            after.milestones(),
            Milestone::sameStep,
            MilestoneChange::new,
            before != null && before.orphan() != after.orphan()),
        bookings);
  }

  private interface Change<T, C> {
    C of(@Nullable T before, @Nullable T after);
  }

  /** Where the customer is stands on every row of the ledger, though no clock keeps it. */
  private static boolean sameOrigin(Ticket before, Ticket after) {
    return Objects.equals(before.facts().originRegion(), after.facts().originRegion());
  }

  /**
   * Voids first, then what is new or different, each in the order of the snapshot.
   *
   * @param all whether everything is to be said again, because something changed that all records
   *     carry
   */
  private static <T, C> List<C> changes(
      List<T> before, List<T> after, BiPredicate<T, T> same, Change<T, C> change, boolean all) {
    List<C> changes = new ArrayList<>();
    for (T old : before) {
      if (find(after, old, same) == null) {
        changes.add(change.of(old, null));
      }
    }
    for (int i = 0; i < after.size(); i++) {
      T now = after.get(i);
      if (!all && i < before.size() && before.get(i) == now) {
        continue;
      }
      T old = find(before, now, same);
      if (all || !now.equals(old)) {
        changes.add(change.of(old, now));
      }
    }
    return changes;
  }

  private static <T> @Nullable T find(List<T> in, T wanted, BiPredicate<T, T> same) {
    for (T candidate : in) {
      if (same.test(candidate, wanted)) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean sameClock(Clock a, Clock b) {
    return a.cycle() == b.cycle() && a.sla().equals(b.sla()) && a.slot().equals(b.slot());
  }
}
