package io.aftercare.io.policy;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.PublishedRules;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.io.yaml.YamlError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a rule file is new against what is published, ready to be published; or why it may not
 * be, with file and line. Old versions need not stand in the file, published policies must, until
 * they are retired, and in their order: forgetting a line must not end a promise.
 */
public final class Publication {
  /** Room between the ranks of neighbours, for policies that are put between them later. */
  static final long GAP = 1L << 32;

  /** How long a record may take to the broker, ms: jobs count the lead from its arrival. */
  static final long WAY_MILLIS = 10_000;

  private final RuleSet file;
  private final PublishedRules published;
  private final boolean first;
  private final long now;
  private final List<PublishedRule> news = new ArrayList<>();

  private Publication(RuleSet file, PublishedRules published, Instant now) {
    this.file = file;
    this.published = published;
    this.first = published.taken().isEmpty();
    this.now = now.toEpochMilli();
  }

  /**
   * The rules to publish, calendars first; empty if all is published.
   *
   * @param published what was published before; afterwards with the new rules
   * @throws YamlError if the file is no successor of what is published
   */
  public static List<PublishedRule> of(RuleSet file, PublishedRules published, Instant now) {
    return new Publication(file, published, now).news();
  }

  private List<PublishedRule> news() {
    refuseForgotten();
    refuseNewOrder();
    Map<String, Long> ranks = ranks();
    for (CalendarVersion calendar : file.rulebook().calendars()) {
      if (calendar.calendar() instanceof BusinessCalendar) {
        offer(rule(calendar));
      }
    }
    for (Policy policy : file.rulebook().policies()) {
      offer(rule(policy, ranks.getOrDefault(policy.id(), 0L)));
    }
    return List.copyOf(news);
  }

  private void offer(PublishedRule rule) {
    boolean known = published.taken().stream().anyMatch(each -> each.key().equals(rule.key()));
    PublishedRules.Answer answer = published.offer(rule);
    if (answer.refused()) {
      throw file.error(rule.key(), key(answer.reason()), problem(rule, answer));
    }
    if (!known) {
      news.add(rule);
    }
  }

  private static String key(String reason) {
    return reason.equals("too_early") ? "effective_from" : "version";
  }

  private String problem(PublishedRule rule, PublishedRules.Answer answer) {
    if (!answer.reason().equals("too_early")) {
      return answer.detail();
    }
    String found =
        rule.effectiveFrom() == Policy.ALWAYS
            ? "it would rule the past"
            : "found " + Scalars.text(rule.effectiveFrom());
    return "%s; rules are in force, so right would be %s or later"
        .formatted(found, Scalars.text(now + WAY_MILLIS + PublishedRules.LEAD_MILLIS));
  }

  private void refuseForgotten() {
    Set<String> kept = new LinkedHashSet<>(ids(file.rulebook()));
    for (String id : ids(published.rules())) {
      if (!kept.contains(id) && !retired(id)) {
        throw file.error(
            "policy %s is published but missing here; keep it, and to end it add a version of it with"
                    .formatted(id)
                + " retired: true");
      }
    }
  }

  private boolean retired(String id) {
    Policy last = published.rules().inForce(id, Long.MAX_VALUE);
    return last != null && last.retired();
  }

  private void refuseNewOrder() {
    String before = null;
    for (Policy policy : file.rulebook().policies()) {
      Long rank = published.rank(policy.id());
      Long rankBefore = before == null ? null : published.rank(before);
      if (rank == null) {
        continue;
      }
      if (rankBefore != null && rank < rankBefore) {
        throw file.error(
            RuleText.key(policy),
            "id",
            "policy %s was published before %s; which policy applies must not change by sorting,"
                    .formatted(policy.id(), before)
                + " so right would be the old order");
      }
      before = policy.id();
    }
  }

  private static Set<String> ids(Rulebook rules) {
    Set<String> ids = new LinkedHashSet<>();
    rules.policies().forEach(policy -> ids.add(policy.id()));
    return ids;
  }

  /** Ranks of all policies of the file: published ones keep theirs, new ones go between. */
  private Map<String, Long> ranks() {
    List<String> ids = List.copyOf(ids(file.rulebook()));
    Map<String, Long> ranks = new LinkedHashMap<>();
    long last = 0;
    for (int i = 0; i < ids.size(); i++) {
      Long own = published.rank(ids.get(i));
      Long next = nextPublished(ids, i);
      last = own != null ? own : next == null ? beyondAll(last) : last + (next - last) / 2;
      ranks.put(ids.get(i), last);
    }
    return ranks;
  }

  private long beyondAll(long last) {
    long most = last;
    for (PublishedRule each : published.taken()) {
      most = Math.max(most, each.rank());
    }
    return most + GAP;
  }

  private @Nullable Long nextPublished(List<String> ids, int from) {
    for (String id : ids.subList(from, ids.size())) {
      if (published.rank(id) != null) {
        return published.rank(id);
      }
    }
    return null;
  }

  private PublishedRule rule(Policy policy, long rank) {
    return rule(
        PublishedRule.Kind.POLICY,
        policy.id(),
        policy.version(),
        policy.effectiveFrom(),
        rank,
        RuleText.of(policy));
  }

  private PublishedRule rule(CalendarVersion calendar) {
    return rule(
        PublishedRule.Kind.CALENDAR,
        calendar.id(),
        calendar.version(),
        calendar.effectiveFrom(),
        0,
        RuleText.of(calendar));
  }

  private PublishedRule rule(
      PublishedRule.Kind kind, String id, int version, long from, long rank, String definition) {
    long arrival = first ? now : now + WAY_MILLIS;
    return new PublishedRule(
        kind, id, version, from, rank, now, arrival, Long.MAX_VALUE, definition, "");
  }
}
