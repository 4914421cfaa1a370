package io.aftercare.io.policy;

import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.io.yaml.YamlSection;
import io.aftercare.io.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one version of one policy. Whether it agrees with others is not asked here: {@link
 * Agreement}.
 */
final class PolicyReader {
  static final List<String> KEYS =
      List.of(
          "id",
          "version",
          "effective_from",
          "retired",
          "role",
          "slot",
          "sla",
          "metric",
          "bot_counts",
          "match",
          "targets",
          "deadline",
          "grace",
          "early",
          "objective",
          "short_abandon",
          "short_abandon_inclusive",
          "calendar",
          "pause_statuses",
          "warn_percents",
          "on_change",
          "on_reopen",
          "on_merge",
          "running_clocks");

  /** What the end of a policy says; all else it takes over from the version before. */
  private static final Set<String> OF_A_RETIREMENT =
      Set.of("id", "version", "effective_from", "retired", "running_clocks");

  private static final Map<String, ClockMetric> METRICS =
      Scalars.words(
          ClockMetric.class,
          Set.of(ClockMetric.FIRST_RESPONSE_OR_BOT, ClockMetric.NEXT_RESPONSE_OR_BOT));
  private static final Map<ClockMetric, ClockMetric> OR_BOT =
      Map.of(
          ClockMetric.FIRST_RESPONSE, ClockMetric.FIRST_RESPONSE_OR_BOT,
          ClockMetric.NEXT_RESPONSE, ClockMetric.NEXT_RESPONSE_OR_BOT);
  private static final Map<String, TicketStatus> STATUSES =
      Scalars.words(TicketStatus.class, Set.of(TicketStatus.UNKNOWN));
  private static final Set<String> ENDED = Set.of("resolved", "closed", "cancelled");

  private final YamlSection section;

  private PolicyReader(YamlSection section) {
    this.section = section;
  }

  /**
   * One version.
   *
   * @param before the last version of an id that stands before this one, or null
   */
  static Placed<Policy> read(YamlValue value, Function<String, @Nullable Policy> before) {
    YamlSection section = new YamlSection(value, KEYS);
    PolicyReader reader = new PolicyReader(section);
    boolean brief = value.entries().keySet().stream().allMatch(OF_A_RETIREMENT::contains);
    Policy policy =
        reader.retired() && brief
            ? reader.retirement(before.apply(Scalars.id(section.required("id"))))
            : reader.policy();
    return new Placed<>(policy, section);
  }

  private boolean retired() {
    YamlValue retired = section.optional("retired");
    return retired != null && retired.truth();
  }

  private Policy policy() {
    String id = Scalars.id(section.required("id"));
    int version = section.required("version").number(1);
    String sla = Scalars.id(section.required("sla"));
    ClockMetric metric = metric();
    Allowance allowance = AllowanceReader.read(section);
    ClockRules rules = rules(allowance.fixed());
    if (metric == ClockMetric.CALL_ANSWER) {
      QueueTermsReader.check(section, allowance, rules);
    }
    return new Policy(
        id,
        version,
        effectiveFrom(),
        retired(),
        sla,
        slot(),
        metric,
        objective(),
        MatchReader.read(section.optional("match")),
        allowance,
        rules,
        QueueTermsReader.shortAbandon(section, metric));
  }

  private Policy retirement(@Nullable Policy last) {
    if (last == null) {
      throw section
          .required("retired")
          .error("no version of this policy stands before it, so there is nothing to end");
    }
    return new Policy(
        last.id(),
        section.required("version").number(1),
        effectiveFrom(),
        true,
        last.sla(),
        last.slot(),
        last.metric(),
        last.objective(),
        last.match(),
        last.allowance(),
        overtaking(last.rules()),
        last.shortAbandon());
  }

  private ClockRules overtaking(ClockRules r) {
    return new ClockRules(
        r.calendar(),
        r.pauseStatuses(),
        r.warnPercents(),
        r.followsFacts(),
        r.reopens(),
        r.earlierStart(),
        overtakes(section));
  }

  private long effectiveFrom() {
    return effectiveFrom(section);
  }

  /** From when on a version is in force, ms; always where it does not say. */
  static long effectiveFrom(YamlSection section) {
    YamlValue from = section.optional("effective_from");
    return from == null ? Policy.ALWAYS : Scalars.instant(from);
  }

  /** Whether a version also rules clocks that run. */
  static boolean overtakes(YamlSection section) {
    return !Scalars.isFirst(section, "running_clocks", "keep", "take_over");
  }

  private String slot() {
    YamlValue slot = section.optional("slot");
    if (Scalars.isFirst(section, "role", "active", "shadow")) {
      if (slot != null) {
        throw slot.error("only a shadow has a slot; add role: shadow, or leave slot out");
      }
      return Policy.ACTIVE;
    }
    if (slot == null) {
      throw section.required("role").error("a shadow needs a slot; add slot: NAME");
    }
    if (slot.text().equals(Policy.ACTIVE)) {
      throw slot.error("'active' is where the policies are that count; name the shadow otherwise");
    }
    return Scalars.id(slot);
  }

  private ClockMetric metric() {
    ClockMetric metric = Scalars.word(section.required("metric"), METRICS);
    YamlValue botCounts = section.optional("bot_counts");
    if (botCounts == null || !botCounts.truth()) {
      return metric;
    }
    ClockMetric orBot = OR_BOT.get(metric);
    if (orBot == null) {
      throw botCounts.error("a bot can only count for first_response and next_response");
    }
    return orBot;
  }

  private @Nullable Double objective() {
    YamlValue objective = section.optional("objective");
    if (objective == null) {
      return null;
    }
    try {
      double share = Double.parseDouble(objective.text());
      if (share > 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw objective.error(objective.found() + " is no share; right is above 0 and at most 1");
  }

  private ClockRules rules(boolean fixed) {
    YamlValue pauses = section.optional("pause_statuses");
    if (pauses != null && fixed) {
      throw pauses.error("the deadline comes from the event; a promised instant does not move");
    }
    YamlValue calendar = section.optional("calendar");
    YamlValue warns = section.optional("warn_percents");
    try {
      return new ClockRules(
          calendar == null ? "24x7" : Scalars.id(calendar),
          Scalars.set(pauses, PolicyReader::pause),
          warns == null
              ? ClockRules.WARN_PERCENTS
              : Scalars.list(warns, percent -> percent.number(1)),
          Scalars.isFirst(section, "on_change", "follow", "keep"),
          Scalars.isFirst(section, "on_reopen", "new_cycle", "none"),
          Scalars.isFirst(section, "on_merge", "earlier_start", "own_start"),
          overtakes(section));
    } catch (IllegalArgumentException e) {
      throw section.keyOrWhole("warn_percents").error(String.valueOf(e.getMessage()));
    }
  }

  private static TicketStatus pause(YamlValue status) {
    if (ENDED.contains(status.text())) {
      throw status.error("a ticket that is " + status.text() + " has ended; no clock waits there");
    }
    return Scalars.word(status, STATUSES);
  }
}
