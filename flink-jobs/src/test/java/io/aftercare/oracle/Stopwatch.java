package io.aftercare.oracle;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.sla.Warning;
import io.aftercare.oracle.OpenTimes.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One clock on its way through the moments of a ticket's life.
 *
 * <p>It keeps every stretch of time that counted. What has elapsed at an instant is the sum of the
 * stretches up to there; the deadline is the first instant at which the sum is the budget, or the
 * one that was promised. Between two moments nothing changes but time. It also notes whenever it
 * was told to run or to stand still, though it did so already; since when it does is read off the
 * notes.
 */
final class Stopwatch {
  /** From an instant on it stands still, or runs. */
  private record Stay(long from, boolean still) {}

  private final Book book;
  private final Episode episode;
  private final List<Stretch> counted = new ArrayList<>();
  private final List<Stay> stays = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final Set<Integer> warned = new HashSet<>();

  private Policy policy;
  private Book.Hours hours;
  private Facts facts;
  private long openedAt;
  private final @Nullable String openedIn;

  /** The last moment, ms; everything at it has been said. */
  private long moment;

  private boolean paused;

  /** Open time allowed in all, ms. */
  private long budget;

  /** Of a promised instant: that one. */
  private long promised = Clock.NEVER;

  private Verdict verdict = Verdict.RUNNING;
  private long deadline = Clock.NEVER;
  private long settledAt = Clock.NEVER;
  private long stoppedAt = Clock.NEVER;
  private String cause = "";

  private Stopwatch(Book book, Policy policy, Episode episode, Told.Step step, long openedAt) {
    this.book = book;
    this.policy = policy;
    this.episode = episode;
    this.facts = step.after();
    this.openedAt = openedAt;
    this.openedIn = step.after().region();
    this.moment = step.at();
    this.hours = book.calendar(policy, facts, moment);
  }

  /** A clock that opens in this step, for an episode that may have begun before. */
  static Stopwatch opened(
      Book book, Policy policy, Episode episode, Told.Step step, List<Told.Step> steps) {
    boolean begins = step.index() == episode.step;
    long start = begins ? episode.start : episode.startAsOf(step.index() - 1);
    Stopwatch watch = new Stopwatch(book, policy, episode, step, start);
    watch.countPast(steps, step, start, step.at());
    watch.target(policy);
    if (start < step.at()) {
      watch.breachIfPast("retarget");
    }
    return watch;
  }

  /** Time that is told of later counts as the facts were then; before all events, as at first. */
  private void countPast(List<Told.Step> steps, Told.Step told, long from, long until) {
    List<Stay> then = new ArrayList<>();
    for (int i = 0; i < told.index(); i++) {
      Facts facts = steps.get(i).after();
      long start = i == 0 ? from : Math.max(from, steps.get(i).at());
      long end = Math.min(until, steps.get(i + 1).at());
      if (start < end) {
        then.add(new Stay(start, pauses(policy, facts)));
      }
      if (!pauses(policy, facts)) {
        counted.addAll(book.calendar(policy, facts, told.at()).open().between(start, end));
      }
    }
    stays.addAll(0, then);
  }

  // ---- what the clock shows

  private long elapsed(long at) {
    long sum = 0;
    for (Stretch stretch : counted) {
      sum += Math.max(0, Math.min(at, stretch.until()) - stretch.from());
    }
    return sum;
  }

  private boolean fixed() {
    return policy.allowance().fixed();
  }

  private static boolean pauses(Policy policy, Facts facts) {
    return !policy.allowance().fixed() && policy.rules().pauseStatuses().contains(facts.status());
  }

  /** The first of the notes that say the same in a row up to the last. */
  private long stateSince() {
    int i = stays.size() - 1;
    while (i > 0 && stays.get(i - 1).still() == stays.get(i).still()) {
      i--;
    }
    return stays.get(i).from();
  }

  private boolean unsettled() {
    return settledAt == Clock.NEVER;
  }

  /** The first instant from the last moment on at which so much has elapsed, if nothing happens. */
  private long whenElapsed(long millis) {
    long missing = millis - elapsed(moment);
    if (missing <= 0) {
      return moment;
    }
    return paused ? Clock.NEVER : hours.open().whenPassed(moment, missing);
  }

  private long deadline() {
    return fixed() ? promised : whenElapsed(budget);
  }

  // ---- time passes

  /** Everything happens that is due before this instant; then it is the next moment. */
  void passUntil(long next) {
    if (unsettled()) {
      long due = deadline();
      warn(Math.min(next - 1, due));
      if (due < next) {
        settle(Verdict.BREACHED, due, due, "deadline");
      }
    }
    if (!paused) {
      counted.addAll(hours.open().between(moment, next));
    }
    moment = Math.max(moment, next);
  }

  private void warn(long upTo) {
    if (budget <= 0) {
      return;
    }
    List<Warning> due = new ArrayList<>();
    for (int percent : policy.rules().warnPercents()) {
      long at = whenElapsed(budget * percent / 100);
      if (at <= upTo && warned.add(percent)) {
        due.add(new Warning(percent, at));
      }
    }
    due.sort(Comparator.comparingLong(Warning::at).thenComparingInt(Warning::percent));
    warnings.addAll(due);
  }

  private void settle(Verdict how, long at, long dueAt, String why) {
    verdict = how;
    settledAt = at;
    deadline = dueAt;
    cause = why;
  }

