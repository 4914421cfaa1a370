package io.aftercare.oracle.call;

import io.aftercare.domain.calendar.ServiceCalendar;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules looked up plainly, for somebody who waits in a queue or for a call. */
final class CallBook {
  /** What a wait is judged by, ms. */
  record Patience(long threshold, long shortBelow, boolean inclusive) {
    String answered(long wait) {
      return wait > threshold ? "answered_late" : "answered_in_time";
    }

    String abandoned(long wait) {
      if (wait < shortBelow || (inclusive && wait == shortBelow)) {
        return "abandoned_short";
      }
      return wait > threshold ? "abandoned_late" : "abandoned_in_time";
    }
  }

  private final Rulebook rules;

  CallBook(Rulebook rules) {
    this.rules = rules;
  }

  Patience patience(@Nullable String region, @Nullable String queue, Channel channel, long at) {
    List<Policy> found = found(ClockMetric.CALL_ANSWER, region, queue, channel, Long.MAX_VALUE, at);
    if (found.isEmpty()) {
      return new Patience(30_000, 5_000, false);
    }
    Policy policy = found.get(0);
    return new Patience(
        target(policy), policy.shortAbandon().millis(), policy.shortAbandon().inclusive());
  }

  /** Of each promise of this metric the policy that holds, if one does. */
  List<Policy> found(
      ClockMetric metric,
      @Nullable String region,
      @Nullable String queue,
      Channel channel,
      long dueAt,
      long at) {
    Set<List<String>> promises = new LinkedHashSet<>();
    List<Policy> found = new ArrayList<>();
    for (Policy policy : rules.policies()) {
      List<String> promise = List.of(policy.sla(), policy.slot());
      if (policy.metric() == metric
          && !promises.contains(promise)
          && inForce(policy, at)
          && !policy.retired()
          && about(policy.match(), region, queue, channel)
          && (policy.allowance().source() == Allowance.Source.DUE_AT
              ? dueAt != Long.MAX_VALUE
              : policy.allowance().targetMillis().containsKey(Priority.UNKNOWN))) {
        promises.add(promise);
        found.add(policy);
      }
    }
    return found;
  }

  /** Begun, and no later version has. */
  private boolean inForce(Policy policy, long at) {
    return policy.effectiveFrom() <= at
        && rules.policies().stream()
            .noneMatch(
                p ->
                    p.id().equals(policy.id())
                        && p.version() > policy.version()
                        && p.effectiveFrom() <= at);
  }

  private static boolean about(
      Match match, @Nullable String region, @Nullable String queue, Channel channel) {
    return (match.regions().isEmpty() || (region != null && match.regions().contains(region)))
        && (match.queues().isEmpty() || (queue != null && match.queues().contains(queue)))
        && (match.channels().isEmpty() || match.channels().contains(channel));
  }

  /** Open time allowed whoever it is, ms. */
  static long target(Policy policy) {
    Long target = policy.allowance().targetMillis().get(Priority.UNKNOWN);
    if (target == null) {
      throw new IllegalArgumentException("no target for everybody: " + policy);
    }
    return target + policy.allowance().graceMillis();
  }

  /** The calendar that a callback's clock runs on. */
  ServiceCalendar calendar(Policy policy, @Nullable String region, long at) {
    String wanted = policy.rules().calendar();
    if (wanted.equals("business")) {
      Region listed = region == null ? null : rules.regions().get(region);
      wanted = listed == null ? "24x7" : listed.calendar();
    }
    ServiceCalendar found = ServiceCalendar.AROUND_THE_CLOCK;
    int newest = -1;
    for (CalendarVersion version : rules.calendars()) {
      if (version.id().equals(wanted)
          && version.effectiveFrom() <= at
          && version.version() > newest) {
        found = version.calendar();
        newest = version.version();
      }
    }
    return found;
  }
}
