package io.aftercare.domain.call;

import static io.aftercare.domain.call.Calls.HOUR;
import static io.aftercare.domain.call.Calls.LIMITS;
import static io.aftercare.domain.call.Calls.SECOND;
import static io.aftercare.domain.call.Calls.TEN;
import static io.aftercare.domain.call.Calls.event;
import static io.aftercare.domain.call.Calls.queued;
import static io.aftercare.domain.call.Calls.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aftercare.domain.sla.Rulebook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waits: when they begin, what ends them, and what has no effect. */
class WaitRulesTest {

  // ---- beginnings and ends

  @Test
  void aWaitRunsFromTheQueueToTheAnswerAndTheIvrIsNoPartOfIt() {
    Contact contact =
        told(
            event(CallEventType.OFFERED, 0),
            event(CallEventType.IVR_ENTERED, 1),
            event(CallEventType.IVR_LEFT, 59),
            queued(60),
            event(CallEventType.RINGING, 70),
            event(CallEventType.ANSWERED, 75));

    Segment segment = contact.segments().get(0);
    assertThat(segment.enteredAt()).isEqualTo(TEN + 60 * SECOND);
    assertThat(segment.waitMillis()).isEqualTo(15 * SECOND);
    assertThat(segment.outcome()).isEqualTo(Outcome.ANSWERED_IN_TIME);
    assertThat(contact.offeredAt()).isEqualTo(TEN);
    assertThat(contact.orphan()).isFalse();
  }

  @Test
  void eachEndOfAWaitHasItsOutcome() {
    assertThat(endedBy(CallEventType.ANSWERED)).isEqualTo(Outcome.ANSWERED_IN_TIME);
    assertThat(endedBy(CallEventType.ABANDONED)).isEqualTo(Outcome.ABANDONED_IN_TIME);
    assertThat(endedBy(CallEventType.DISCONNECTED)).isEqualTo(Outcome.ABANDONED_IN_TIME);
    assertThat(endedBy(CallEventType.TRANSFERRED)).isEqualTo(Outcome.TRANSFERRED);
    assertThat(endedBy(CallEventType.OVERFLOWED)).isEqualTo(Outcome.OVERFLOWED);
    assertThat(endedBy(CallEventType.CALLBACK_REQUESTED)).isEqualTo(Outcome.CALLBACK);
    assertThat(endedBy(CallEventType.VOICEMAIL_LEFT)).isEqualTo(Outcome.VOICEMAIL);
    assertThat(endedBy(CallEventType.QUEUE_CLOSED)).isEqualTo(Outcome.CLOSED);
    assertThat(endedBy(CallEventType.FAILED)).isEqualTo(Outcome.FAILED);
  }

  private static Outcome endedBy(CallEventType type) {
    Segment segment = told(queued(0), event(type, 10)).segments().get(0);
    assertThat(segment.exitedAt()).isEqualTo(TEN + 10 * SECOND);
    assertThat(segment.timedOut()).isFalse();
    return segment.outcome();
  }

  @Test
  void nothingElseEndsAWait() {
    for (CallEventType type :
        List.of(
            CallEventType.UNKNOWN,
            CallEventType.OFFERED,
            CallEventType.IVR_ENTERED,
            CallEventType.IVR_LEFT,
            CallEventType.RINGING,
            CallEventType.HELD,
            CallEventType.RETRIEVED,
            CallEventType.CALLBACK_STARTED,
            CallEventType.AGENT_LEFT,
            CallEventType.WRAP_UP_ENDED,
            CallEventType.CORRECTED)) {
      assertThat(told(event(CallEventType.OFFERED, 0), queued(1), event(type, 10)).segments())
          .as(type.label())
          .extracting(Segment::outcome)
          .containsExactly(Outcome.WAITING);
    }
  }

  @Test
  void theFirstEndOfAWaitStands() {
    Contact contact =
        told(
            queued(0),
            event(CallEventType.VOICEMAIL_LEFT, 10),
            event(CallEventType.ANSWERED, 20),
            event(CallEventType.ABANDONED, 30));

    assertThat(outcomes(contact)).containsExactly(Outcome.VOICEMAIL);
    assertThat(contact.segments().get(0).exitedAt()).isEqualTo(TEN + 10 * SECOND);
    assertThat(contact.legs()).isEmpty();
    assertThat(contact.endedAt()).isEqualTo(TEN + 10 * SECOND);
  }

  @Test
  void whoHangsUpInTheIvrOpensNoSegment() {
    for (CallEventType type :
        List.of(
            CallEventType.ABANDONED,
            CallEventType.VOICEMAIL_LEFT,
            CallEventType.QUEUE_CLOSED,
            CallEventType.FAILED,
            CallEventType.DISCONNECTED)) {
      Contact contact = told(event(CallEventType.OFFERED, 0), event(type, 20));
      assertThat(contact.segments()).isEmpty();
      assertThat(contact.endedAt()).as(type.label()).isEqualTo(TEN + 20 * SECOND);
      assertThat(contact.open()).isFalse();
    }
  }

