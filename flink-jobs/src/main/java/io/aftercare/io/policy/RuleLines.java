package io.aftercare.io.policy;

import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.RuleReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads published rules, whose definition is a line of YAML. */
public final class RuleLines implements RuleReader {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(RuleLines.class);

  @Override
  public Policy policy(PublishedRule rule) {
    return RuleText.policy(rule.key(), rule.definition());
  }

  @Override
  public CalendarVersion calendar(PublishedRule rule) {
    return RuleText.calendar(rule.key(), rule.definition());
  }

  @Override
  public void refused(PublishedRule rule, String reason, String detail) {
    LOG.warn(
        "A published rule at offset {} is refused ({}): {}; what was in force stays",
        rule.position(),
        reason,
        detail);
  }
}
