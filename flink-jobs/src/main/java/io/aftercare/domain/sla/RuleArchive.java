package io.aftercare.domain.sla;

import java.io.Serializable;
import java.util.List;

/** All rules that are published, for a job that comes back and must not judge without them. */
@FunctionalInterface
public interface RuleArchive extends Serializable {
  /** Nothing is published but what the job is told while it runs. */
  RuleArchive NONE = List::of;

  /** What is published up to now, in the order of publication. */
  List<PublishedRule> published();
}
