package io.aftercare.io.policy;

import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.io.yaml.YamlError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules as read from files, each with where it stands. */
public final class RuleSet {
  private final Rulebook rulebook;
  private final boolean ownPolicies;
  private final List<Placed<Policy>> policies;
  private final Map<String, Placed<?>> places = new HashMap<>();

  RuleSet(
      List<Placed<Policy>> policies,
      List<Placed<CalendarVersion>> calendars,
      List<Placed<Region>> regions,
      boolean ownPolicies) {
    this.rulebook =
        Rulebook.of(
            policies.stream().map(Placed::thing).toList(),
            calendars.stream().map(Placed::thing).toList(),
            regions.stream().map(Placed::thing).toList());
    this.policies = List.copyOf(policies);
    this.ownPolicies = ownPolicies;
    policies.forEach(each -> places.put(RuleText.key(each.thing()), each));
    calendars.forEach(each -> places.put(RuleText.key(each.thing()), each));
  }

  /** The rules themselves. */
  public Rulebook rulebook() {
    return rulebook;
  }

  /** Whether the policies stand in the files; otherwise they are the shipped ones. */
  public boolean ownPolicies() {
    return ownPolicies;
  }

  /** An error about the policies as a whole, which begin where the first stands. */
  YamlError error(String problem) {
    return policies.get(0).section().whole().error(problem);
  }

  /** An error about one key of the rule with this {@link RuleText#key}. */
  YamlError error(String rule, String key, String problem) {
    Placed<?> place = places.get(rule);
    if (place == null) {
      throw new IllegalArgumentException("no rule " + rule + " was read");
    }
    return place.error(key, problem);
  }
}
