package io.aftercare.domain.call;

import static io.aftercare.domain.call.CallEventType.ABANDONED;
import static io.aftercare.domain.call.CallEventType.ANSWERED;
import static io.aftercare.domain.call.CallEventType.CORRECTED;
import static io.aftercare.domain.call.CallEventType.DISCONNECTED;
import static io.aftercare.domain.call.CallEventType.OFFERED;
import static io.aftercare.domain.call.CallEventType.QUEUE_ENTERED;
import static io.aftercare.domain.call.CallLines.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a caller waits and is answered, and which tickets a call names; in any order. */
class CallFactsTest {
  @Test
  void aCallerWaitsFromTheFirstQueueToTheFirstAnswer() {
    assertThat(
            facts(
                call(OFFERED, 0).now(),
                call(QUEUE_ENTERED, 60).now(),
                call(QUEUE_ENTERED, 90).now(),
                call(ANSWERED, 100).now(),
                call(ANSWERED, 200).now()))
        .isEqualTo(new CallFacts(60, 100, Set.of()));
  }

  @Test
  void whoIsNotAnsweredIsStillKnown() {
    assertThat(facts(call(QUEUE_ENTERED, 60).now(), call(ABANDONED, 70).now()))
        .isEqualTo(new CallFacts(60, CallEvent.NEVER, Set.of()))
        .matches(CallFacts::known)
        .matches(f -> !f.answered());
  }

  @Test
  void nothingIsKnownOfWhoLeavesBeforeTheQueue() {
    assertThat(facts(call(OFFERED, 0).now(), call(DISCONNECTED, 50).about("T").now()))
        .isEqualTo(CallFacts.NONE);
  }

  @Test
  void whoIsConnectedAtOnceDoesNotWait() {
    assertThat(facts(call(ANSWERED, 10).now(), call(QUEUE_ENTERED, 60).now()))
        .isEqualTo(new CallFacts(10, 10, Set.of()));
  }

  @Test
  void nothingHappensBeforeTheOffer() {
    assertThat(
            facts(
                call(OFFERED, 100).now(), call(QUEUE_ENTERED, 60).now(), call(ANSWERED, 130).now()))
        .isEqualTo(new CallFacts(100, 130, Set.of()));
  }

  @Test
  void allTicketsThatItsEventsNameAreNamed() {
    assertThat(
            facts(call(QUEUE_ENTERED, 60).about("T").now(), call(DISCONNECTED, 90).about("U").now())
                .tickets())
        .containsExactlyInAnyOrder("T", "U");
  }

  @Test
  void aChatIsNoCall() {
    assertThat(facts(call(OFFERED, 0).by(Channel.CHAT).now(), call(ANSWERED, 10).now()))
        .isEqualTo(CallFacts.NONE);
    assertThat(facts(call(OFFERED, 0).by(Channel.UNKNOWN).now(), call(ANSWERED, 10).now()))
        .isEqualTo(CallFacts.NONE);
  }

  @Test
  void aCorrectionReplacesTimeAndTicketOfTheEventThatItNames() {
    assertThat(
            facts(
                call(QUEUE_ENTERED, 60).now(),
                call(ANSWERED, 100).named("a").about("T").now(),
                call(CORRECTED, 80).corrects("a").about("U").now()))
        .isEqualTo(new CallFacts(60, 80, Set.of("U")));
    assertThat(
            facts(
                call(ANSWERED, 100).named("a").about("T").now(),
                call(CORRECTED, 80).corrects("a").now()))
        .isEqualTo(new CallFacts(80, 80, Set.of("T")));
  }

  @Test
  void ofSeveralCorrectionsTheOneRecordedLastCounts() {
    assertThat(
            facts(
                call(ANSWERED, 100).named("a").now(),
                call(CORRECTED, 90).named("x").recorded(300).corrects("a").now(),
                call(CORRECTED, 80).named("y").recorded(200).corrects("a").now()))
        .isEqualTo(new CallFacts(90, 90, Set.of()));
  }

  @Test
  void aCorrectionMayBeCorrected() {
    assertThat(
            facts(
                call(ANSWERED, 100).named("a").now(),
                call(CORRECTED, 90).named("x").about("T").corrects("a").now(),
                call(CORRECTED, 70).named("y").corrects("x").now()))
        .isEqualTo(new CallFacts(70, 70, Set.of("T")));
  }

  @Test
  void circlesOfCorrectionsCorrectNothing() {
    assertThat(
            facts(
                call(ANSWERED, 100).named("a").now(),
                call(CORRECTED, 90).named("x").corrects("y").about("T").now(),
                call(CORRECTED, 80).named("y").corrects("x").about("U").now(),
                call(CORRECTED, 70).named("z").corrects("z").about("V").now()))
        .isEqualTo(new CallFacts(100, 100, Set.of()));
  }

  @Test
  void aCorrectionOfWhatIsNotKnownStandsForItself() {
    assertThat(
            facts(
                call(ANSWERED, 100).now(), call(CORRECTED, 10).corrects("unseen").about("T").now()))
        .isEqualTo(new CallFacts(100, 100, Set.of("T")));
  }

  @Test
  void onlyFewEventsHaveASay() {
    assertThat(CallFacts.concern(call(DISCONNECTED, 0).now())).isFalse();
    assertThat(CallFacts.concern(call(DISCONNECTED, 0).about("T").now())).isTrue();
    assertThat(CallFacts.concern(call(DISCONNECTED, 0).by(Channel.CHAT).now())).isTrue();
    assertThat(CallFacts.concern(call(QUEUE_ENTERED, 0).now())).isTrue();
    assertThat(CallFacts.concern(call(CORRECTED, 0).corrects("a").now())).isTrue();
  }

  /** The essence of the events, forwards and backwards. */
  private static CallFacts facts(CallEvent... events) {
    List<CallEvent> essence = new ArrayList<>();
    for (CallEvent event : events) {
      essence.add(CallFacts.essence(event));
    }
    CallFacts facts = CallFacts.of(essence);
    Collections.reverse(essence);
    assertThat(CallFacts.of(essence)).isEqualTo(facts);
    assertThat(CallFacts.of(List.of(events))).isEqualTo(facts);
    return facts;
  }
}
