package io.aftercare.io.policy;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.io.yaml.DurationText;
import io.aftercare.io.yaml.YamlValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One version of a rule as one line of YAML, whole: it can stand in a policy file, and reading it
 * gives the same rule. Equal rules have equal lines.
 */
public final class RuleText {
  private RuleText() {}

  /** The line of a policy. */
  public static String of(Policy policy) {
    List<String> keys = new ArrayList<>();
    version(keys, policy.version(), policy.effectiveFrom(), policy.rules().overtakesRunning());
    keys.add("id: " + quoted(policy.id()));
    if (policy.retired()) {
      keys.add("retired: true");
    }
    if (!policy.active()) {
      keys.add("role: shadow");
      keys.add("slot: " + quoted(policy.slot()));
    }
    keys.add("sla: " + quoted(policy.sla()));
    metric(keys, policy.metric());
    match(keys, policy.match());
    allowance(keys, policy.allowance());
    if (policy.objective() != null) {
      keys.add("objective: " + policy.objective());
    }
    rules(keys, policy.rules());
    if (policy.metric() == ClockMetric.CALL_ANSWER) {
      keys.add("short_abandon: " + span(policy.shortAbandon().millis()));
      keys.add("short_abandon_inclusive: " + policy.shortAbandon().inclusive());
    }
    return mapping(keys);
  }

  /** The line of a calendar. */
  public static String of(CalendarVersion calendar) {
    if (!(calendar.calendar() instanceof BusinessCalendar business)) {
      throw new IllegalArgumentException(calendar.id() + " is always there, in no file");
    }
    List<String> keys = new ArrayList<>();
    version(keys, calendar.version(), calendar.effectiveFrom(), calendar.overtakesRunning());
    return "{" + String.join(", ", keys) + ", " + business.description().substring(1);
  }

  /** What names one version of a policy: {@code policy/resolution@2}. */
  public static String key(Policy policy) {
    return "policy/" + policy.id() + "@" + policy.version();
  }

  /** What names one version of a calendar: {@code calendar/berlin@1}. */
  public static String key(CalendarVersion calendar) {
    return "calendar/" + calendar.id() + "@" + calendar.version();
  }

  /** Reads the line of a policy. */
  public static Policy policy(String where, String line) {
    return PolicyReader.read(YamlValue.parse(where, line), id -> null).thing();
  }

  /** Reads the line of a calendar. */
  public static CalendarVersion calendar(String where, String line) {
    return CalendarReader.read(YamlValue.parse(where, line)).thing();
  }

  private static void version(List<String> keys, int version, long from, boolean overtakes) {
    keys.add("version: " + version);
    if (from != Policy.ALWAYS) {
      keys.add("effective_from: " + quoted(Scalars.text(from)));
    }
    if (overtakes) {
      keys.add("running_clocks: take_over");
    }
  }

  private static void metric(List<String> keys, ClockMetric metric) {
    boolean orBot = metric.label().endsWith("_or_bot");
    keys.add("metric: " + metric.label().replace("_or_bot", ""));
    if (orBot) {
      keys.add("bot_counts: true");
    }
  }

  private static void match(List<String> keys, Match match) {
    List<String> conditions = new ArrayList<>();
    list(conditions, "regions", match.regions());
    list(conditions, "queues", match.queues());
    list(conditions, "channels", words(match.channels()));
    list(conditions, "channel_classes", words(match.channelClasses()));
    list(conditions, "service_types", words(match.serviceTypes()));
    list(conditions, "customer_tiers", match.customerTiers());
    list(conditions, "product_lines", match.productLines());
    list(conditions, "resolution_modes", words(match.resolutionModes()));
    if (!conditions.isEmpty()) {
      keys.add("match: " + mapping(conditions));
    }
  }

  private static void allowance(List<String> keys, Allowance allowance) {
    if (allowance.fixed()) {
      keys.add("deadline: " + allowance.source().name().toLowerCase(Locale.ROOT));
      return;
    }
    Map<Priority, Long> targets = new TreeMap<>(allowance.targetMillis());
    keys.add(
        "targets: "
            + mapping(
                targets.entrySet().stream()
                    .map(each -> each.getKey().label() + ": " + span(each.getValue()))
                    .toList()));
    if (allowance.graceMillis() > 0) {
      keys.add("grace: " + span(allowance.graceMillis()));
    }
    if (allowance.earlyMillis() > 0) {
      keys.add("early: " + span(allowance.earlyMillis()));
    }
  }

  private static void rules(List<String> keys, ClockRules rules) {
    keys.add("calendar: " + quoted(rules.calendar()));
    list(keys, "pause_statuses", words(rules.pauseStatuses()));
    keys.add("warn_percents: " + rules.warnPercents());
    keys.add("on_change: " + (rules.followsFacts() ? "follow" : "keep"));
    keys.add("on_reopen: " + (rules.reopens() ? "new_cycle" : "none"));
    keys.add("on_merge: " + (rules.earlierStart() ? "earlier_start" : "own_start"));
  }

  private static void list(List<String> keys, String key, Collection<String> names) {
    if (!names.isEmpty()) {
      keys.add(
          names.stream()
              .sorted()
              .map(RuleText::quoted)
              .collect(Collectors.joining(", ", key + ": [", "]")));
    }
  }

  private static List<String> words(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static String mapping(List<String> keys) {
    return "{" + String.join(", ", keys) + "}";
  }

  private static String span(long millis) {
    return DurationText.format(Duration.ofMillis(millis));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            each -> {
              if (each == '"' || each == '\\') {
                quoted.append('\\');
              }
              if (Character.isISOControl(each)) {
                quoted.append("\\u%04x".formatted(each));
              } else {
                quoted.appendCodePoint(each);
              }
            });
    return quoted.append('"').toString();
  }
}
