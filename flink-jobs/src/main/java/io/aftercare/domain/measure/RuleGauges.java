package io.aftercare.domain.measure;

import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Rulebook;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is promised at an instant: which policies are in force, and of each sla's active ones the
 * shortest target and the lowest objective, so that a share of all its clocks below that breaks a
 * promise whatever the mix. Targets in ms, ratios in millionths.
 */
public final class RuleGauges {
  private static final double MILLIONTHS = 1_000_000;

  private RuleGauges() {}

  /** Every series that is not 0. */
  public static Map<Series, Long> at(Rulebook rules, long instant) {
    Map<Series, Long> values = new LinkedHashMap<>();
    for (Policy policy : inForce(rules, instant)) {
      values.put(
          new Series(Measure.POLICY_INFO, List.of(policy.id(), Integer.toString(policy.version()))),
          1L);
      if (policy.active() && policy.metric() != ClockMetric.CALL_ANSWER) {
        promised(policy, values);
      }
    }
    return values;
  }

  private static Set<Policy> inForce(Rulebook rules, long instant) {
    Set<Policy> inForce = new LinkedHashSet<>();
    for (Policy policy : rules.policies()) {
      if (policy.sameVersion(rules.inForce(policy.id(), instant)) && !policy.retired()) {
        inForce.add(policy);
      }
    }
    return inForce;
  }

  private static void promised(Policy policy, Map<Series, Long> values) {
    for (Map.Entry<Priority, Long> target : policy.allowance().targetMillis().entrySet()) {
      values.merge(
          new Series(Measure.SLA_TARGET_SECONDS, List.of(policy.sla(), target.getKey().label())),
          target.getValue(),
          Math::min);
    }
    Double objective = policy.objective();
    if (objective != null) {
      values.merge(
          new Series(Measure.SLA_TARGET_RATIO, List.of(policy.sla())),
          Math.round(objective * MILLIONTHS),
          Math::min);
    }
  }

  /** The first instant after this one at which another version comes into force, ms. */
  public static long nextChange(Rulebook rules, long after) {
    return rules.policies().stream()
        .mapToLong(Policy::effectiveFrom)
        .filter(from -> from > after)
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
