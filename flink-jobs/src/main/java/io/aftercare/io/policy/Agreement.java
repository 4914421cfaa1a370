package io.aftercare.io.policy;

import io.aftercare.domain.calendar.ServiceCalendar;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.io.yaml.NearestName;
import io.aftercare.io.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Whether what stands in several entries agrees, entry by entry, so that the error names the line
 * where the contradiction is. The law itself is {@link Rulebook}'s, which has the last word.
 */
final class Agreement {
  private final Set<String> calendars =
      new TreeSet<>(List.of(ClockRules.BUSINESS, ServiceCalendar.AROUND_THE_CLOCK.id()));
  private final Map<String, Placed<Region>> regions = new LinkedHashMap<>();
  private final Map<String, Placed<Policy>> promises = new HashMap<>();
  private final Map<String, Set<String>> shadows = new HashMap<>();

  private Agreement() {}

  /** Refuses what contradicts itself. */
  static void check(
      List<Placed<CalendarVersion>> calendars,
      List<Placed<Region>> regions,
      List<Placed<Policy>> policies) {
    Agreement agreement = new Agreement();
    versions(
        calendars, CalendarVersion::id, CalendarVersion::version, CalendarVersion::effectiveFrom);
    calendars.forEach(each -> agreement.calendars.add(each.thing().id()));
    regions.forEach(agreement::region);
    versions(policies, Policy::id, Policy::version, Policy::effectiveFrom);
    policies.forEach(agreement::policy);
  }

  private static <T> void versions(
      List<Placed<T>> all,
      Function<T, String> id,
      ToIntFunction<T> version,
      ToLongFunction<T> from) {
    Map<String, List<Placed<T>>> byId = new HashMap<>();
    for (Placed<T> each : all) {
      T now = each.thing();
      for (Placed<T> other : byId.computeIfAbsent(id.apply(now), k -> new ArrayList<>())) {
        T before = other.thing();
        int later = Integer.compare(version.applyAsInt(now), version.applyAsInt(before));
        if (later == 0) {
          throw each.error(
              "version",
              "%s has version %d twice, first in %s"
                  .formatted(id.apply(now), version.applyAsInt(now), other.place().fileAndLine()));
        }
        if (later != Long.signum(compare(from.applyAsLong(now), from.applyAsLong(before)))) {
          throw each.error(
              "effective_from",
              "version %d of %s must be in force %s than version %d (%s)"
                  .formatted(
                      version.applyAsInt(now),
                      id.apply(now),
                      later > 0 ? "later" : "earlier",
                      version.applyAsInt(before),
                      other.place().fileAndLine()));
        }
      }
      byId.getOrDefault(id.apply(now), List.of()).add(each);
    }
  }

  private static int compare(long a, long b) {
    return Long.compare(a, b);
  }

  private void region(Placed<Region> each) {
    Region region = each.thing();
    Placed<Region> before = regions.put(region.name(), each);
    if (before != null) {
      throw each.error(
          "name",
          "region %s stands twice, first in %s"
              .formatted(region.name(), before.place().fileAndLine()));
    }
    if (region.calendar().equals(ClockRules.BUSINESS)) {
      throw each.error("calendar", "business means the calendar of the region; name one");
    }
    calendar(each, region.calendar());
  }

  private void policy(Placed<Policy> each) {
    Policy policy = each.thing();
    calendar(each, policy.rules().calendar());
    onePromise(each);
    if (!policy.active()) {
      Set<String> slots = shadows.computeIfAbsent(policy.sla(), k -> new LinkedHashSet<>());
      if (slots.add(policy.slot()) && slots.size() > Rulebook.MOST_SHADOWS) {
        throw each.error(
            "slot",
            "sla %s would have %d shadows %s; at most %d are judged beside the active policies"
                .formatted(policy.sla(), slots.size(), slots, Rulebook.MOST_SHADOWS));
      }
    }
    YamlValue match = each.section().optional("match");
    if (match != null && !regions.isEmpty() && match.entries().containsKey("regions")) {
      match.entries().getOrDefault("regions", match).items().forEach(this::knownRegion);
    }
  }

  private void onePromise(Placed<Policy> each) {
    Policy policy = each.thing();
    Placed<Policy> same = promises.putIfAbsent("policy " + policy.id(), each);
    if (same != null
        && !(same.thing().sla().equals(policy.sla())
            && same.thing().slot().equals(policy.slot()))) {
      throw each.error(
          same.thing().sla().equals(policy.sla()) ? "slot" : "sla",
          "policy %s is of sla %s, slot %s in %s; give the new promise an id of its own"
              .formatted(
                  policy.id(),
                  same.thing().sla(),
                  same.thing().slot(),
                  same.place().fileAndLine()));
    }
    Placed<Policy> other =
        promises.putIfAbsent("promise " + policy.sla() + " " + policy.slot(), each);
    if (other != null && other.thing().metric() != policy.metric()) {
      ClockMetric metric = other.thing().metric();
      throw each.error(
          "metric",
          "sla %s has metric %s in %s; one sla has one metric"
              .formatted(policy.sla(), metric.label(), other.place().fileAndLine()));
    }
  }

  private void calendar(Placed<?> each, String calendar) {
    if (!calendars.contains(calendar)) {
      String near =
          NearestName.to(calendar, calendars).map(n -> "; did you mean " + n + "?").orElse("");
      throw each.error(
          "calendar",
          "there is no calendar '%s'%s Right would be one of %s"
              .formatted(calendar, near, String.join(", ", calendars)));
    }
  }

  private void knownRegion(YamlValue region) {
    if (!regions.containsKey(region.text())) {
      throw region.error(
          "'%s' is not among the regions %s; no ticket would ever match"
              .formatted(region.text(), regions.keySet()));
    }
  }
}
