package io.aftercare.job;

import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.PublishedRules;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.io.kafka.RuleTopic;
import io.aftercare.io.policy.Publication;
import io.aftercare.io.policy.RuleFiles;
import io.aftercare.io.policy.RuleLines;
import io.aftercare.io.policy.RuleSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a live job begins with: all that is published, read to its end before any ticket
 * is, after what is new in the policy files has been published.
 *
 * @param rules to judge by
 * @param published what this start added to what was published
 */
public record StartingRules(Rulebook rules, List<PublishedRule> published) {

  /**
   * Publishes what is new and reads the rest. Without files the published rules stand as they are;
   * where there are none, the shipped policies are the first.
   *
   * @param files what stands in the policy files; null: none are configured
   * @throws io.aftercare.io.yaml.YamlError if the files are no successor of what is published
   */
  public static StartingRules of(Map<String, String> kafka, @Nullable RuleSet files, Instant now) {
    RuleTopic topic = new RuleTopic(kafka);
    StartingRules seen = read(topic, files, now);
    if (seen.published().isEmpty()) {
      return seen;
    }
    try (RuleTopic.Publisher publisher = topic.publisher()) {
      StartingRules start = read(topic, files, now); // again: another may have published since
      if (!start.published().isEmpty()) {
        publisher.publish(start.published());
      }
      return start;
    }
  }

  /** What is published and what is to be, as of now. */
  private static StartingRules read(RuleTopic topic, @Nullable RuleSet files, Instant now) {
    Collection<Region> regions = files == null ? List.of() : files.rulebook().regions().values();
    RuleLines reader = new RuleLines();
    PublishedRules rules = PublishedRules.nothing(regions, reader);
    for (PublishedRule rule : topic.read()) {
      PublishedRules.Answer answer = rules.offer(rule);
      if (answer.refused()) {
        reader.refused(rule, answer.reason(), answer.detail());
      }
    }
    RuleSet wanted = files != null ? files : rules.taken().isEmpty() ? RuleFiles.shipped() : null;
    List<PublishedRule> news = wanted == null ? List.of() : Publication.of(wanted, rules, now);
    return new StartingRules(rules.rules(), news);
  }
}
