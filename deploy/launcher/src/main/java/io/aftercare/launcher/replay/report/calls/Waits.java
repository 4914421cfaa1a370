package io.aftercare.launcher.replay.report.calls;

import io.aftercare.contract.ContactSegment;
import io.aftercare.contract.SegmentOutcome;
import io.aftercare.domain.call.Outcome;
import io.aftercare.domain.call.OutcomeCounts;
import io.aftercare.domain.call.ServiceLevel;
import java.time.Duration;

/**
 * Visits to queues, counted by how the wait ended, and how long callers waited for an answer; waits
 * of 0 are waits.
 */
final class Waits {
  private final OutcomeCounts outcomes = new OutcomeCounts();
  private long number;
  private long answeredMillis;

  void add(ContactSegment segment) {
    number++;
    SegmentOutcome stated = segment.getOutcome();
    if (stated == SegmentOutcome.UNKNOWN) {
      return; // of a newer writer: offered, and in no definition
    }
    Outcome outcome = Outcome.valueOf(stated.name());
    outcomes.add(outcome, 1);
    if (outcome.answered()) {
      answeredMillis += Duration.between(segment.getEnteredAt(), segment.getExitedAt()).toMillis();
    }
  }

  long number() {
    return number;
  }

  long of(Outcome outcome) {
    return outcomes.of(outcome);
  }

  long answered() {
    return outcomes.answered();
  }

  long abandoned() {
    return outcomes.abandoned();
  }

  String level(ServiceLevel definition) {
    return Decimals.ratio(definition.served(outcomes), definition.of(outcomes));
  }

  /** Of those whose wait ended here: without callbacks, transfers and who still waits. */
  String abandonRate() {
    return Decimals.ratio(abandoned(), ServiceLevel.OF_OFFERED.of(outcomes));
  }

  /** Average speed of answer, s. */
  String averageWait() {
    return Decimals.averageSeconds(answeredMillis, answered());
  }
}
