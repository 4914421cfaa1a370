package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Rulebook;
import java.util.ArrayList;

/**
 * A ticket under the pen: begun at its first event or taken up from a snapshot, carried through
 * time by events and by what is due without one, written back. What events mean is its {@link
 * Course}.
 */
final class Life {
  private final Rulebook rules;
  private final String ticketId;
  private final boolean orphan;
  private final boolean refolds;
  private final long createdAt;
  private boolean allSequenced;
  private Position last;
  private long firedUpTo = Long.MIN_VALUE;
  private final Past past;
  private final Clocks clocks;
  private final Course course;
  private final Stages stages;
  private final QualityPen quality;
  private final long customer;

  private Life(TicketEvent first, boolean refolds, Calls calls, Rulebook rules) {
    this.rules = rules;
    this.refolds = refolds;
    ticketId = first.ticketId();
    orphan = first.type() != EventType.CREATED;
    createdAt = first.occurredAt();
    allSequenced = first.sequenced();
    last = first.position();
    past = new Past(true);
    clocks = new Clocks(rules, new ArrayList<>(), past);
    course = new Course(createdAt, calls, clocks);
    stages = new Stages(createdAt);
    quality = new QualityPen();
    customer = first.details().customer();
  }

  private Life(Ticket saved, Rulebook rules) {
    this.rules = rules;
    refolds = saved.refolds();
    ticketId = saved.ticketId();
    orphan = saved.orphan();
    createdAt = saved.createdAt();
    allSequenced = saved.allSequenced();
    last = saved.last();
    firedUpTo = saved.firedUpTo();
    past = new Past(false);
    clocks = new Clocks(rules, new ArrayList<>(saved.clocks()), past);
    course = new Course(saved, clocks);
    stages = new Stages(saved);
    quality = new QualityPen(saved);
    customer = saved.customer();
  }

  /** The life of a ticket of which this is the first event. */
  static Life begin(TicketEvent first, boolean refolds, Calls calls, Rulebook rules) {
    Life life = new Life(first, refolds, calls, rules);
    life.course.open(first);
    TicketEvent call = calls.origin();
    if (call != null && Calls.enteredAt(call) <= life.createdAt) {
      life.callCame(call);
    }
    life.course.begin(first);
    life.stages.follow(first, life.createdAt, Facts.NONE, life.course);
    life.quality.begin(first, life.createdAt, life.course);
    life.past.add(life.createdAt, life.course.facts());
    return life;
  }

  /** What happened to the call before the ticket was opened for it. */
  private void callCame(TicketEvent call) {
    long reached = Calls.enteredAt(call);
    course.callEntered(reached);
    if (Calls.answered(call) && call.occurredAt() < createdAt) {
      pass(reached, call.occurredAt());
      reached = call.occurredAt();
      course.callAnswered(reached);
    }
    pass(reached, createdAt);
  }

  /** The life of a ticket that goes on. */
  static Life of(Ticket saved, Rulebook rules) {
    return new Life(saved, rules);
  }

  /** Whether only the whole history can tell what the last event means; it is void then. */
  boolean wantsPast() {
    return clocks.wantsPast();
  }

  void apply(TicketEvent event) {
    long at = Math.max(event.occurredAt(), createdAt);
    pass(reached(), at);
    Facts before = course.facts();
    Phase phase = course.phase();
    course.apply(event, at);
    stages.follow(event, at, before, course);
    quality.follow(event, at, before, phase, course);
    past.add(at, course.facts());
    allSequenced &= event.sequenced();
    // What was merged into an orphan may stand before the event that opened it.
    if (EventOrder.of(allSequenced).compare(last, event.laterPosition()) < 0) {
      last = event.laterPosition();
    }
  }

  /** Lets everything take effect that happens without an event after {@code from}, before at. */
  private void pass(long from, long at) {
    long rulesAt = rules.nextOvertaking(from);
    while (rulesAt <= at) {
      clocks.advance(rulesAt, course.facts());
      clocks.overtake(course.facts(), rulesAt);
      rulesAt = rules.nextOvertaking(rulesAt);
    }
    clocks.advance(at, course.facts());
    quality.advance(at, course);
  }

  /** Lets everything take effect that happens without an event up to and at {@code instant}. */
  void fire(long instant) {
    long next = nextInstant();
    while (next <= instant) {
      pass(reached(), next);
      clocks.advance(next + 1, course.facts());
      quality.advance(next + 1, course);
      firedUpTo = Math.max(firedUpTo, next);
      next = nextInstant();
    }
  }

  private long nextInstant() {
    long next = Math.min(clocks.nextInstant(), quality.nextInstant());
    return clocks.anyUnsettled() ? Math.min(next, rules.nextOvertaking(reached())) : next;
  }

  private long reached() {
    return Math.max(firedUpTo, Math.max(last.occurredAt(), createdAt));
  }

  Ticket ticket() {
    return course.ticket(
        ticketId, orphan, refolds, allSequenced, last, firedUpTo, customer, stages, quality);
  }

  /** What was booked since it was begun or taken up. */
  Bookings bookings() {
    return new Bookings(stages.ended(), stages.left(), quality.found());
  }
}
