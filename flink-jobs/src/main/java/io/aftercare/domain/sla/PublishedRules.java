package io.aftercare.domain.sla;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force as a fold over what was published, record by record, on top of what was in
 * force before. Whoever folds the same records has the same rules.
 *
 * <p>A version is taken once and never changes. Once rules are in force, a new one must come into
 * force at least {@link #LEAD_MILLIS} after it arrived, so that every job has it before an event
 * could fall under it; only a first publication, all of one {@code publishedAt}, may rule the past.
 * What cannot be taken is refused and changes nothing.
 */
public final class PublishedRules {
  /** How long before it comes into force a version must be there, ms. */
  public static final long LEAD_MILLIS = 60_000;

  private static final Answer TAKEN = new Answer(true, "", "");
  private static final Answer KNOWN = new Answer(false, "", "");

  private final RuleReader reader;
  private final Collection<Region> regions;
  private final Map<String, Policy> policies = new LinkedHashMap<>();
  private final Map<String, CalendarVersion> calendars = new LinkedHashMap<>();
  private final Map<String, PublishedRule> taken = new LinkedHashMap<>();
  private final List<String> order = new ArrayList<>();
  private final Map<String, Long> ranks = new LinkedHashMap<>();
  private final boolean inForceBefore;
  private Rulebook rules;

  /** What became of a rule; {@code reason} is empty unless it was refused. */
  public record Answer(boolean taken, String reason, String detail) {
    /** Whether it was refused. */
    public boolean refused() {
      return !reason.isEmpty();
    }
  }

  /** A fold that begins with these rules. */
  public PublishedRules(Rulebook before, RuleReader reader) {
    this(before, before.regions().values(), reader);
  }

  private PublishedRules(Rulebook before, Collection<Region> regions, RuleReader reader) {
    this.reader = reader;
    this.rules = before;
    this.regions = regions;
    this.inForceBefore = !before.policies().isEmpty();
    for (Policy policy : before.policies()) {
      policies.put(policy.id() + "@" + policy.version(), policy);
      if (!order.contains(policy.id())) {
        order.add(policy.id());
      }
    }
    for (CalendarVersion calendar : before.calendars()) {
      if (!calendar.equals(CalendarVersion.AROUND_THE_CLOCK)) {
        calendars.put(calendar.id() + "@" + calendar.version(), calendar);
      }
    }
  }

  /** Nothing in force yet; a region is there as soon as its calendar is. */
  public static PublishedRules nothing(Collection<Region> regions, RuleReader reader) {
    PublishedRules nothing = new PublishedRules(Rulebook.of(List.of()), regions, reader);
    nothing.rules = nothing.book(List.of(), List.of(), List.of());
    return nothing;
  }

  /** The rules as of what was taken so far. */
  public Rulebook rules() {
    return rules;
  }

  /** What was taken, in the order of publication. */
  public Collection<PublishedRule> taken() {
    return taken.values();
  }

  /** Where a published policy stands, or null. */
  public @Nullable Long rank(String policyId) {
    return ranks.get(policyId);
  }

  /** Takes one more rule, or says why not. */
  public Answer offer(PublishedRule rule) {
    if (!rule.problem().isEmpty()) {
      return refuse("unreadable", rule.problem());
    }
    try {
      return rule.kind() == PublishedRule.Kind.POLICY ? policy(rule) : calendar(rule);
    } catch (RuntimeException wrong) {
      return refuse("invalid", String.valueOf(wrong.getMessage()));
    }
  }

  private Answer policy(PublishedRule rule) {
    Policy policy = reader.policy(rule);
    same(rule, policy.id(), policy.version(), policy.effectiveFrom());
    String name = rule.id() + "@" + rule.version();
    Answer known = known(rule, policy, policies.get(name));
    if (known != null) {
      rank(rule, known);
      return known;
    }
    Map<String, Policy> more = new LinkedHashMap<>(policies);
    more.put(name, policy);
    List<String> ids = withRank(rule);
    rules = book(ids, more.values(), calendars.values());
    policies.put(name, policy);
    order.clear();
    order.addAll(ids);
    return take(rule);
  }

  private Answer calendar(PublishedRule rule) {
    CalendarVersion calendar = reader.calendar(rule);
    same(rule, calendar.id(), calendar.version(), calendar.effectiveFrom());
    String name = rule.id() + "@" + rule.version();
    Answer known = known(rule, calendar, calendars.get(name));
    if (known != null) {
      return known;
    }
    Map<String, CalendarVersion> more = new LinkedHashMap<>(calendars);
    more.put(name, calendar);
    rules = book(order, policies.values(), more.values());
    calendars.put(name, calendar);
    return take(rule);
  }

  private static void same(PublishedRule rule, String id, int version, long effectiveFrom) {
    if (!rule.id().equals(id)
        || rule.version() != version
        || rule.effectiveFrom() != effectiveFrom) {
      throw new IllegalArgumentException(
          "the record says %s from %d, its definition %s version %d from %d"
              .formatted(rule.key(), rule.effectiveFrom(), id, version, effectiveFrom));
    }
  }

  /** What there is to say without taking it; null: it is new and in time. */
  private @Nullable Answer known(PublishedRule rule, Object content, @Nullable Object before) {
    if (before != null && !before.equals(content)) {
      return refuse(
          "changed", rule.key() + " was published with other content; write the next version");
    }
    if (before != null) {
      return taken.putIfAbsent(rule.key(), rule) == null ? TAKEN : KNOWN;
    }
    if (inForce(rule) && rule.effectiveFrom() < rule.arrivedAt() + LEAD_MILLIS) {
      return refuse(
          "too_early",
          "%s would be in force less than %d s after it arrived"
              .formatted(rule.key(), LEAD_MILLIS / 1000));
    }
    return null;
  }

  private boolean inForce(PublishedRule rule) {
    return inForceBefore
        || taken.values().stream()
            .findFirst()
            .map(first -> first.publishedAt() != rule.publishedAt())
            .orElse(false);
  }

  private Answer take(PublishedRule rule) {
    taken.put(rule.key(), rule);
    rank(rule, TAKEN);
    return TAKEN;
  }

  private void rank(PublishedRule rule, Answer answer) {
    if (!answer.refused() && rule.kind() == PublishedRule.Kind.POLICY) {
      ranks.putIfAbsent(rule.id(), rule.rank());
    }
  }

  /** The order of policies with a new one before the first that ranks behind it. */
  private List<String> withRank(PublishedRule rule) {
    List<String> ids = new ArrayList<>(order);
    if (!ids.contains(rule.id())) {
      int place = 0;
      while (place < ids.size()
          && ranks.getOrDefault(ids.get(place), Long.MIN_VALUE) <= rule.rank()) {
        place++;
      }
      ids.add(place, rule.id());
    }
    return ids;
  }

  private Rulebook book(
      List<String> ids, Collection<Policy> all, Collection<CalendarVersion> hours) {
    LinkedHashSet<Policy> ordered = new LinkedHashSet<>();
    for (String id : ids) {
      all.stream().filter(each -> Objects.equals(each.id(), id)).forEach(ordered::add);
    }
    Set<String> known = new HashSet<>(Set.of(CalendarVersion.AROUND_THE_CLOCK.id()));
    hours.forEach(each -> known.add(each.id()));
    List<Region> open = regions.stream().filter(each -> known.contains(each.calendar())).toList();
    return Rulebook.of(List.copyOf(ordered), hours, open);
  }

  private static Answer refuse(String reason, String detail) {
    return new Answer(false, reason, detail);
  }
}
