package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.ClockHand;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Promise;
import io.aftercare.domain.sla.Ran;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.Stretch;
import io.aftercare.domain.sla.Terms;
import io.aftercare.domain.sla.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All clocks of one ticket while an event is applied. At most one row per (sla, slot, cycle), in
 * the order of opening.
 */
final class Clocks {
  private final Rulebook rules;
  private final List<Clock> rows;
  private final Past past;

  /** What each clock ran before its present stretch, where the whole history is told. */
  private final List<List<Stretch>> runs = new ArrayList<>();

  private boolean wantsPast;

  Clocks(Rulebook rules, List<Clock> rows, Past past) {
    this.rules = rules;
    this.rows = rows;
    this.past = past;
  }

  /** Whether a question came up that only the whole history answers; what was done is void then. */
  boolean wantsPast() {
    return wantsPast;
  }

  List<Clock> rows() {
    return rows;
  }

  /** Opens what an episode starts that begins now or began before, where a policy matches. */
  void open(Episode episode, long at, Facts facts) {
    for (Promise promise : rules.promises()) {
      Policy policy = promise.metric() == episode.metric() ? promise.match(facts, at) : null;
      if (policy != null && starts(policy, episode)) {
        open(promise, policy, episode, at, facts);
      }
    }
  }

  private static boolean starts(Policy policy, Episode episode) {
    boolean reopening = policy.metric() == ClockMetric.RESOLUTION && episode.number() > 1;
    return episode.running() && (!reopening || policy.rules().reopens());
  }

  private void open(Promise promise, Policy policy, Episode episode, long at, Facts facts) {
    if (has(promise, episode.number())) {
      return;
    }
    Terms terms = Terms.of(rules, policy, facts, at);
    long start = episode.since();
    Ran before = ran(policy, start, at, at);
    if (wantsPast) {
      return;
    }
    List<Stretch> run = new ArrayList<>(before.stretches());
    runs.add(run);
    rows.add(ClockHand.open(promise, episode.number(), terms, start, before, run, at));
  }

  private Ran ran(Policy policy, long from, long until, long instant) {
    if (until <= from) {
      return Ran.NOTHING;
    }
    if (!past.isWhole()) {
      wantsPast = true;
      return Ran.NOTHING;
    }
    return past.ran(rules, policy, from, until, instant);
  }

  /**
   * Follows a change of facts at {@code at}. Where it changes what the promise's policy is or
   * allows, running clocks are retargeted, or cancelled if none matches any more; where a policy
   * matches for the first time, the clock of a running episode opens with the true start. Else
   * clocks keep the version they run under.
   */
  void follow(Episodes episodes, Facts before, Facts facts, long at) {
    for (Promise promise : rules.promises()) {
      Policy was = promise.match(before, at);
      Policy is = promise.match(facts, at);
      boolean same =
          is == null ? was == null : is.sameVersion(was) && is.allowsTheSame(before, facts);
      each(promise, hand -> follow(hand, same, is, facts, at));
      Episode episode = episodes.of(promise.metric());
      if (was == null && is != null && episode != null && starts(is, episode)) {
        open(promise, is, episode, at, facts);
      }
    }
  }

  private void follow(Hand hand, boolean same, @Nullable Policy is, Facts facts, long at) {
    if (same || (is != null && !hand.policy.rules().followsFacts())) {
      hand.clock.carryOn(hand.terms(rules, facts, at), at);
    } else {
      change(hand, is, facts, at);
    }
  }

  private void change(Hand hand, @Nullable Policy is, Facts facts, long at) {
    if (is == null) {
      hand.clock.cancel(at, "no_policy", facts);
    } else {
      hand.clock.retarget(Terms.of(rules, is, facts, at), at);
    }
  }

  /** Lets versions that come into force at {@code at} take over running clocks, if they say so. */
  void overtake(Facts facts, long at) {
    for (Promise promise : rules.promises()) {
      Policy is = promise.match(facts, at);
      each(
          promise,
          hand -> {
            if (overtakes(is, at) || overtakes(rules.inForce(hand.policy.id(), at), at)) {
              change(hand, is, facts, at);
            } else {
              CalendarVersion now = rules.calendar(hand.policy, facts, at);
              if (now.overtakesRunning() && now.effectiveFrom() == at) {
                hand.clock.carryOn(Terms.of(rules, hand.policy, facts, at), at);
              }
            }
          });
    }
  }

  private static boolean overtakes(@Nullable Policy policy, long at) {
    return policy != null && policy.rules().overtakesRunning() && policy.effectiveFrom() == at;
  }

