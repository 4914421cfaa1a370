package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Policies.Promise;
import io.aftercare.domain.sla.Policy;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All clocks of one ticket while an event is applied. At most one row per (sla, slot, cycle), in
 * the order of opening.
 */
final class Clocks {
  private final List<Promise> promises;
  private final List<Clock> rows;

  Clocks(List<Promise> promises, List<Clock> rows) {
    this.promises = promises;
    this.rows = rows;
  }

  /** Opens what a metric starts at {@code start}, where a policy matches. */
  void open(ClockMetric metric, int cycle, long start, Facts facts) {
    for (Promise promise : promises) {
      Policy policy = promise.metric() == metric ? promise.match(facts) : null;
      if (policy != null && find(promise, cycle) < 0) {
        rows.add(Clock.open(policy, cycle, start, facts));
      }
    }
  }

  /**
   * Follows a change of facts at {@code at}: running clocks go on under the policy that matches
   * now, or are cancelled if none does; where {@code startedAt} tells that a metric is running and
   * a policy matches for the first time, its clock opens with that start.
   */
  void retarget(Start startedAt, long at, Facts facts) {
    for (Promise promise : promises) {
      Policy policy = promise.match(facts);
      follow(promise, policy, at, facts);
      Start.Run run = startedAt.of(promise.metric());
      if (policy != null && run != null && find(promise, run.cycle()) < 0) {
        Clock late = Clock.open(policy, run.cycle(), run.at(), facts);
        rows.add(late.deadline() < at ? late.breachAt(at, "retarget", facts) : late);
      }
    }
  }

  private void follow(Promise promise, @Nullable Policy policy, long at, Facts facts) {
    for (int i = 0; i < rows.size(); i++) {
      Clock clock = rows.get(i);
      if (clock.running() && isOf(promise, clock)) {
        rows.set(
            i,
            policy == null
                ? clock.cancel(at, "no_policy", facts)
                : clock.retarget(policy, at, facts));
      }
    }
  }

  /** Stops the clocks of a metric. */
  void stop(ClockMetric metric, long at, EventType why, Facts facts) {
    for (Promise promise : promises) {
      if (promise.metric() == metric) {
        replace(c -> isOf(promise, c) ? c.stop(at, why.label(), facts) : c);
      }
    }
  }

  /** Ends all clocks: the ticket fell out of every promise. */
  void cancelAll(long at, EventType why, Facts facts) {
    replace(c -> c.cancel(at, why.label(), facts));
  }

  /** Breaches what was due before {@code instant}. */
  void advance(long instant, Facts facts) {
    replace(c -> c.advance(instant, facts));
  }

  /**
   * Breaches what was due up to and at {@code instant}.
   *
   * @return the latest deadline that fired, {@link Long#MIN_VALUE} if none
   */
  long fire(long instant, Facts facts) {
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < rows.size(); i++) {
      Clock clock = rows.get(i);
      if (clock.running() && clock.deadline() <= instant) {
        latest = Math.max(latest, clock.deadline());
        rows.set(i, clock.advance(clock.deadline() + 1, facts));
      }
    }
    return latest;
  }

  List<Clock> rows() {
    return rows;
  }

  private int find(Promise promise, int cycle) {
    for (int i = 0; i < rows.size(); i++) {
      Clock clock = rows.get(i);
      if (clock.cycle() == cycle && isOf(promise, clock)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOf(Promise promise, Clock clock) {
    return clock.sla().equals(promise.sla()) && clock.slot().equals(promise.slot());
  }

  private void replace(UnaryOperator<Clock> change) {
    rows.replaceAll(change);
  }
}
