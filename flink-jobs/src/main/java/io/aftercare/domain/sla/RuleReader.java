package io.aftercare.domain.sla;

import java.io.Serializable;

/** Reads the text of published rules; throws a runtime exception that says what is wrong. */
public interface RuleReader extends Serializable {
  /** The policy of a {@link PublishedRule.Kind#POLICY}. */
  Policy policy(PublishedRule rule);

  /** The calendar of a {@link PublishedRule.Kind#CALENDAR}. */
  CalendarVersion calendar(PublishedRule rule);

  /** Tells people that a rule was refused. */
  void refused(PublishedRule rule, String reason, String detail);
}
