package io.aftercare.launcher.rules;

import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Rulebook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What share of its clocks an sla is to meet, by the active policies in force that state one. Where
 * they differ it is the lowest: verdicts are counted over all of them, and whoever keeps each
 * promise must not be alerted.
 *
 * @param sla what is promised
 * @param lowest the lowest of their objectives, above 0 and at most 1
 * @param policies who states what, for people
 */
record Objectives(String sla, double lowest, List<String> policies) {

  /** Those of an instant, by sla. */
  static List<Objectives> inForce(Rulebook rules, Instant instant) {
    Map<String, List<Policy>> bySla = new TreeMap<>();
    for (Policy policy : rules.policies()) {
      boolean inForce =
          policy.metric() != ClockMetric.CALL_ANSWER // it has no clocks that could breach
              && !policy.retired()
              && policy.active()
              && policy.sameVersion(rules.inForce(policy.id(), instant.toEpochMilli()));
      if (inForce && opensClocks(policy) && policy.objective() != null) {
        bySla.computeIfAbsent(policy.sla(), sla -> new ArrayList<>()).add(policy);
      }
    }
    return bySla.entrySet().stream().map(each -> of(each.getKey(), each.getValue())).toList();
  }

  /** The goal of a queue is a share of calls, not of clocks: calls.yaml alerts on it. */
  private static boolean opensClocks(Policy policy) {
    return policy.metric() != ClockMetric.CALL_ANSWER;
  }

  private static Objectives of(String sla, List<Policy> policies) {
    double lowest = 1;
    List<String> said = new ArrayList<>();
    for (Policy policy : policies) {
      Double objective = policy.objective();
      if (objective != null) {
        lowest = Math.min(lowest, objective);
        said.add("%s v%d %s".formatted(policy.id(), policy.version(), Figures.percent(objective)));
      }
    }
    return new Objectives(sla, lowest, said);
  }

  /** Whether a breach is allowed at all. */
  boolean leavesBudget() {
    return lowest < 1;
  }
}
