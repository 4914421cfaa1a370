package io.aftercare.domain.sla;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every policy and calendar, and the regions: all that a verdict depends on beside
 * the events. Past versions stay, so the same events give the same verdicts for ever.
 *
 * <p>Policies keep the order in which their ids first stand; within a promise (sla and slot) the
 * first that matches wins.
 */
public final class Rulebook implements Serializable {
  private static final long serialVersionUID = 1;

  /** How many shadows may be judged beside the active policies of one sla. */
  public static final int MOST_SHADOWS = 5;

  private final List<Policy> policies;
  private final List<CalendarVersion> calendars;
  private final Map<String, Region> regions;
  private final Map<String, Versions<Policy>> policiesById;
  private final Map<String, Versions<CalendarVersion>> calendarsById;
  private final List<Promise> promises;
  private final long[] overtakings;

  private Rulebook(
      List<Policy> policies, List<CalendarVersion> calendars, Map<String, Region> regions) {
    this.policies = List.copyOf(policies);
    this.calendars = List.copyOf(calendars);
    this.regions = regions;
    this.policiesById = policiesById(policies);
    this.calendarsById = calendarsById(calendars);
    this.promises = promises(policiesById.values());
    this.overtakings = overtakings(policies, calendars);
    check();
  }

  /**
   * These rules; {@code 24x7} is always among the calendars.
   *
   * @throws IllegalArgumentException if they contradict each other; the message says how
   */
  public static Rulebook of(
      List<Policy> policies, Collection<CalendarVersion> calendars, Collection<Region> regions) {
    List<CalendarVersion> all = new ArrayList<>();
    all.add(CalendarVersion.AROUND_THE_CLOCK);
    all.addAll(calendars);
    Map<String, Region> byName = new LinkedHashMap<>();
    for (Region region : regions) {
      if (byName.put(region.name(), region) != null) {
        throw new IllegalArgumentException("region " + region.name() + " stands twice");
      }
    }
    return new Rulebook(policies, all, byName);
  }

  /** These policies on {@code 24x7} alone. */
  public static Rulebook of(List<Policy> policies) {
    return of(policies, List.of(), List.of());
  }

  /** All versions of all policies, in file order. */
  public List<Policy> policies() {
    return policies;
  }

  /** All versions of all calendars. */
  public List<CalendarVersion> calendars() {
    return calendars;
  }

  /** The regions by name; empty if none are listed. */
  public Map<String, Region> regions() {
    return regions;
  }

  /** What is promised, in the order in which the policies first name it. */
  public List<Promise> promises() {
    return promises;
  }

  /** The policy that a clock runs under. */
  public Policy policy(Clock clock) {
    Versions<Policy> versions = policiesById.get(clock.policy());
    Policy policy = versions == null ? null : versions.numbered(clock.policyVersion());
    if (policy == null) {
      throw new IllegalStateException(
          "a clock runs under policy %s version %d, which is not among the rules %s"
              .formatted(clock.policy(), clock.policyVersion(), policiesById.keySet()));
    }
    return policy;
  }

  /** The version of a policy that is in force at an instant; null before its first. */
  public @Nullable Policy inForce(String id, long instant) {
    Versions<Policy> versions = policiesById.get(id);
    return versions == null ? null : versions.at(instant);
  }

  /** The calendar that a clock runs on. */
  public CalendarVersion calendar(Clock clock) {
    Versions<CalendarVersion> versions = calendarsById.get(clock.calendar());
    CalendarVersion found = versions == null ? null : versions.numbered(clock.calendarVersion());
    if (found == null) {
      throw new IllegalStateException(
          "a clock runs on calendar %s version %d, which is not among the rules %s"
              .formatted(clock.calendar(), clock.calendarVersion(), calendarsById.keySet()));
    }
    return found;
  }

  /**
   * The calendar for a ticket under a policy: the policy's own, or for {@link ClockRules#BUSINESS}
   * the event's, else the region's; in the version in force at the instant. One that is not in
   * force yet is as if it were not there; where there is none, {@code 24x7}.
   */
  public CalendarVersion calendar(Policy policy, Facts facts, long instant) {
    String wanted = policy.rules().calendar();
    CalendarVersion found =
        wanted.equals(ClockRules.BUSINESS) ? business(facts, instant) : dated(wanted, instant);
    return found == null ? CalendarVersion.AROUND_THE_CLOCK : found;
  }

  /** Whether there is a calendar of this id, in force already or not. */
  public boolean hasCalendar(String id) {
    return calendarsById.containsKey(id);
  }

  private @Nullable CalendarVersion business(Facts facts, long instant) {
    CalendarVersion stated = dated(facts.calendar(), instant);
    if (stated != null) {
      return stated;
    }
    Region region = facts.region() == null ? null : regions.get(facts.region());
    return region == null ? null : dated(region.calendar(), instant);
  }

  private @Nullable CalendarVersion dated(@Nullable String id, long instant) {
    Versions<CalendarVersion> versions = id == null ? null : calendarsById.get(id);
    return versions == null ? null : versions.at(instant);
  }

