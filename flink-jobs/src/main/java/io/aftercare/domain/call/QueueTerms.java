package io.aftercare.domain.call;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Promise;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.ShortAbandon;
import org.jspecify.annotations.Nullable;

/**
 * What a queue's service level is measured by.
 *
 * @param thresholdMillis the longest wait that is in time, ms
 * @param goal the share that shall be in time; null: none is stated
 */
public record QueueTerms(long thresholdMillis, @Nullable Double goal, ShortAbandon shortAbandon) {
  /** Where no policy says otherwise: 30 s, four in five. */
  public static final QueueTerms USUAL = new QueueTerms(30_000, 0.8, ShortAbandon.USUAL);

  /** The terms in force of a queue at an instant, ms. */
  public static QueueTerms of(
      Rulebook rules, @Nullable String region, @Nullable String queue, Channel channel, long at) {
    Facts facts = Facts.ofQueue(region, queue, channel, Facts.NOT_DUE);
    for (Promise promise : rules.promises()) {
      if (promise.metric() == ClockMetric.CALL_ANSWER) {
        Policy policy = promise.match(facts, at);
        if (policy != null) {
          return new QueueTerms(policy.span(facts), policy.objective(), policy.shortAbandon());
        }
      }
    }
    return USUAL;
  }

  /** How an answer after a wait counts. */
  Outcome answered(long waitMillis) {
    return waitMillis <= thresholdMillis ? Outcome.ANSWERED_IN_TIME : Outcome.ANSWERED_LATE;
  }

  /** How hanging up after a wait counts. */
  Outcome abandoned(long waitMillis) {
    if (shortAbandon.covers(waitMillis)) {
      return Outcome.ABANDONED_SHORT;
    }
    return waitMillis <= thresholdMillis ? Outcome.ABANDONED_IN_TIME : Outcome.ABANDONED_LATE;
  }
}
