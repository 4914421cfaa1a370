package io.aftercare.domain.measure;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.ticket.ClockChange;
import io.aftercare.domain.ticket.Milestone;
import io.aftercare.domain.ticket.MilestoneChange;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketDiff;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.window.Contribution;
import io.aftercare.domain.window.What;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a change of one ticket means for the windows over the instants at which it happened. What is
 * otherwise than it was is taken back from where it was, and counted where it is. A verdict is of
 * the channel by which its ticket came: that does not change under it.
 */
public final class WindowMeasures {
  private final Ticket ticket;
  private final int sign;
  private final Consumer<Contribution> out;

  private WindowMeasures(Ticket ticket, int sign, Consumer<Contribution> out) {
    this.ticket = ticket;
    this.sign = sign;
    this.out = out;
  }

  /** All contributions that follow from a change. */
  public static void of(TicketDiff diff, Consumer<Contribution> out) {
    Ticket before = diff.before();
    WindowMeasures is = new WindowMeasures(diff.after(), 1, out);
    if (before == null) {
      is.all();
      return;
    }
    WindowMeasures was = new WindowMeasures(before, -1, out);
    if (!was.sameOwner(is)) {
      was.all();
      is.all();
      return;
    }
    for (MilestoneChange change : diff.milestones()) {
      if (!same(change.before(), change.after())) {
        was.step(change.before());
        is.step(change.after());
      }
    }
    for (ClockChange change : diff.clocks()) {
      if (!sameVerdict(change.before(), change.after())) {
        was.verdict(change.before());
        is.verdict(change.after());
      }
    }
  }

  /** An event was applied, which made the ticket what it is. */
  public static Contribution event(Ticket ticket, TicketEvent event) {
    String stated = event.stated().region();
    Facts facts = ticket.facts();
    return new Contribution(
        event.occurredAt(),
        stated == null ? facts.regionLabel() : stated,
        facts.priority().label(),
        facts.channel().channelClass().label(),
        customer(ticket),
        What.EVENT,
        "",
        0,
        1);
  }

  private boolean sameOwner(WindowMeasures other) {
    return customer(ticket) == customer(other.ticket)
        && channel(ticket).channelClass() == channel(other.ticket).channelClass();
  }

  private void all() {
    ticket.milestones().forEach(this::step);
    ticket.clocks().forEach(this::verdict);
  }

  private static boolean same(@Nullable Milestone a, @Nullable Milestone b) {
    return a != null
        && b != null
        && a.at() == b.at()
        && a.elapsedMillis() == b.elapsedMillis()
        && a.facts().regionLabel().equals(b.facts().regionLabel())
        && a.facts().priority() == b.facts().priority()
        && a.facts().channel().channelClass() == b.facts().channel().channelClass();
  }

  private void step(@Nullable Milestone step) {
    if (step == null) {
      return;
    }
    Facts f = step.facts();
    What what = what(step);
    boolean timed = what == What.FIRST_RESPONSE || what == What.RESOLVED;
    say(
        step.at(),
        f.regionLabel(),
        f.priority().label(),
        f.channel(),
        what,
        "",
        timed ? step.elapsedMillis() : 0);
  }

  private static What what(Milestone step) {
    return switch (step.kind()) {
      case CREATED -> What.CREATED;
      case FIRST_RESPONSE -> What.FIRST_RESPONSE;
      case RESOLVED -> What.RESOLVED;
      case REOPENED -> What.REOPENED;
      case CLOSED -> What.CLOSED;
      case CANCELLED, MERGED, SPAM -> What.CANCELLED;
      case TRANSFERRED_IN -> What.TRANSFERRED_IN;
      case TRANSFERRED_OUT -> What.TRANSFERRED_OUT;
    };
  }

  private static boolean sameVerdict(@Nullable Clock a, @Nullable Clock b) {
    boolean wasCounted = counted(a);
    boolean isCounted = counted(b);
    if (a == null || b == null || !wasCounted || !isCounted) {
      return !wasCounted && !isCounted;
    }
    return a.verdict() == b.verdict()
        && a.settledAt() == b.settledAt()
        && ClockMeasures.region(a).equals(ClockMeasures.region(b))
        && a.priority() == b.priority();
  }

  private static boolean counted(@Nullable Clock clock) {
    return clock != null
        && clock.active()
        && (clock.verdict() == Verdict.MET || clock.verdict() == Verdict.BREACHED);
  }

  private void verdict(@Nullable Clock clock) {
    if (clock != null && counted(clock)) {
      say(
          clock.settledAt(),
          ClockMeasures.region(clock),
          clock.priority().label(),
          channel(ticket),
          clock.verdict() == Verdict.MET ? What.SLA_MET : What.SLA_BREACHED,
          clock.sla(),
          0);
    }
  }

  private void say(
      long at,
      String region,
      String priority,
      Channel channel,
      What what,
      String sla,
      long millis) {
    out.accept(
        new Contribution(
            at,
            region,
            priority,
            channel.channelClass().label(),
            customer(ticket),
            what,
            sla,
            millis,
            sign));
  }

  private static Channel channel(Ticket ticket) {
    return ticket.milestones().isEmpty()
        ? ticket.facts().channel()
        : ticket.milestones().get(0).facts().channel();
  }

  /** A customer whom nobody named is taken for one of his own: his ticket. */
  private static long customer(Ticket ticket) {
    return ticket.customer() != 0 ? ticket.customer() : hash(ticket.ticketId());
  }

  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
