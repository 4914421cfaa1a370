package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Rulebook;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts that a ticket had, from when on each. What was before the first is taken to have been
 * like it. Only a fold over the whole history knows it; a snapshot does not keep it.
 */
final class Past {
  private record Stretch(long since, Facts facts) {}

  private final List<Stretch> stretches = new ArrayList<>();
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
      stretches.add(new Stretch(since, facts));
    }
  }

  /**
   * Open time without the policy's pauses, ms: on the calendars that the facts of each moment name,
   * in their versions of {@code instant}.
   */
  long openTime(Rulebook rules, Policy policy, long from, long until, long instant) {
    long open = 0;
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      long begin = i == 0 ? from : Math.max(from, stretch.since());
      long end = i + 1 < stretches.size() ? Math.min(until, stretches.get(i + 1).since()) : until;
      if (begin < end && !policy.pauses(stretch.facts())) {
        open += rules.calendar(policy, stretch.facts(), instant).calendar().elapsed(begin, end);
      }
    }
    return open;
  }
}
