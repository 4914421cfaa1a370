package io.aftercare.oracle;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules looked up plainly: through all of them, every time. */
final class Book {
  /** What is promised in one slot. */
  record Promised(String sla, String slot, ClockMetric metric) {}

  /** A version of a calendar and when that is open. */
  record Hours(String id, int version, long effectiveFrom, boolean overtakes, OpenTimes open) {}

  private final List<Policy> policies;
  private final Map<Promised, Set<String>> ids = new LinkedHashMap<>();
  private final Map<String, List<Policy>> versions = new HashMap<>();
  private final List<Hours> calendars = new ArrayList<>();
  private final Map<String, Region> regions;
  private final List<Long> takeOvers;

  /** These rules; no calendar is asked about anything outside of the horizon, ms. */
  Book(Rulebook rules, long from, long until) {
    policies = rules.policies();
    regions = rules.regions();
    takeOvers = takeOvers(rules);
    for (Policy policy : policies) {
      Promised promised = new Promised(policy.sla(), policy.slot(), policy.metric());
      ids.computeIfAbsent(promised, p -> new LinkedHashSet<>()).add(policy.id());
      versions.computeIfAbsent(policy.id(), id -> new ArrayList<>()).add(policy);
    }
    Map<ZoneId, Minutes> walls = new HashMap<>();
    for (CalendarVersion version : rules.calendars()) {
      calendars.add(
          new Hours(
              version.id(),
              version.version(),
              version.effectiveFrom(),
              version.overtakesRunning(),
              open(version, walls, from, until)));
    }
  }

  private static OpenTimes open(
      CalendarVersion version, Map<ZoneId, Minutes> walls, long from, long until) {
    if (!(version.calendar() instanceof BusinessCalendar business)) {
      return OpenTimes.always(from, until);
    }
    ZoneId zone = business.hours().zone();
    Minutes wall = walls.computeIfAbsent(zone, z -> Walls.of(z, from, until));
    return Walls.open(business.hours(), wall, from, until);
  }

  Collection<Promised> promises() {
    return ids.keySet();
  }

  /** The first policy in file order whose version in force is about such a ticket. */
  @Nullable Policy match(Promised promised, Facts facts, long instant) {
    for (String id : ids.getOrDefault(promised, Set.of())) {
      Policy policy = inForce(id, instant);
      if (policy != null
          && !policy.retired()
          && about(policy.match(), facts)
          && hasDeadline(policy, facts)) {
        return policy;
      }
    }
    return null;
  }

  /** The version of a policy that came into force last. */
  @Nullable Policy inForce(String id, long instant) {
    Policy found = null;
    for (Policy policy : versions.getOrDefault(id, List.of())) {
      if (policy.effectiveFrom() <= instant
          && (found == null || policy.effectiveFrom() > found.effectiveFrom())) {
        found = policy;
      }
    }
    return found;
  }

  private static boolean about(Match match, Facts facts) {
    return in(match.regions(), facts.region())
        && in(match.channels(), facts.channel())
        && in(match.channelClasses(), facts.channel().channelClass())
        && in(match.serviceTypes(), facts.serviceType())
        && in(match.customerTiers(), facts.customerTier())
        && in(match.productLines(), facts.productLine())
        && in(match.resolutionModes(), facts.resolutionMode());
  }

  private static <T> boolean in(Set<T> wanted, @Nullable T fact) {
    return wanted.isEmpty() || (fact != null && wanted.contains(fact));
  }

  static boolean hasDeadline(Policy policy, Facts facts) {
    return policy.allowance().source() == Allowance.Source.TARGET
        ? policy.allowance().targetMillis().containsKey(facts.priority())
        : promisedInstant(policy, facts) != Facts.NOT_DUE;
  }

  static long promisedInstant(Policy policy, Facts facts) {
    return switch (policy.allowance().source()) {
      case TARGET -> throw new IllegalArgumentException("has targets: " + policy);
      case DUE_AT -> facts.dueAt();
      case APPOINTMENT_END -> facts.appointmentEnd();
    };
  }

  /** The target of a priority, and the grace on top. */
  static long span(Policy policy, Facts facts) {
    Long target = policy.allowance().targetMillis().get(facts.priority());
    if (target == null) {
      throw new IllegalArgumentException("has no target for " + facts.priority() + ": " + policy);
    }
    return target + policy.allowance().graceMillis();
  }

  /**
   * The calendar for a ticket under a policy, in the version in force at an instant. Before its
   * first version a calendar is not there.
   */
  Hours calendar(Policy policy, Facts facts, long instant) {
    if (!policy.rules().calendar().equals("business")) {
      return inForceOrAlways(policy.rules().calendar(), instant);
    }
    String stated = facts.calendar();
    if (stated != null && hoursInForce(stated, instant) != null) {
      return inForceOrAlways(stated, instant);
    }
    Region region = facts.region() == null ? null : regions.get(facts.region());
    return inForceOrAlways(region == null ? "24x7" : region.calendar(), instant);
  }

  private Hours inForceOrAlways(String id, long instant) {
    Hours found = hoursInForce(id, instant);
    Hours always = hoursInForce("24x7", instant);
    if (always == null) {
      throw new IllegalStateException("24x7 is always there");
    }
    return found == null ? always : found;
  }

  private @Nullable Hours hoursInForce(String id, long instant) {
    Hours latest = null;
    for (Hours hours : calendars) {
      if (hours.id().equals(id)
          && hours.effectiveFrom() <= instant
          && (latest == null || hours.effectiveFrom() > latest.effectiveFrom())) {
        latest = hours;
      }
    }
    return latest;
  }

  /** Instants at which a version comes into force that also rules running clocks, in order. */
  List<Long> takeOvers() {
    return takeOvers;
  }

  private static List<Long> takeOvers(Rulebook rules) {
    TreeSet<Long> instants = new TreeSet<>();
    rules.policies().stream()
        .filter(p -> p.rules().overtakesRunning())
        .forEach(p -> instants.add(p.effectiveFrom()));
    rules.calendars().stream()
        .filter(CalendarVersion::overtakesRunning)
        .forEach(c -> instants.add(c.effectiveFrom()));
    instants.remove(Policy.ALWAYS);
    return List.copyOf(instants);
  }
}