  @Test
  void aDisconnectedCallerHasAbandonedAndOneWhoWasAnsweredHasNot() {
    assertThat(outcomes(told(queued(0), event(CallEventType.DISCONNECTED, 40))))
        .containsExactly(Outcome.ABANDONED_LATE);
    Contact answered =
        told(queued(0), event(CallEventType.ANSWERED, 40), event(CallEventType.DISCONNECTED, 50));
    assertThat(outcomes(answered)).containsExactly(Outcome.ANSWERED_LATE);
    assertThat(answered.endedAt()).isEqualTo(TEN + 50 * SECOND);
  }

  // ---- several queues

  @Test
  void whoEntersAnotherQueueWhileWaitingHasLeftTheFirstAsTransferred() {
    Contact contact =
        told(queued(0), queued(50).queue("orders"), event(CallEventType.ANSWERED, 60));

    assertThat(contact.segments())
        .extracting(Segment::number, Segment::queue, Segment::outcome, Segment::waitMillis)
        .containsExactly(
            tuple(1, "repairs", Outcome.TRANSFERRED, 50 * SECOND),
            tuple(2, "orders", Outcome.ANSWERED_IN_TIME, 10 * SECOND));
  }

  @Test
  void whoIsTransferredWhileTalkingWaitsAgainAndTheLegEndsAsTransferred() {
    Contact contact =
        told(
            queued(0),
            event(CallEventType.ANSWERED, 10).by("a"),
            queued(70).queue("orders"),
            event(CallEventType.ANSWERED, 71).by("b"));

    assertThat(contact.legs())
        .extracting(Leg::segment, Leg::talking, Leg::transferred, Leg::talkMillis)
        .containsExactly(tuple(1, false, true, 60 * SECOND), tuple(2, true, false, 0L));
  }

  @Test
  void anOverflowNamesTheQueueThatTheNextWaitIsIn() {
    Contact contact =
        told(
            queued(0),
            event(CallEventType.OVERFLOWED, 30).queue("orders"),
            event(CallEventType.QUEUE_ENTERED, 31));

    assertThat(contact.segments())
        .extracting(Segment::queue, Segment::outcome)
        .containsExactly(tuple("repairs", Outcome.OVERFLOWED), tuple("orders", Outcome.WAITING));
  }

  @Test
  void aSourceThatNamesTheQueueLeftDoesNotSayWhereTheCallerGoes() {
    Contact contact =
        told(
            queued(0),
            event(CallEventType.TRANSFERRED, 30).queue("repairs"),
            event(CallEventType.QUEUE_ENTERED, 31));

    assertThat(contact.segments()).extracting(Segment::queue).containsExactly("repairs", null);
    assertThat(contact.segments().get(1).queueLabel()).isEqualTo("unknown");
  }

  @Test
  void segmentsCountOnWhereTheSourceDoesNotNumberThem() {
    assertThat(told(queued(0), queued(1), queued(2).segment(7), queued(3)).segments())
        .extracting(Segment::number)
        .containsExactly(1, 2, 7, 8);
  }

  @Test
  void aSecondEntryOfTheSameNumberHasNoEffect() {
    Contact contact =
        told(queued(0).segment(1), queued(20).segment(1), event(CallEventType.ANSWERED, 25));

    assertThat(contact.segments())
        .extracting(Segment::number, Segment::waitMillis)
        .containsExactly(tuple(1, 25 * SECOND));
  }

  @Test
  void anEventWithANumberConcernsThatSegmentAndOneWithoutTheNewest() {
    Contact contact =
        told(
            queued(0).segment(1),
            queued(10).segment(2),
            event(CallEventType.ABANDONED, 20).segment(1),
            event(CallEventType.ANSWERED, 30));

    assertThat(outcomes(contact)).containsExactly(Outcome.TRANSFERRED, Outcome.ANSWERED_IN_TIME);
    assertThat(contact.segments().get(1).waitMillis()).isEqualTo(20 * SECOND);
  }

  @Test
  void anAnswerOfAnEarlierSegmentWhileTheCallerWaitsAgainHasNoEffect() {
    Contact contact =
        told(
            queued(0).segment(1),
            event(CallEventType.ANSWERED, 1).segment(1),
            queued(10).segment(2),
            event(CallEventType.ANSWERED, 20).segment(1));

    assertThat(outcomes(contact)).containsExactly(Outcome.ANSWERED_IN_TIME, Outcome.WAITING);
    assertThat(contact.legs()).hasSize(1);
  }

  // ---- lost entries

