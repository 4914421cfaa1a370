package io.aftercare.domain.sla;

/**
 * What a clock is under from some moment on.
 *
 * @param paused whether it stands still
 */
public record Terms(Policy policy, CalendarVersion calendar, boolean paused, Facts facts) {

  /** The terms of a policy for a ticket, with the versions in force at an instant. */
  public static Terms of(Rulebook rules, Policy policy, Facts facts, long instant) {
    return new Terms(policy, rules.calendar(policy, facts, instant), policy.pauses(facts), facts);
  }
}