  // ---- facts and rules change

  void factsChange(Book.Promised promise, Told.Step step) {
    if (!unsettled() || step.before().equals(step.after())) {
      return;
    }
    facts = step.after();
    Policy was = book.match(promise, step.before(), step.at());
    Policy is = book.match(promise, step.after(), step.at());
    boolean same = was == null ? is == null : is != null && allowsTheSame(was, is, step);
    if (same || (is != null && !policy.rules().followsFacts())) {
      carryOn(step.at());
    } else if (is == null) {
      settle(Verdict.CANCELLED, step.at(), deadline(), "no_policy");
    } else {
      retarget(is, step.at());
    }
  }

  private static boolean allowsTheSame(Policy was, Policy is, Told.Step step) {
    if (!was.id().equals(is.id()) || was.version() != is.version()) {
      return false;
    }
    return is.allowance().fixed()
        ? Book.promisedInstant(is, step.before()) == Book.promisedInstant(is, step.after())
        : Book.span(is, step.before()) == Book.span(is, step.after());
  }

  /** The same promise; the calendar may be another one now, and the status may pause. */
  private void carryOn(long at) {
    Book.Hours now = book.calendar(policy, facts, at);
    if (!now.id().equals(hours.id())) {
      hours = now;
    }
    paused = pauses(policy, facts);
    stays.add(new Stay(at, paused));
  }

  private void retarget(Policy to, long at) {
    hours = book.calendar(to, facts, at);
    warned.clear();
    target(to);
    breachIfPast("retarget");
  }

  private void target(Policy to) {
    policy = to;
    paused = pauses(to, facts);
    stays.add(new Stay(moment, paused));
    if (to.allowance().fixed()) {
      promised = Book.promisedInstant(to, facts);
      budget = hours.open().elapsed(openedAt, promised);
    } else {
      promised = Clock.NEVER;
      budget = Book.span(to, facts);
    }
  }

  /** What is past already breaches now, never back-dated; the deadline says what it was. */
  private void breachIfPast(String why) {
    long due = fixed() ? promised : whenReached();
    if (due < moment) {
      settle(Verdict.BREACHED, moment, due, why);
    }
  }

  /** The instant at which the time that counted came to the budget, NEVER if it did not yet. */
  private long whenReached() {
    long missing = budget;
    for (Stretch each : counted.stream().sorted(Comparator.comparing(Stretch::from)).toList()) {
      long length = each.until() - each.from();
      if (missing <= length) {
        return each.from() + missing;
      }
      missing -= length;
    }
    return Clock.NEVER;
  }

  void takeOver(Book.Promised promise, long at) {
    if (!unsettled()) {
      return;
    }
    Policy is = book.match(promise, facts, at);
    Policy own = book.inForce(policy.id(), at);
    if (takesOver(is, at) || takesOver(own, at)) {
      if (is == null) {
        settle(Verdict.CANCELLED, at, deadline(), "no_policy");
      } else {
        retarget(is, at);
      }
      return;
    }
    Book.Hours now = book.calendar(policy, facts, at);
    if (now.overtakes() && now.effectiveFrom() == at) {
      hours = now;
    }
  }

  private static boolean takesOver(@Nullable Policy policy, long at) {
    return policy != null && policy.rules().overtakesRunning() && policy.effectiveFrom() == at;
  }

  /** The ticket takes the start of one that was merged into it. */
  void startEarlier(long start, Told.Step step, List<Told.Step> steps) {
    if (!unsettled() || start >= openedAt || !policy.rules().earlierStart()) {
      return;
    }
    // What went on before the old start goes on in what was true there in the end.
    while (stays.size() > 1 && stays.get(1).from() == openedAt) {
      stays.remove(0);
    }
    countPast(steps, step, start, openedAt);
    openedAt = start;
    if (fixed()) {
      budget = hours.open().elapsed(openedAt, promised);
    } else {
      breachIfPast("merge");
    }
  }

  // ---- the end

  void end(boolean met, String why, long at, Facts then) {
    if (unsettled() && deadline() < at) {
      settle(Verdict.BREACHED, deadline(), deadline(), "deadline");
    }
    if (unsettled()) {
      facts = then;
      settle(met ? Verdict.MET : Verdict.CANCELLED, at, deadline(), why);
      if (met) {
        stoppedAt = at;
        cause = tooEarly(at) ? "too_early" : why;
      }
    } else if (verdict == Verdict.BREACHED && stoppedAt == Clock.NEVER) {
      stoppedAt = at;
    }
  }

  private boolean tooEarly(long at) {
    long early = policy.allowance().earlyMillis();
    long target = budget - policy.allowance().graceMillis();
    return early > 0 && elapsed(at) < target - early;
  }

  Row row() {
    Verdict shown = !unsettled() ? verdict : paused ? Verdict.PAUSED : Verdict.RUNNING;
    Book.Promised name = new Book.Promised(policy.sla(), policy.slot(), policy.metric());
    return new Row(
        name.sla(),
        name.slot(),
        episode.number,
        policy.id(),
        policy.version(),
        hours.id(),
        hours.version(),
        openedAt,
        openedIn,
        unsettled() ? deadline() : deadline,
        unsettled() ? stateSince() : Clock.NEVER,
        shown,
        settledAt,
        cause,
        stoppedAt,
        facts.region(),
        Objects.requireNonNull(facts.priority()),
        warnings);
  }
}
