package io.aftercare.domain.ticket;

import io.aftercare.domain.intake.Corrections;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Rulebook;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The life of a ticket as a fold over its events. Start reading here.
 *
 * <p>{@link #fold} takes all events; {@link #next} takes one more. An event that comes after all
 * others takes one step on the snapshot; one that arrives late, or that tells of the past, re-folds
 * the history. The law both keep: the ticket is a function of the set of its events, of the rules,
 * and of how far time has come, whatever the order of arrival.
 */
public final class TicketLife {
  private final Rulebook rules;

  /** A life under these rules. */
  public TicketLife(Rulebook rules) {
    this.rules = rules;
  }

  /**
   * What one more event, or time, made of a ticket.
   *
   * @param booked what was booked: of all its life if it was {@code retold}, else by this step
   */
  public record Step(
      Ticket ticket, boolean late, boolean skewed, boolean retold, Bookings booked) {}

  /**
   * The ticket after one more event that it has not seen.
   *
   * @param before null for its first event
   * @param history all its events, the new one included; asked for if there is no snapshot, or one
   *     step on it cannot tell
   */
  public Step next(
      @Nullable Ticket before,
      TicketEvent event,
      Supplier<? extends Collection<TicketEvent>> history) {
    if (before == null) {
      return tell(history.get(), Long.MIN_VALUE);
    }
    boolean late = before.isLate(event);
    if (!late && !before.needsHistory(event)) {
      Life life = Life.of(before, rules);
      life.apply(event);
      if (!life.wantsPast()) {
        return new Step(
            life.ticket(), false, event.occurredAt() < before.createdAt(), false, life.bookings());
      }
    }
    Step told = tell(history.get(), before.firedUpTo());
    boolean skewed = event.occurredAt() < told.ticket().createdAt();
    return new Step(told.ticket(), late, skewed, true, told.booked());
  }

  /** The ticket that all these events make, when nothing after {@code firedUpTo} has fired. */
  public Ticket fold(Collection<TicketEvent> events, long firedUpTo) {
    return tell(events, firedUpTo).ticket();
  }

  /** The same, and all that was booked on the way. */
  public Step tell(Collection<TicketEvent> events, long firedUpTo) {
    List<TicketEvent> ordered = EventOrder.sorted(Corrections.applied(events));
    boolean refolds = events.stream().anyMatch(e -> e.amends() != null);
    TicketEvent first = first(ordered);
    Calls calls = Calls.of(first, ordered);
    Life life = Life.begin(first, refolds, calls, rules);
    for (TicketEvent event : calls.withEntry(ordered)) {
      if (!event.eventId().equals(first.eventId())) {
        life.apply(event);
      }
    }
    life.fire(firedUpTo);
    return new Step(life.ticket(), false, false, true, life.bookings());
  }

  /**
   * What a step books otherwise than was booked before.
   *
   * @param before null for a ticket that is new
   * @param history all events that made the ticket what it was before; asked for only if it was
   *     retold
   */
  public BookingChange booked(
      @Nullable Ticket before, Step step, Supplier<? extends Collection<TicketEvent>> history) {
    if (before == null) {
      return BookingChange.added(step.booked()).living(step.ticket().lived());
    }
    if (!step.retold()) {
      return BookingChange.added(step.booked()).living(step.ticket().lived() - before.lived());
    }
    Step was = tell(history.get(), before.firedUpTo());
    return BookingChange.between(was.booked(), step.booked())
        .living(step.ticket().lived() - was.ticket().lived());
  }

  /** What opens the ticket: what was made of other tickets and of calls does not. */
  private static TicketEvent first(List<TicketEvent> ordered) {
    for (TicketEvent event : ordered) {
      if (!event.made()) {
        return event;
      }
    }
    throw new IllegalArgumentException("no event opens a ticket: " + ordered);
  }

  /**
   * The ticket when all that happens up to and at {@code instant} has happened.
   *
   * @param history all its events; asked for only if one step on the snapshot cannot tell
   */
  public Ticket advance(
      Ticket before, long instant, Supplier<? extends Collection<TicketEvent>> history) {
    return go(before, instant, history).ticket();
  }

  /** The same, and what was booked on the way. */
  public Step go(Ticket before, long instant, Supplier<? extends Collection<TicketEvent>> history) {
    if (nextInstant(before) > instant) {
      return new Step(before, false, false, false, Bookings.NONE);
    }
    Life life = Life.of(before, rules);
    life.fire(instant);
    return life.wantsPast()
        ? tell(history.get(), instant)
        : new Step(life.ticket(), false, false, false, life.bookings());
  }

  /**
   * The next instant at which something about the ticket changes if nothing happens to it, {@link
   * Clock#NEVER} if there is none: a warning, a deadline, or rules that take over its clocks.
   */
  public long nextInstant(Ticket ticket) {
    long next = ticket.quality().dueAt();
    boolean unsettled = false;
    for (Clock clock : ticket.clocks()) {
      next = Math.min(next, clock.nextInstant());
      unsettled |= clock.unsettled();
    }
    return unsettled ? Math.min(next, rules.nextOvertaking(ticket.reached())) : next;
  }
}
