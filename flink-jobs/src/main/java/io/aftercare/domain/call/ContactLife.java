package io.aftercare.domain.call;

import io.aftercare.domain.intake.Corrections;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Rulebook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The life of a contact as a fold over its events. Start reading here.
 *
 * <p>The law: a contact is a function of the set of its events, of the rules, and of how far time
 * has come, whatever the order of arrival. Contacts are short, so all events are folded each time.
 */
public final class ContactLife {
  private final Rulebook rules;
  private final CallLimits limits;

  /** A life under these rules. */
  public ContactLife(Rulebook rules, CallLimits limits) {
    this.rules = rules;
    this.limits = limits;
  }

  /**
   * The contact that these events make when time has reached {@code reached}. Limits end only what
   * no event ends.
   *
   * @param events of one contact, of distinct ids, at least one
   * @param reached ms since 1970; {@link Long#MIN_VALUE}: only as far as the events tell
   */
  public Contact fold(Collection<CallEvent> events, long reached) {
    List<CallEvent> ordered = CallOrder.sorted(Corrections.applied(events));
    CallEvent first = ordered.get(0);
    CallCourse course = new CallCourse(rules, limits, first.channel());
    for (CallEvent event : ordered) {
      course.apply(event, Math.max(event.occurredAt(), first.occurredAt()));
    }
    return course.contact(first, reached);
  }

  /**
   * The next instant at which something about the contact changes if nothing happens to it, {@link
   * CallEvent#NEVER} if there is none: a limit, a warning, a deadline.
   */
  public long nextInstant(Contact contact) {
    long next = CallEvent.NEVER;
    for (Segment segment : contact.segments()) {
      if (segment.waiting()) {
        next = Math.min(next, segment.enteredAt() + limits.waitMillis());
      }
    }
    for (Leg leg : contact.legs()) {
      next = Math.min(next, limit(leg));
    }
    for (Clock clock : contact.clocks()) {
      next = Math.min(next, clock.nextInstant());
    }
    return next;
  }

  private long limit(Leg leg) {
    if (leg.talking()) {
      return leg.answeredAt() + limits.talkMillis();
    }
    return leg.settled() || leg.timedOut() ? CallEvent.NEVER : leg.leftAt() + limits.wrapUpMillis();
  }

  /** Whether one of these takes effect after the event. */
  public static boolean late(Collection<CallEvent> before, CallEvent event) {
    List<CallEvent> all = new ArrayList<>(before);
    all.add(event);
    return !before.isEmpty() && !CallOrder.sorted(all).get(before.size()).equals(event);
  }

  /** Whether an event is stamped before the contact began. */
  public static boolean skewed(Contact contact, CallEvent event) {
    return event.occurredAt() < contact.offeredAt();
  }
}
