package io.aftercare.job.state;

import io.aftercare.domain.sla.PublishedRule;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;

/** No rule is published while the job runs. Has no state, so a savepoint asks nothing of it. */
@SuppressWarnings("deprecation") // see Feed
final class NoRules implements SourceFunction<PublishedRule> {
  private static final long serialVersionUID = 1;

  @Override
  public void run(SourceContext<PublishedRule> ctx) {}

  @Override
  public void cancel() {}
}
