package io.aftercare.domain.call;

import static io.aftercare.domain.call.Calls.HOUR;
import static io.aftercare.domain.call.Calls.SECOND;
import static io.aftercare.domain.call.Calls.TEN;
import static io.aftercare.domain.call.Calls.answer;
import static io.aftercare.domain.call.Calls.event;
import static io.aftercare.domain.call.Calls.queued;
import static io.aftercare.domain.call.Calls.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.ShortAbandon;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thresholds and short abandons, to the millisecond, by queue and version. */
class QueueTermsTest {
  private static final ShortAbandon BELOW_FIVE = new ShortAbandon(5 * SECOND, false);
  private static final ShortAbandon UP_TO_FIVE = new ShortAbandon(5 * SECOND, true);

  @Test
  void aWaitOfTheThresholdIsInTimeAndOneMillisecondMoreIsNot() {
    assertThat(ended(CallEventType.ANSWERED, 30_000)).isEqualTo(Outcome.ANSWERED_IN_TIME);
    assertThat(ended(CallEventType.ANSWERED, 30_001)).isEqualTo(Outcome.ANSWERED_LATE);
    assertThat(ended(CallEventType.ABANDONED, 30_000)).isEqualTo(Outcome.ABANDONED_IN_TIME);
    assertThat(ended(CallEventType.ABANDONED, 30_001)).isEqualTo(Outcome.ABANDONED_LATE);
  }

  @Test
  void aShortAbandonIsBelowItsLimitUnlessThatIsInclusive() {
    assertThat(ended(CallEventType.ABANDONED, 4_999)).isEqualTo(Outcome.ABANDONED_SHORT);
    assertThat(ended(CallEventType.ABANDONED, 5_000)).isEqualTo(Outcome.ABANDONED_IN_TIME);

    Policy inclusive = answer("p", 1, Policy.ALWAYS, 30_000, UP_TO_FIVE);
    assertThat(ended(CallEventType.ABANDONED, 5_000, inclusive)).isEqualTo(Outcome.ABANDONED_SHORT);
    assertThat(ended(CallEventType.ABANDONED, 5_001, inclusive))
        .isEqualTo(Outcome.ABANDONED_IN_TIME);
  }

  @Test
  void shortWinsOverInTimeAndOverLate() {
    Policy strict = answer("p", 1, Policy.ALWAYS, 2_000, BELOW_FIVE);

    assertThat(ended(CallEventType.ABANDONED, 1_000, strict)).isEqualTo(Outcome.ABANDONED_SHORT);
    assertThat(ended(CallEventType.ABANDONED, 4_000, strict)).isEqualTo(Outcome.ABANDONED_SHORT);
    assertThat(ended(CallEventType.ABANDONED, 5_000, strict)).isEqualTo(Outcome.ABANDONED_LATE);
  }

  @Test
  void aWaitOfNothingIsAWait() {
    assertThat(ended(CallEventType.ANSWERED, 0)).isEqualTo(Outcome.ANSWERED_IN_TIME);
    assertThat(ended(CallEventType.ABANDONED, 0)).isEqualTo(Outcome.ABANDONED_SHORT);
    Policy none = answer("p", 1, Policy.ALWAYS, 30_000, new ShortAbandon(0, false));
    assertThat(ended(CallEventType.ABANDONED, 0, none)).isEqualTo(Outcome.ABANDONED_IN_TIME);
  }

  @Test
  void theFirstPolicyThatNamesTheQueueRules() {
    Policy orders = answer("orders", 1, Policy.ALWAYS, 60_000, BELOW_FIVE, "orders");
    Policy rest = answer("rest", 1, Policy.ALWAYS, 10_000, BELOW_FIVE);
    Contact contact =
        told(
            List.of(orders, rest),
            Long.MIN_VALUE,
            queued(0),
            queued(40).queue("orders"),
            event(CallEventType.ANSWERED, 90));

    assertThat(contact.segments())
        .extracting(s -> s.terms().thresholdMillis())
        .containsExactly(10_000L, 60_000L);
    assertThat(contact.segments().get(1).outcome()).isEqualTo(Outcome.ANSWERED_IN_TIME);
  }

  @Test
  void whereNoPolicyNamesTheQueueThirtySecondsAndFourInFiveHold() {
    Policy orders = answer("orders", 1, Policy.ALWAYS, 60_000, UP_TO_FIVE, "orders");
    QueueTerms terms = told(List.of(orders), Long.MIN_VALUE, queued(0)).segments().get(0).terms();

    assertThat(terms).isEqualTo(new QueueTerms(30_000, 0.8, BELOW_FIVE));
  }

  @Test
  void theVersionInForceWhenTheQueueWasEnteredJudgesTheWait() {
    long change = TEN + 10 * SECOND;
    List<Policy> versions =
        List.of(
            answer("p", 1, Policy.ALWAYS, 60_000, BELOW_FIVE),
            answer("p", 2, change, 1_000, BELOW_FIVE));

    Contact before = told(versions, Long.MIN_VALUE, queued(9), event(CallEventType.ANSWERED, 40));
    Contact after = told(versions, Long.MIN_VALUE, queued(10), event(CallEventType.ANSWERED, 40));
    assertThat(before.segments().get(0).outcome()).isEqualTo(Outcome.ANSWERED_IN_TIME);
    assertThat(after.segments().get(0).outcome()).isEqualTo(Outcome.ANSWERED_LATE);
  }

  @Test
  void aWaitThatTimedOutFailedHoweverPatientTheQueueIs() {
    Policy patient = answer("p", 1, Policy.ALWAYS, 9 * HOUR, BELOW_FIVE);

    assertThat(told(List.of(patient), TEN + 3 * HOUR, queued(0)).segments())
        .extracting(Segment::outcome)
        .containsExactly(Outcome.FAILED);
  }

  private static Outcome ended(CallEventType how, long after, Policy... policies) {
    return told(List.of(policies), Long.MIN_VALUE, queued(0), event(how, TEN + after))
        .segments()
        .get(0)
        .outcome();
  }
}
