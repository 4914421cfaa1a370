package io.aftercare.domain.ticket;

import io.aftercare.domain.calendar.ServiceCalendar;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Policy;
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

  /** What a clock would have run, and its open time, ms. */
  record Run(List<Stretch> stretches, long openTime) {
    static final Run NONE = new Run(List.of(), 0);
  }

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
   * each moment name, in their versions of {@code instant}.
   */
  Run run(Rulebook rules, Policy policy, long from, long until, long instant) {
    List<Stretch> ran = new ArrayList<>();
    long open = 0;
    for (int i = 0; i < moments.size(); i++) {
      Facts facts = moments.get(i).facts();
      long begin = i == 0 ? from : Math.max(from, moments.get(i).since());
      long end = i + 1 < moments.size() ? Math.min(until, moments.get(i + 1).since()) : until;
      if (begin < end && !policy.pauses(facts)) {
        ServiceCalendar calendar = rules.calendar(policy, facts, instant).calendar();
        ran.add(new Stretch(begin, open, calendar));
        open += calendar.elapsed(begin, end);
      }
    }
    return new Run(ran, open);
  }
}