  /** Lets clocks of an episode start earlier: its ticket took in one that is older. */
  void startEarlier(ClockMetric metric, int cycle, long start, Facts facts, long at) {
    for (Promise promise : rules.promises()) {
      if (promise.metric() == metric) {
        each(
            promise,
            hand -> {
              Clock row = hand.row;
              if (row.cycle() == cycle
                  && start < row.openedAt()
                  && hand.policy.rules().earlierStart()) {
                Ran before = ran(hand.policy, start, row.openedAt(), at);
                hand.clock.startEarlier(start, before, hand.terms(rules, facts, at), at);
              }
            });
      }
    }
  }

  /** Stops the clocks of a metric. */
  void stop(ClockMetric metric, long at, String why, Facts facts) {
    ended(metric, hand -> hand.stop(at, why, facts));
  }

  /** Ends the clocks of a metric without verdict. */
  void cancel(ClockMetric metric, long at, String why, Facts facts) {
    ended(metric, hand -> hand.cancel(at, why, facts));
  }

  /** Ends all clocks: the ticket fell out of every promise. */
  void cancelAll(long at, String why, Facts facts) {
    for (ClockMetric metric : ClockMetric.values()) {
      cancel(metric, at, why, facts);
    }
  }

  private void ended(ClockMetric metric, Consumer<ClockHand> end) {
    for (int i = 0; i < rows.size(); i++) {
      Clock row = rows.get(i);
      if ((row.unsettled() || row.overdue()) && metricOf(row) == metric) {
        Hand hand = hand(i);
        end.accept(hand.clock);
        put(i, hand);
      }
    }
  }

  private ClockMetric metricOf(Clock row) {
    return rules.policy(row).metric();
  }

  /** Warns and breaches what was due before {@code at}; what happens at it comes first. */
  void advance(long at, Facts facts) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).nextInstant() < at) {
        Hand hand = hand(i);
        hand.clock.advance(at, facts);
        put(i, hand);
      }
    }
  }

  /** The next instant at which a clock changes if nothing happens. */
  long nextInstant() {
    long next = Clock.NEVER;
    for (Clock row : rows) {
      next = Math.min(next, row.nextInstant());
    }
    return next;
  }

  boolean anyUnsettled() {
    return rows.stream().anyMatch(Clock::unsettled);
  }

  /** A clock under the pen, and the policy it ran under. */
  private record Hand(Clock row, Policy policy, ClockHand clock) {
    /** The same policy with other facts; the calendar keeps its version where it stays the same. */
    Terms terms(Rulebook rules, Facts facts, long at) {
      Terms now = Terms.of(rules, policy, facts, at);
      return now.calendar().id().equals(row.calendar())
          ? new Terms(policy, rules.calendar(row), now.paused(), facts)
          : now;
    }
  }

  private Hand hand(int i) {
    Clock row = rows.get(i);
    Policy policy = rules.policy(row);
    List<Stretch> run = past.isWhole() ? runs.get(i) : null;
    return new Hand(row, policy, new ClockHand(row, policy, rules.calendar(row), run));
  }

  private void put(int i, Hand hand) {
    wantsPast |= hand.clock.wantsPast();
    rows.set(i, hand.clock.row());
  }

  private void each(Promise promise, Consumer<Hand> change) {
    for (int i = 0; i < rows.size(); i++) {
      Clock row = rows.get(i);
      if (row.unsettled() && promise.has(row)) {
        Hand hand = hand(i);
        change.accept(hand);
        put(i, hand);
      }
    }
  }

  private boolean has(Promise promise, int cycle) {
    for (Clock row : rows) {
      if (row.cycle() == cycle && promise.has(row)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a clock that counts is within the last of its time at an instant. */
  boolean nearDeadline(long at, int percentLeft) {
    for (Clock row : rows) {
      if (row.unsettled() && row.active() && row.budget() > 0) {
        long left = row.budget() - row.elapsed(at, rules.calendar(row).calendar());
        if (left >= 0 && left * 100 <= row.budget() * percentLeft) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a running clock that counts would stand still with these facts. */
  boolean pausedBy(Facts facts) {
    for (Clock row : rows) {
      if (row.verdict() == Verdict.RUNNING && row.active() && rules.policy(row).pauses(facts)) {
        return true;
      }
    }
    return false;
  }

  /** How many clocks that count were stopped too early. */
  long tooEarly() {
    return rows.stream()
        .filter(row -> row.active() && row.cause().equals(ClockHand.TOO_EARLY))
        .count();
  }

  /** Whether a deadline of a clock that counts, still unsettled, lies in the span. */
  boolean deadlineWithin(long from, long until) {
    for (Clock row : rows) {
      if (row.unsettled() && row.active() && row.deadline() >= from && row.deadline() < until) {
        return true;
      }
    }
    return false;
  }
}
