package io.aftercare.domain.sla;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One version of one promise: for the tickets that match, how long a clock may run.
 *
 * @param version from 1
 * @param effectiveFrom from when on this version is the one in force, ms since 1970
 * @param retired true: from then on the policy is none
 * @param sla what is promised, e.g. {@code resolution}: the name on the ledger
 * @param slot {@link #ACTIVE}, or the name of a shadow that is judged beside it
 * @param metric what starts and stops the clock
 * @param objective share of clocks that shall be met, above 0 and at most 1; null: none stated
 * @param shortAbandon of {@link ClockMetric#CALL_ANSWER}: the usual one unless stated
 */
public record Policy(
    String id,
    int version,
    long effectiveFrom,
    boolean retired,
    String sla,
    String slot,
    ClockMetric metric,
    @Nullable Double objective,
    Match match,
    Allowance allowance,
    ClockRules rules,
    ShortAbandon shortAbandon)
    implements Serializable {

  /** The slot of the policies that count. */
  public static final String ACTIVE = "active";

  /** In force from the beginning. */
  public static final long ALWAYS = Long.MIN_VALUE;

  /** Refuses what makes no sense; the message says why. */
  public Policy {
    if (objective != null && !(objective > 0 && objective <= 1)) {
      throw new IllegalArgumentException("has objective " + objective + "; right is 0 < x <= 1");
    }
    if (allowance.fixed() && !rules.pauseStatuses().isEmpty()) {
      throw new IllegalArgumentException(
          "pauses, but its deadline comes from the event; a promised instant does not move");
    }
  }

  /** One with the usual short abandons. */
  public Policy(
      String id,
      int version,
      long effectiveFrom,
      boolean retired,
      String sla,
      String slot,
      ClockMetric metric,
      @Nullable Double objective,
      Match match,
      Allowance allowance,
      ClockRules rules) {
    this(
        id,
        version,
        effectiveFrom,
        retired,
        sla,
        slot,
        metric,
        objective,
        match,
        allowance,
        rules,
        ShortAbandon.USUAL);
  }

  /** A first version, always in force, without objective. */
  public static Policy of(
      String id,
      String sla,
      ClockMetric metric,
      Match match,
      Allowance allowance,
      ClockRules rules) {
    return new Policy(id, 1, ALWAYS, false, sla, ACTIVE, metric, null, match, allowance, rules);
  }

  /** The same promise in another slot. */
  public Policy inSlot(String shadowId, String name) {
    return new Policy(
        shadowId,
        version,
        effectiveFrom,
        retired,
        sla,
        name,
        metric,
        objective,
        match,
        allowance,
        rules,
        shortAbandon);
  }

  /** Whether it counts, and is not a shadow. */
  public boolean active() {
    return slot.equals(ACTIVE);
  }

  /** Whether a ticket with these facts is under this promise. */
  public boolean matches(Facts facts) {
    return !retired && match.matches(facts) && allowance.covers(facts);
  }

  /** Whether it is the same version of the same policy. */
  public boolean sameVersion(@Nullable Policy other) {
    return other != null && version == other.version && id.equals(other.id);
  }

  /** Whether it allows tickets with these and those facts the same. */
  public boolean allowsTheSame(Facts these, Facts those) {
    return allowance.fixed()
        ? allowance.instant(these) == allowance.instant(those)
        : allowance.covers(these)
            && allowance.covers(those)
            && allowance.span(these) == allowance.span(those);
  }

  /** The instant that the event promised, ms; {@link Facts#NOT_DUE} if targets rule. */
  public long promisedInstant(Facts facts) {
    return allowance.instant(facts);
  }

  /** Open time until the deadline by target, ms; only where the policy matches. */
  public long span(Facts facts) {
    return allowance.span(facts);
  }

  /** Whether a clock under it stands still in this status. */
  public boolean pauses(Facts facts) {
    return rules.pauseStatuses().contains(facts.status());
  }
}