  @Test
  void anAnswerWithoutAQueueIsConnectedAtOnce() {
    Contact contact =
        told(event(CallEventType.OFFERED, 0), event(CallEventType.ANSWERED, 8).queue("orders"));

    assertThat(contact.segments())
        .extracting(Segment::number, Segment::queue, Segment::waitMillis, Segment::outcome)
        .containsExactly(tuple(1, "orders", 0L, Outcome.ANSWERED_IN_TIME));
    assertThat(contact.legs()).extracting(Leg::answeredAt).containsExactly(TEN + 8 * SECOND);
  }

  @Test
  void anAnswerInASegmentThatWasNeverEnteredEndsTheWaitBeforeIt() {
    Contact contact =
        told(queued(0).segment(1), event(CallEventType.ANSWERED, 8).segment(2).queue("orders"));

    assertThat(contact.segments())
        .extracting(Segment::number, Segment::outcome, Segment::waitMillis)
        .containsExactly(
            tuple(1, Outcome.TRANSFERRED, 8 * SECOND), tuple(2, Outcome.ANSWERED_IN_TIME, 0L));
  }

  @Test
  void anAnswerAfterAnOverflowWithoutANumberIsInAQueueThatWasNotToldOf() {
    Contact contact =
        told(
            queued(0),
            event(CallEventType.OVERFLOWED, 30).queue("orders"),
            event(CallEventType.ANSWERED, 40));

    assertThat(contact.segments())
        .extracting(Segment::number, Segment::queue, Segment::outcome)
        .containsExactly(
            tuple(1, "repairs", Outcome.OVERFLOWED), tuple(2, "orders", Outcome.ANSWERED_IN_TIME));
  }

  @Test
  void anAnswerThatNamesASegmentWhichWasPassedOnOpensItNoSecondTime() {
    Contact contact =
        told(
            queued(0).segment(1),
            event(CallEventType.OVERFLOWED, 30).segment(1),
            event(CallEventType.ANSWERED, 40).segment(1));

    assertThat(outcomes(contact)).containsExactly(Outcome.OVERFLOWED);
    assertThat(contact.legs()).isEmpty();
  }

  @Test
  void anEntryThatComesLateIsTheWaitThatTheAnswerEnds() {
    Contact contact = told(event(CallEventType.ANSWERED, 40), queued(5));

    assertThat(contact.segments())
        .extracting(Segment::number, Segment::waitMillis)
        .containsExactly(tuple(1, 35 * SECOND));
  }

  // ---- waits that nothing ends

  @Test
  void aWaitThatNothingEndsFailsAtTheLimitAndTheContactIsOver() {
    assertThat(outcomes(at(TEN + 2 * HOUR - 1, queued(0)))).containsExactly(Outcome.WAITING);
    Contact contact = at(TEN + 2 * HOUR, queued(0));

    assertThat(contact.segments())
        .extracting(Segment::outcome, Segment::timedOut, Segment::exitedAt)
        .containsExactly(tuple(Outcome.FAILED, true, TEN + 2 * HOUR));
    assertThat(contact.endedAt()).isEqualTo(TEN + 2 * HOUR);
    assertThat(contact.open()).isFalse();
  }

  @Test
  void anEndThatComesLateTakesATimeoutBack() {
    Contact contact = at(TEN + 5 * HOUR, queued(0), event(CallEventType.ANSWERED, 20));

    assertThat(contact.segments())
        .extracting(Segment::outcome, Segment::timedOut)
        .containsExactly(tuple(Outcome.ANSWERED_IN_TIME, false));
  }

  @Test
  void anEventThatEndsAWaitEndsItAlsoBehindTheLimit() {
    Contact contact = at(TEN + 5 * HOUR, queued(0), event(CallEventType.ABANDONED, 3 * 3600));

    assertThat(contact.segments())
        .extracting(Segment::outcome, Segment::timedOut, Segment::waitMillis)
        .containsExactly(tuple(Outcome.ABANDONED_LATE, false, 3 * HOUR));
  }

  @Test
  void theNextInstantOfACallerWhoWaitsIsTheLimit() {
    ContactLife life = new ContactLife(Rulebook.of(List.of()), LIMITS);
    Contact waits = life.fold(List.of(queued(0).now()), TEN);

    assertThat(life.nextInstant(waits)).isEqualTo(TEN + 2 * HOUR);
    assertThat(life.nextInstant(life.fold(List.of(queued(0).now()), TEN + 2 * HOUR)))
        .isEqualTo(CallEvent.NEVER);
  }

  private static Contact at(long reached, Calls... events) {
    return told(List.of(), reached, events);
  }

  private static List<Outcome> outcomes(Contact contact) {
    List<Outcome> outcomes = new ArrayList<>();
    contact.segments().forEach(s -> outcomes.add(s.outcome()));
    return outcomes;
  }
}
