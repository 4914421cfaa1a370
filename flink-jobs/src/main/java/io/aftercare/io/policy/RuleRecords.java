package io.aftercare.io.policy;

import io.aftercare.contract.Rule;
import io.aftercare.contract.RuleKind;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.UndecodableException;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.PublishedRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Published rules to bytes and back; not for use by several threads at once. */
public final class RuleRecords {
  private final SingleObject<Rule> format = new SingleObject<>(Rule.class);

  /** The record's value. */
  public byte[] encode(PublishedRule rule) {
    return format.encode(
        Rule.newBuilder()
            .setKind(RuleKind.valueOf(rule.kind().name()))
            .setId(rule.id())
            .setVersion(rule.version())
            .setEffectiveFrom(
                rule.effectiveFrom() == Policy.ALWAYS
                    ? null
                    : Instant.ofEpochMilli(rule.effectiveFrom()))
            .setRank(rule.rank())
            .setPublishedAt(Instant.ofEpochMilli(rule.publishedAt()))
            .setDefinition(rule.definition())
            .build());
  }

  /** The rule in a record, or one that says why it cannot be read. */
  public PublishedRule decode(byte @Nullable [] value, long arrivedAt, long position) {
    if (value == null) {
      return PublishedRule.unreadable(
          "a tombstone; a published rule is never deleted, retire it", arrivedAt, position);
    }
    try {
      return of(format.decode(value)).arrived(arrivedAt, position);
    } catch (UndecodableException | IllegalArgumentException e) {
      return PublishedRule.unreadable(String.valueOf(e.getMessage()), arrivedAt, position);
    }
  }

  private static PublishedRule of(Rule rule) {
    Instant from = rule.getEffectiveFrom();
    return new PublishedRule(
        PublishedRule.Kind.valueOf(rule.getKind().name()),
        rule.getId(),
        rule.getVersion(),
        from == null ? Policy.ALWAYS : from.toEpochMilli(),
        rule.getRank(),
        rule.getPublishedAt().toEpochMilli(),
        0,
        0,
        rule.getDefinition(),
        "");
  }
}
