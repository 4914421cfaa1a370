package io.aftercare.domain.sla;

import org.jspecify.annotations.Nullable;

/**
 * One clock of a ticket: a row of the ledger. It is (sla, slot, cycle) of its ticket; policy and
 * version are attributes. Instants are ms since 1970, {@link #NEVER} where there is none.
 *
 * <p>{@code openedIn} is the region that owned the ticket when it opened, {@code region} the one
 * when it settled (until then: owns it now).
 *
 * <p>Laws: it opens once and settles once; {@code stop == deadline} is MET; a breach settles at the
 * deadline, whenever it is noticed; a settled verdict never changes within one fold.
 */
public record Clock(
    String sla,
    String slot,
    int cycle,
    String policy,
    int policyVersion,
    long openedAt,
    @Nullable String openedIn,
    long deadline,
    Verdict verdict,
    long settledAt,
    String cause,
    long stoppedAt,
    @Nullable String region,
    Priority priority) {

  /** No such instant. */
  public static final long NEVER = Long.MAX_VALUE;

  /** A clock that starts to run under a policy. */
  public static Clock open(Policy policy, int cycle, long start, Facts facts) {
    return new Clock(
        policy.sla(),
        policy.slot(),
        cycle,
        policy.id(),
        policy.version(),
        start,
        facts.region(),
        policy.deadline(start, facts),
        Verdict.RUNNING,
        NEVER,
        "",
        NEVER,
        facts.region(),
        facts.priority());
  }

  /** Whether it is not settled yet. */
  public boolean running() {
    return verdict == Verdict.RUNNING;
  }

  /** Whether its deadline passed and its stop has not been seen. */
  public boolean overdue() {
    return verdict == Verdict.BREACHED && stoppedAt == NEVER;
  }

  /** This clock when everything before {@code now} has happened: breached if its time is over. */
  public Clock advance(long now, Facts facts) {
    return running() && deadline < now
        ? settle(Verdict.BREACHED, deadline, "deadline", NEVER, facts)
        : this;
  }

  /** This clock after its stop event; a breached one only learns when it was answered. */
  public Clock stop(long at, String cause, Facts facts) {
    Clock then = advance(at, facts);
    if (then.running()) {
      return settle(Verdict.MET, at, cause, at, facts);
    }
    return then.overdue() ? then.withStop(at) : this;
  }

  /** This clock after its ticket fell out of the promise; settled ones stand. */
  public Clock cancel(long at, String cause, Facts facts) {
    Clock then = advance(at, facts);
    if (then.running()) {
      return settle(Verdict.CANCELLED, at, cause, NEVER, facts);
    }
    return then.overdue() ? then.withStop(at) : this;
  }

  /**
   * This clock after the facts changed at {@code at}: the same start under another policy or
   * target. Already past the new deadline means breached now, never back-dated.
   */
  public Clock retarget(Policy policy, long at, Facts facts) {
    if (!running()) {
      return this;
    }
    Clock moved =
        new Clock(
            sla,
            slot,
            cycle,
            policy.id(),
            policy.version(),
            openedAt,
            openedIn,
            policy.deadline(openedAt, facts),
            Verdict.RUNNING,
            NEVER,
            "",
            NEVER,
            facts.region(),
            facts.priority());
    if (moved.equals(this)) {
      return this;
    }
    boolean tooLate = moved.deadline < at && moved.deadline != deadline;
    return tooLate ? moved.breachAt(at, "retarget", facts) : moved;
  }

  /** This clock, running until now, when it is found to be past its deadline at {@code at}. */
  public Clock breachAt(long at, String why, Facts facts) {
    return settle(Verdict.BREACHED, at, why, NEVER, facts);
  }

  private Clock settle(Verdict as, long at, String why, long stop, Facts facts) {
    return new Clock(
        sla,
        slot,
        cycle,
        policy,
        policyVersion,
        openedAt,
        openedIn,
        deadline,
        as,
        at,
        why,
        stop,
        facts.region(),
        facts.priority());
  }

  private Clock withStop(long at) {
    return new Clock(
        sla,
        slot,
        cycle,
        policy,
        policyVersion,
        openedAt,
        openedIn,
        deadline,
        verdict,
        settledAt,
        cause,
        at,
        region,
        priority);
  }
}
