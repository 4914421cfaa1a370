package io.aftercare.domain.ticket;

import io.aftercare.domain.calendar.ServiceCalendar;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Ran;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts that a ticket had, from when on each. What was before the first is taken to have been
 * like it. Only a fold over the whole history knows it; a snapshot does not keep it.
 */
final class Past {
  private record Moment(long since, Facts facts) {}

  private final List<Moment> moments = new ArrayList<>();
  private final boolean whole;

  /**
   * @param whole whether it is told from the ticket's first event on
   */
  Past(boolean whole) {
    this.whole = whole;
  }

  boolean isWhole() {
    return whole;
  }

  /** From now on the ticket has these facts. */
  void add(long since, Facts facts) {
    if (whole) {
      moments.add(new Moment(since, facts));
    }
  }

  /**
   * What a clock would have run without the policy's pauses: on the calendars that the facts of
   * each moment name, in their versions of {@code instant}. What lasted no time did not happen.
   */
  Ran ran(Rulebook rules, Policy policy, long from, long until, long instant) {
    List<Stretch> stretches = new ArrayList<>();
    long open = 0;
    boolean paused = false;
    long stateSince = Clock.NEVER;
    for (int i = 0; i < moments.size(); i++) {
      Facts facts = moments.get(i).facts();
      long begin = i == 0 ? from : Math.max(from, moments.get(i).since());
      long end = i + 1 < moments.size() ? Math.min(until, moments.get(i + 1).since()) : until;
      if (begin >= end) {
        continue;
      }
      if (stateSince == Clock.NEVER || paused != policy.pauses(facts)) {
        paused = policy.pauses(facts);
        stateSince = begin;
      }
      if (!paused) {
        ServiceCalendar calendar = rules.calendar(policy, facts, instant).calendar();
        stretches.add(new Stretch(begin, open, calendar));
        open += calendar.elapsed(begin, end);
      }
    }
    return new Ran(stretches, open, paused, stateSince);
  }
}
