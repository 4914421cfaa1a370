package io.aftercare.launcher.policies;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.calendar.ServiceHours;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Promise;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.io.policy.RuleSet;
import io.aftercare.io.yaml.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What rules promise, for a person who checks them: one line per version. */
final class PolicySummary {
  private final RuleSet rules;
  private final Rulebook book;
  private final long now;
  private final List<String> lines = new ArrayList<>();

  PolicySummary(RuleSet rules, Instant now) {
    this.rules = rules;
    this.book = rules.rulebook();
    this.now = now.toEpochMilli();
  }

  List<String> lines() {
    lines.clear();
    headline();
    book.promises().forEach(this::promise);
    calendars();
    regions();
    lines.add("");
    lines.add(nextChange());
    return List.copyOf(lines);
  }

  private void headline() {
    long ids = book.policies().stream().map(Policy::id).distinct().count();
    long calendars = book.calendars().stream().map(CalendarVersion::id).distinct().count() - 1;
    lines.add(
        "Good: %s%s in %s; %s, %s."
            .formatted(
                count(ids, "policy", "policies"),
                rules.ownPolicies() ? "" : " (the shipped ones)",
                count(book.promises().size(), "promise", "promises"),
                count(calendars, "calendar", "calendars"),
                count(book.regions().size(), "region", "regions")));
  }

  private static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private void promise(Promise promise) {
    boolean active = promise.slot().equals(Policy.ACTIVE);
    lines.add("");
    lines.add(
        "%s (%s%s)"
            .formatted(
                promise.sla(),
                promise.metric().label(),
                active ? "" : ", shadow " + promise.slot()));
    for (Policy policy : book.policies()) {
      if (policy.sla().equals(promise.sla()) && policy.slot().equals(promise.slot())) {
        lines.add(
            "  %s v%d, %s: %s"
                .formatted(policy.id(), policy.version(), state(policy), terms(policy)));
      }
    }
  }

  private String state(Policy policy) {
    boolean inForce = policy.sameVersion(book.inForce(policy.id(), now));
    String since = policy.effectiveFrom() == Policy.ALWAYS ? "" : " since ";
    return state(policy.effectiveFrom(), inForce, since);
  }

  private String state(long from, boolean inForce, String since) {
    if (from > now) {
      return "from " + Instant.ofEpochMilli(from);
    }
    if (!inForce) {
      return "no longer in force";
    }
    return "in force" + (since.isEmpty() ? "" : since + Instant.ofEpochMilli(from));
  }

  private static String terms(Policy policy) {
    if (policy.retired()) {
      return "retired";
    }
    List<String> terms = new ArrayList<>();
    terms.add(allowed(policy.allowance()));
    if (policy.objective() != null) {
      terms.add(percent(policy.objective()) + " of clocks");
    }
    terms.add("on " + policy.rules().calendar());
    if (!policy.rules().pauseStatuses().isEmpty()) {
      terms.add("pauses in " + words(policy.rules().pauseStatuses()));
    }
    String match = matches(policy);
    if (!match.isEmpty()) {
      terms.add("for " + match);
    }
    if (policy.rules().overtakesRunning()) {
      terms.add("takes over running clocks");
    }
    return String.join(", ", terms);
  }

  private static String percent(double share) {
    double percent = share * 100;
    return percent == Math.rint(percent)
        ? Math.round(percent) + " %"
        : String.format(Locale.ROOT, "%.2f %%", percent);
  }

  private static String allowed(Allowance allowance) {
    if (allowance.fixed()) {
      return allowance.source().name().toLowerCase(Locale.ROOT);
    }
    Map<Priority, Long> targets = new TreeMap<>(allowance.targetMillis());
    boolean all =
        targets.size() == Priority.values().length && new HashSet<>(targets.values()).size() == 1;
    String spans =
        all
            ? span(targets.values().iterator().next())
            : targets.entrySet().stream()
                .map(each -> each.getKey().label() + " " + span(each.getValue()))
                .collect(Collectors.joining(" "));
    return spans
        + (allowance.graceMillis() > 0 ? " + " + span(allowance.graceMillis()) + " grace" : "");
  }

  private static String span(long millis) {
    return DurationText.format(Duration.ofMillis(millis));
  }

  private static String matches(Policy policy) {
    var match = policy.match();
    return List.of(
            new TreeSet<>(match.regions()).toString(),
            words(match.channels()),
            words(match.channelClasses()),
            words(match.serviceTypes()),
            new TreeSet<>(match.customerTiers()).toString(),
            new TreeSet<>(match.productLines()).toString(),
            words(match.resolutionModes()))
        .stream()
        .filter(each -> !each.equals("[]"))
        .collect(Collectors.joining(" and "));
  }

  private static String words(Iterable<? extends Enum<?>> constants) {
    List<String> words = new ArrayList<>();
    constants.forEach(each -> words.add(each.name().toLowerCase(Locale.ROOT)));
    words.sort(null);
    return words.toString();
  }

  private void calendars() {
    if (book.calendars().size() > 1) {
      lines.add("");
      lines.add("Calendars");
    }
    for (CalendarVersion calendar : book.calendars()) {
      if (calendar.calendar() instanceof BusinessCalendar business) {
        lines.add(
            "  %s v%d, %s: %s"
                .formatted(calendar.id(), calendar.version(), state(calendar), hours(business)));
      }
    }
  }

  private String state(CalendarVersion calendar) {
    boolean later =
        book.calendars().stream()
            .anyMatch(
                other ->
                    other.id().equals(calendar.id())
                        && other.version() > calendar.version()
                        && other.effectiveFrom() <= now);
    String since = calendar.effectiveFrom() == Policy.ALWAYS ? "" : " since ";
    return state(calendar.effectiveFrom(), !later, since);
  }

  private static String hours(BusinessCalendar calendar) {
    ServiceHours hours = calendar.hours();
    String week =
        hours.weekly().entrySet().stream()
            .map(day -> ServiceHours.shortName(day.getKey()) + " " + day.getValue())
            .collect(Collectors.joining(" "));
    return "%s, %s, %s, %s"
        .formatted(
            hours.zone(),
            week.replace("\"", ""),
            count(hours.holidays().size(), "holiday", "holidays"),
            count(hours.exceptions().size(), "exception", "exceptions"));
  }

  private void regions() {
    if (!book.regions().isEmpty()) {
      lines.add("");
      lines.add("Regions");
    }
    book.regions()
        .values()
        .forEach(
            each ->
                lines.add(
                    "  %s, %s, calendar %s".formatted(each.name(), each.zone(), each.calendar())));
  }

  private String nextChange() {
    Map<Long, List<String>> changes = new TreeMap<>();
    for (Policy each : book.policies()) {
      change(changes, each.effectiveFrom(), "policy " + each.id() + " v" + each.version());
    }
    for (CalendarVersion each : book.calendars()) {
      change(changes, each.effectiveFrom(), "calendar " + each.id() + " v" + each.version());
    }
    return changes.entrySet().stream()
        .findFirst()
        .map(
            next ->
                "Next change: "
                    + Instant.ofEpochMilli(next.getKey())
                    + ", "
                    + String.join(", ", next.getValue()))
        .orElse("Next change: none");
  }

  private void change(Map<Long, List<String>> changes, long from, String what) {
    if (from > now) {
      changes.computeIfAbsent(from, k -> new ArrayList<>()).add(what);
    }
  }
}