  /**
   * The first instant after this one at which a version comes into force that also rules running
   * clocks, ms; {@link Clock#NEVER} if none does.
   */
  public long nextOvertaking(long after) {
    for (long instant : overtakings) {
      if (instant > after) {
        return instant;
      }
    }
    return Clock.NEVER;
  }

  /** Whether its rules take over running clocks at the same instants as the other's. */
  public boolean takesOverWhen(Rulebook other) {
    return Arrays.equals(overtakings, other.overtakings);
  }

  private static Map<String, Versions<Policy>> policiesById(List<Policy> policies) {
    Map<String, List<Policy>> byId = new LinkedHashMap<>();
    policies.forEach(p -> byId.computeIfAbsent(p.id(), k -> new ArrayList<>()).add(p));
    Map<String, Versions<Policy>> versions = new LinkedHashMap<>();
    byId.forEach(
        (id, all) ->
            versions.put(
                id, Versions.of("policy " + id, all, Policy::version, Policy::effectiveFrom)));
    return versions;
  }

  private static Map<String, Versions<CalendarVersion>> calendarsById(
      List<CalendarVersion> calendars) {
    Map<String, List<CalendarVersion>> byId = new LinkedHashMap<>();
    calendars.forEach(c -> byId.computeIfAbsent(c.id(), k -> new ArrayList<>()).add(c));
    Map<String, Versions<CalendarVersion>> versions = new LinkedHashMap<>();
    byId.forEach(
        (id, all) ->
            versions.put(
                id,
                Versions.of(
                    "calendar " + id,
                    all,
                    CalendarVersion::version,
                    CalendarVersion::effectiveFrom)));
    return versions;
  }

  private static List<Promise> promises(Collection<Versions<Policy>> policies) {
    Map<List<String>, List<Versions<Policy>>> byPromise = new LinkedHashMap<>();
    for (Versions<Policy> policy : policies) {
      Policy first = policy.first();
      byPromise
          .computeIfAbsent(List.of(first.sla(), first.slot()), k -> new ArrayList<>())
          .add(policy);
    }
    return byPromise.values().stream().map(Promise::new).toList();
  }

  private static long[] overtakings(List<Policy> policies, List<CalendarVersion> calendars) {
    LongStream instants =
        LongStream.concat(
            policies.stream()
                .filter(p -> p.rules().overtakesRunning())
                .mapToLong(Policy::effectiveFrom),
            calendars.stream()
                .filter(CalendarVersion::overtakesRunning)
                .mapToLong(CalendarVersion::effectiveFrom));
    return instants.filter(i -> i != Policy.ALWAYS).sorted().distinct().toArray();
  }

  private void check() {
    Map<String, ClockMetric> metrics = new LinkedHashMap<>();
    Map<String, Set<String>> shadows = new LinkedHashMap<>();
    for (Policy policy : policies) {
      checkOneMeaning(policy, metrics);
      checkCalendar("policy " + policy.id(), policy.rules().calendar());
      if (!policy.active()) {
        shadows.computeIfAbsent(policy.sla(), k -> new LinkedHashSet<>()).add(policy.slot());
      }
    }
    shadows.forEach(
        (sla, slots) -> {
          if (slots.size() > MOST_SHADOWS) {
            throw new IllegalArgumentException(
                "sla %s has %d shadows %s; at most %d are judged beside the active policies"
                    .formatted(sla, slots.size(), slots, MOST_SHADOWS));
          }
        });
    regions.values().forEach(this::checkRegion);
  }

  private void checkRegion(Region region) {
    if (region.calendar().equals(ClockRules.BUSINESS)) {
      throw new IllegalArgumentException(
          "region %s is on calendar business, which means the region's own; name one"
              .formatted(region.name()));
    }
    checkCalendar("region " + region.name(), region.calendar());
  }

  private void checkOneMeaning(Policy policy, Map<String, ClockMetric> metrics) {
    Versions<Policy> versions = policiesById.get(policy.id());
    if (versions != null
        && (!versions.first().sla().equals(policy.sla())
            || !versions.first().slot().equals(policy.slot()))) {
      throw new IllegalArgumentException(
          "policy %s changes its sla or slot in version %d; give the new promise an id of its own"
              .formatted(policy.id(), policy.version()));
    }
    ClockMetric metric = metrics.putIfAbsent(policy.sla() + "/" + policy.slot(), policy.metric());
    if (metric != null && metric != policy.metric()) {
      throw new IllegalArgumentException(
          "policy %s is of sla %s but has metric %s where others have %s; one sla has one metric"
              .formatted(policy.id(), policy.sla(), policy.metric().label(), metric.label()));
    }
  }

  private void checkCalendar(String whose, String calendar) {
    if (!calendar.equals(ClockRules.BUSINESS) && !calendarsById.containsKey(calendar)) {
      Set<String> right =
          new TreeSet<>(
              Stream.concat(Stream.of(ClockRules.BUSINESS), calendarsById.keySet().stream())
                  .toList());
      throw new IllegalArgumentException(
          "%s names calendar '%s', which does not exist; right would be one of %s"
              .formatted(whose, calendar, right));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rulebook that
        && policies.equals(that.policies)
        && calendars.equals(that.calendars)
        && regions.equals(that.regions);
  }

  @Override
  public int hashCode() {
    return policies.hashCode();
  }
}
