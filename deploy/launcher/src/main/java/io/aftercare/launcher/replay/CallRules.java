package io.aftercare.launcher.replay;

import io.aftercare.domain.call.QueueTerms;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.ShortAbandon;
import io.aftercare.launcher.replay.report.calls.CallTerms;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules under which waits are measured by the terms of a replay. What the terms do not state stays
 * with the policies, queue by queue; a queue that none of them is about has the usual.
 */
final class CallRules {
  private static final String ID = "replay-call-answer";

  private CallRules() {}

  static Rulebook under(CallTerms terms, Rulebook rules) {
    if (!terms.isStated()) {
      return rules;
    }
    List<Policy> policies = new ArrayList<>();
    for (Policy policy : rules.policies()) {
      boolean measures = policy.metric() == ClockMetric.CALL_ANSWER;
      policies.add(measures ? measured(terms, policy) : policy);
    }
    policies.add(measured(terms, usual()));
    List<CalendarVersion> calendars =
        rules.calendars().stream()
            .filter(calendar -> !calendar.equals(CalendarVersion.AROUND_THE_CLOCK))
            .toList();
    return Rulebook.of(policies, calendars, rules.regions().values());
  }

  private static Policy usual() {
    return new Policy(
        ID,
        1,
        Policy.ALWAYS,
        false,
        ID,
        Policy.ACTIVE,
        ClockMetric.CALL_ANSWER,
        QueueTerms.USUAL.goal(),
        Match.ANY,
        Allowance.all(QueueTerms.USUAL.thresholdMillis()),
        ClockRules.CALENDAR_TIME,
        QueueTerms.USUAL.shortAbandon());
  }

  private static Policy measured(CallTerms terms, Policy policy) {
    return new Policy(
        policy.id(),
        policy.version(),
        policy.effectiveFrom(),
        policy.retired(),
        policy.sla(),
        policy.slot(),
        policy.metric(),
        policy.objective(),
        policy.match(),
        terms.threshold() == null
            ? policy.allowance()
            : Allowance.all(terms.threshold().toMillis()),
        policy.rules(),
        shortAbandon(terms, policy.shortAbandon()));
  }

  private static ShortAbandon shortAbandon(CallTerms terms, ShortAbandon policys) {
    return terms.shortAbandon() == null
        ? new ShortAbandon(policys.millis(), policys.inclusive() || terms.inclusive())
        : new ShortAbandon(terms.shortAbandon().toMillis(), terms.inclusive());
  }
}
