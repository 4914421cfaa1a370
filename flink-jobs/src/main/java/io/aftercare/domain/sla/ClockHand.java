package io.aftercare.domain.sla;

import io.aftercare.domain.calendar.ServiceCalendar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock under the pen: taken from its row, moved by what happens, read off as a row again.
 *
 * <p>Time within one instant: what happens at an instant takes effect before a warning or deadline
 * of that instant does. So {@link #advance} goes up to, not through, the instant of an event, and a
 * stop at the deadline is in time. A budget that is used up exactly at an event stays used up: no
 * pause saves it, only a stop at that very instant.
 */
public final class ClockHand {
  private final Clock row;
  private Policy policy;
  private CalendarVersion calendarVersion;
  private ServiceCalendar calendar;
  private long openedAt;
  private long budget;
  private long spent;
  private long since;
  private long stateSince;
  private long deadline;
  private List<Warning> warnings;
  private int rearmedAfter;
  private long warnAt;
  private Verdict verdict;
  private long settledAt;
  private String cause;
  private long stoppedAt;
  private @Nullable String region;
  private Priority priority;
  private final @Nullable List<Stretch> run;
  private boolean wantsPast;

  /**
   * Takes up a clock with the rules that it runs under.
   *
   * @param run the stretches that it ran before the present one, to be added to; null if they are
   *     not known
   */
  public ClockHand(
      Clock row, Policy policy, CalendarVersion calendar, @Nullable List<Stretch> run) {
    this.row = row;
    this.run = run;
    this.policy = policy;
    this.calendarVersion = calendar;
    this.calendar = calendar.calendar();
    openedAt = row.openedAt();
    budget = row.budget();
    spent = row.spent();
    since = row.since();
    stateSince = row.stateSince();
    deadline = row.deadline();
    warnings = row.warnings();
    rearmedAfter = row.rearmedAfter();
    warnAt = row.warnAt();
    verdict = row.verdict();
    settledAt = row.settledAt();
    cause = row.cause();
    stoppedAt = row.stoppedAt();
    region = row.region();
    priority = row.priority();
  }

  /**
   * Opens a clock at {@code at} whose time began at {@code start}, not later. Where that was over
   * before, it breaches now, never back-dated.
   *
   * @param before what it would have been like from start to {@code at}
   * @param run the stretches of that span, to be added to
   */
  public static Clock open(
      Promise promise, int cycle, Terms terms, long start, Ran before, List<Stretch> run, long at) {
    Clock blank =
        new Clock(
            promise.sla(),
            promise.slot(),
            cycle,
            "",
            0,
            "",
            0,
            start,
            terms.facts().region(),
            0,
            before.openTime(),
            Clock.NEVER,
            start < at ? before.stateSince() : at,
            Clock.NEVER,
            List.of(),
            0,
            Clock.NEVER,
            before.paused() ? Verdict.PAUSED : Verdict.RUNNING,
            Clock.NEVER,
            "",
            Clock.NEVER,
            terms.facts().region(),
            terms.facts().priority());
    ClockHand hand = new ClockHand(blank, terms.policy(), terms.calendar(), run);
    hand.allow(terms);
    long reached = start < at ? hand.reached(at) : Clock.NEVER;
    hand.arm(terms, at);
    if (reached < at) {
      hand.breachNow("retarget", reached, at, terms.facts());
    }
    return hand.row();
  }

  /** Open time used up at an instant. */
  public long elapsed(long at) {
    return since == Clock.NEVER ? spent : spent + calendar.elapsed(since, at);
  }

  /** Open time left at an instant, ms; negative where a promised instant lies behind its start. */
  public long left(long at) {
    return budget - elapsed(at);
  }

  /** Whether it is not settled. */
  public boolean unsettled() {
    return verdict == Verdict.RUNNING || verdict == Verdict.PAUSED;
  }

  /** Warns and breaches as far as that is due before {@code at}; an event at it comes first. */
  public void advance(long at, Facts facts) {
    while (unsettled() && Math.min(warnAt, deadline) < at) {
      next(facts);
    }
  }

  /** The one thing that is due next: a warning, or the breach. */
  public void next(Facts facts) {
    if (warnAt <= deadline) {
      warn();
    } else {
      settle(Verdict.BREACHED, deadline, "deadline", Clock.NEVER, facts);
    }
  }

  private void warn() {
    List<Warning> more = new ArrayList<>(warnings);
    more.add(new Warning(nextPercent(), warnAt));
    warnings = more;
    warnAt = nextWarning(warnAt);
  }

  private int nextPercent() {
    return policy.rules().warnPercents().get(warnings.size() - rearmedAfter);
  }

  /** When the next warning is due, if it cannot be before {@code at}. */
  private long nextWarning(long at) {
    if (warnings.size() - rearmedAfter >= policy.rules().warnPercents().size() || budget <= 0) {
      return Clock.NEVER;
    }
    long threshold = budget / 100 * nextPercent() + budget % 100 * nextPercent() / 100;
    if (threshold <= spent) {
      return at;
    }
    return since == Clock.NEVER ? Clock.NEVER : calendar.add(since, threshold - spent);
  }

  /** Stops it: met, if it is in time; a breached one only learns when it was answered. */
  public void stop(long at, String why, Facts facts) {
    end(Verdict.MET, at, why, facts);
  }

  /** Ends it without verdict: it no longer applies. A settled verdict stands. */
  public void cancel(long at, String why, Facts facts) {
    end(Verdict.CANCELLED, at, why, facts);
  }

  private void end(Verdict as, long at, String why, Facts facts) {
    advance(at, facts);
    if (unsettled()) {
      boolean early = as == Verdict.MET && elapsed(at) < policy.allowance().tooEarlyBefore(budget);
      String said = early ? TOO_EARLY : why;
      settle(as, at, said, as == Verdict.MET ? at : Clock.NEVER, facts);
    } else if (verdict == Verdict.BREACHED && stoppedAt == Clock.NEVER) {
      stoppedAt = at;
    }
  }

  /** The cause of a stop that came before the span in which it makes sense. */
  public static final String TOO_EARLY = "too_early";

  /**
   * Goes on under other terms with the same start; elapsed time and pauses are carried. Already
   * past the new deadline means breached now, never back-dated.
   */
  public void retarget(Terms terms, long at) {
    long elapsed = elapsed(at);
    long oldDeadline = deadline;
    policy = terms.policy();
    allow(terms);
    long reached = reached(at);
    close();
    take(terms.calendar());
    allow(terms);
    spent = elapsed;
    rearmedAfter = warnings.size();
    arm(terms, at);
    owner(terms.facts());
    boolean promisedBefore = policy.allowance().fixed() && reached == oldDeadline;
    if (reached < at && !promisedBefore) {
      breachNow("retarget", reached, at, terms.facts());
    }
  }

  /** Goes on under the same promise where only the calendar, a pause or the owner changed. */
  public void carryOn(Terms terms, long at) {
    boolean paused = since == Clock.NEVER;
    if (paused != terms.paused() || !calendarVersion.equals(terms.calendar())) {
      long elapsed = elapsed(at);
      close();
      spent = elapsed;
      take(terms.calendar());
      arm(terms, at);
    }
    owner(terms.facts());
  }

  /**
   * Takes the earlier start of a ticket that was merged into this one.
   *
   * @param before what it would have been like between the two starts
   */
  public void startEarlier(long start, Ran before, Terms terms, long at) {
    spent += before.openTime();
    if (stateSince == openedAt && before.paused() == (verdict == Verdict.PAUSED)) {
      stateSince = before.stateSince();
    }
    openedAt = start;
    if (run != null) {
      run.replaceAll(stretch -> stretch.after(before.openTime()));
      run.addAll(0, before.stretches());
    }
    boolean fixed = policy.allowance().fixed();
    if (fixed) {
      budget = calendar.elapsed(openedAt, deadline);
    }
    long reached = fixed ? Clock.NEVER : reached(at);
    long elapsed = elapsed(at);
    close();
    spent = elapsed;
    arm(terms, at);
    if (reached < at) {
      breachNow("merge", reached, at, terms.facts());
    }
  }

  /** Sets what it may take. */
  private void allow(Terms terms) {
    Allowance allowance = policy.allowance();
    if (allowance.fixed()) {
      deadline = allowance.instant(terms.facts());
      budget = calendar.elapsed(openedAt, deadline);
    } else {
      budget = allowance.span(terms.facts());
    }
  }

  /** Sets deadline and next warning, given what is spent at {@code at}. */
  private void arm(Terms terms, long at) {
    since = terms.paused() ? Clock.NEVER : at;
    Verdict state = terms.paused() ? Verdict.PAUSED : Verdict.RUNNING;
    stateSince = state == verdict ? stateSince : at;
    verdict = state;
    if (!policy.allowance().fixed()) {
      long left = budget - spent;
      deadline = left <= 0 ? at : terms.paused() ? Clock.NEVER : calendar.add(at, left);
    }
    warnAt = nextWarning(at);
  }

  /** Ends the present stretch. */
  private void close() {
    if (run != null && since != Clock.NEVER) {
      run.add(new Stretch(since, spent, calendar));
    }
  }

  /**
   * The instant of the deadline, if it is not after {@code at}: the promised one, or that at which
   * the budget was used up, in the present stretch or in one before it. Which one it was only the
   * whole history tells.
   */
  private long reached(long at) {
    if (policy.allowance().fixed()) {
      return deadline;
    }
    if (elapsed(at) < budget) {
      return Clock.NEVER;
    }
    if (since != Clock.NEVER && spent < budget) {
      return calendar.add(since, budget - spent);
    }
    if (run == null) {
      wantsPast = true;
      return at;
    }
    for (int i = run.size() - 1; i >= 0; i--) {
      Stretch stretch = run.get(i);
      if (stretch.spent() < budget) {
        return stretch.calendar().add(stretch.since(), budget - stretch.spent());
      }
    }
    throw new IllegalStateException("no stretch in which " + budget + " ms were used up: " + run);
  }

  /** Whether a question came up that only the whole history answers; what was done is void then. */
  public boolean wantsPast() {
    return wantsPast;
  }

  private void take(CalendarVersion version) {
    calendarVersion = version;
    calendar = version.calendar();
  }

  private void owner(Facts facts) {
    region = facts.region();
    priority = facts.priority();
  }

  /** Breaches at an event that shows that its time was over, at {@code reached} by target. */
  private void breachNow(String why, long reached, long at, Facts facts) {
    if (!policy.allowance().fixed()) {
      deadline = reached;
    }
    settle(Verdict.BREACHED, at, why, Clock.NEVER, facts);
  }

  private void settle(Verdict as, long at, String why, long stop, Facts facts) {
    spent = elapsed(at);
    since = Clock.NEVER;
    stateSince = Clock.NEVER;
    warnAt = Clock.NEVER;
    verdict = as;
    settledAt = at;
    cause = why;
    stoppedAt = stop;
    owner(facts);
  }

  /** The row as it is now; the one it was taken from if nothing changed. */
  public Clock row() {
    Clock now =
        new Clock(
            row.sla(),
            row.slot(),
            row.cycle(),
            policy.id(),
            policy.version(),
            calendarVersion.id(),
            calendarVersion.version(),
            openedAt,
            row.openedIn(),
            budget,
            spent,
            since,
            stateSince,
            deadline,
            warnings,
            rearmedAfter,
            warnAt,
            verdict,
            settledAt,
            cause,
            stoppedAt,
            region,
            priority);
    return now.equals(row) ? row : now;
  }
}
