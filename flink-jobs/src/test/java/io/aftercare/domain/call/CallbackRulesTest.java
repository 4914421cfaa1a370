package io.aftercare.domain.call;

import static io.aftercare.domain.call.Calls.HOUR;
import static io.aftercare.domain.call.Calls.MINUTE;
import static io.aftercare.domain.call.Calls.SECOND;
import static io.aftercare.domain.call.Calls.TEN;
import static io.aftercare.domain.call.Calls.event;
import static io.aftercare.domain.call.Calls.queued;
import static io.aftercare.domain.call.Calls.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.sla.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that were promised: by when, and what becomes of them. Within an hour, if not said. */
class CallbackRulesTest {
  private static final List<Policy> POLICIES =
      List.of(
          policy("promised", Allowance.until(Allowance.Source.DUE_AT)),
          policy("soon", Allowance.all(HOUR)));

  private static Policy policy(String id, Allowance allowance) {
    return Policy.of(
        id, "callback", ClockMetric.CALLBACK, Match.ANY, allowance, ClockRules.CALENDAR_TIME);
  }

  // ---- the request

  @Test
  void whoAsksToBeCalledLeavesTheQueueAndHasAClock() {
    Contact contact = at(TEN, queued(0), requested(20));

    assertThat(contact.segments())
        .extracting(Segment::outcome, Segment::waitMillis)
        .containsExactly(tuple(Outcome.CALLBACK, 20 * SECOND));
    assertThat(contact.callbacks())
        .extracting(Callback::number, Callback::queue, Callback::region, Callback::waiting)
        .containsExactly(tuple(1, "repairs", "north", true));
    assertThat(contact.clocks())
        .extracting(Clock::cycle, Clock::openedAt, Clock::deadline, Clock::verdict)
        .containsExactly(tuple(1, TEN + 20 * SECOND, TEN + 20 * SECOND + HOUR, Verdict.RUNNING));
    assertThat(contact.endedAt()).isEqualTo(TEN + 20 * SECOND);
    assertThat(contact.open()).isTrue();
  }

  @Test
  void whoAsksWhileTalkingGoesOnTalking() {
    Contact contact = at(TEN, queued(0), event(CallEventType.ANSWERED, 5), requested(20));

    assertThat(contact.segments())
        .extracting(Segment::outcome)
        .containsExactly(Outcome.ANSWERED_IN_TIME);
    assertThat(contact.legs()).extracting(Leg::talking).containsExactly(true);
    assertThat(contact.callbacks()).hasSize(1);
    assertThat(contact.endedAt()).isEqualTo(CallEvent.NEVER);
  }

  @Test
  void whoAsksInTheIvrHasACallbackAndNoSegment() {
    Contact contact =
        at(TEN, event(CallEventType.OFFERED, 0), requested(20).queue("orders").in("south"));

    assertThat(contact.segments()).isEmpty();
    assertThat(contact.callbacks())
        .extracting(Callback::queue, Callback::region)
        .containsExactly(tuple("orders", "south"));
  }

  @Test
  void aPromisedInstantIsTheDeadline() {
    Contact contact = at(TEN, queued(0), requested(20).due(TEN + 3 * HOUR));

    assertThat(contact.clocks())
        .extracting(Clock::policy, Clock::deadline)
        .containsExactly(tuple("promised", TEN + 3 * HOUR));
  }

  // ---- the call

  @Test
  void aCallThatIsStartedAtItsDeadlineIsInTimeAndOneMillisecondLaterIsNot() {
    Contact met = at(TEN + 9 * HOUR, queued(0), requested(0), started(HOUR));
    assertThat(clock(met).verdict()).isEqualTo(Verdict.MET);
    assertThat(clock(met).settledAt()).isEqualTo(TEN + HOUR);
    assertThat(clock(met).cause()).isEqualTo("callback_started");

    Contact breached = at(TEN + 9 * HOUR, queued(0), requested(0), started(HOUR + 1));
    assertThat(clock(breached).verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock(breached).settledAt()).isEqualTo(TEN + HOUR);
    assertThat(clock(breached).stoppedAt()).isEqualTo(TEN + HOUR + 1);
    assertThat(breached.callbacks())
        .extracting(Callback::startedAt)
        .containsExactly(TEN + HOUR + 1);
  }

  @Test
  void aCallThatNobodyMakesBreachesAtTheDeadlineAndIsStillAwaited() {
    assertThat(clock(at(TEN + HOUR - 1, queued(0), requested(0))).verdict())
        .isEqualTo(Verdict.RUNNING);
    Contact contact = at(TEN + HOUR, queued(0), requested(0));

    assertThat(clock(contact).verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock(contact).warnings())
        .containsExactly(new Warning(70, TEN + 42 * MINUTE), new Warning(90, TEN + 54 * MINUTE));
    assertThat(contact.callbacks()).extracting(Callback::waiting).containsExactly(true);
  }

  @Test
  void theAnswerOfACallbackIsALegOfItsQueueAndNoWait() {
    Contact contact =
        at(
            TEN,
            queued(0),
            requested(20),
            started(10 * MINUTE),
            event(CallEventType.ANSWERED, 620).by("b"),
            event(CallEventType.AGENT_LEFT, 680).wrapUp(5_000));

    assertThat(contact.segments()).hasSize(1);
    assertThat(contact.legs())
        .extracting(Leg::segment, Leg::queue, Leg::region, Leg::talkMillis, Leg::settledAt)
        .containsExactly(tuple(0, "repairs", "north", 60 * SECOND, TEN + 680 * SECOND));
    assertThat(contact.endedAt()).isEqualTo(TEN + 680 * SECOND);
  }

  @Test
  void aCallbackIsNoWaitAlsoWhereTheSourceNumbersItsEvents() {
    for (int number : new int[] {1, 2}) {
      Contact contact =
          at(
              TEN,
              queued(0).segment(1),
              requested(20).segment(1),
              started(10 * MINUTE).segment(number),
              event(CallEventType.ANSWERED, 620).segment(number),
              event(CallEventType.AGENT_LEFT, 680).segment(number));

      assertThat(contact.segments()).hasSize(1);
      assertThat(contact.legs())
          .extracting(Leg::segment, Leg::talkMillis)
          .containsExactly(tuple(0, 60 * SECOND));
    }
  }

  @Test
  void anAnswerAfterTheCallerHungUpIsTheCallThatWasPromisedAlsoIfItsStartIsLost() {
    Contact contact = at(TEN, queued(0), requested(20), event(CallEventType.ANSWERED, 620));

    assertThat(contact.legs()).extracting(Leg::segment).containsExactly(0);
    assertThat(clock(contact).verdict()).isEqualTo(Verdict.MET);
    assertThat(contact.callbacks())
        .extracting(Callback::startedAt)
        .containsExactly(TEN + 620 * SECOND);
  }

  @Test
  void anotherAgentWhoTakesOverWhileACallbackIsAwaitedMakesItNot() {
    Contact contact =
        at(
            TEN,
            queued(0),
            event(CallEventType.ANSWERED, 5).by("a"),
            requested(20),
            event(CallEventType.TRANSFERRED, 30),
            event(CallEventType.ANSWERED, 40).by("b"));

    assertThat(contact.legs()).extracting(Leg::segment).containsExactly(1, 1);
    assertThat(clock(contact).verdict()).isEqualTo(Verdict.RUNNING);
  }

  @Test
  void anAnswerOfAnEarlierSegmentIsNoCallbackWhileTheCallerWaits() {
    Contact contact =
        at(
            TEN,
            queued(0).segment(1),
            requested(20).segment(1),
            started(MINUTE),
            queued(70).segment(2),
            event(CallEventType.ANSWERED, 80).segment(1));

    assertThat(contact.legs()).isEmpty();
    assertThat(contact.segments().get(1).waiting()).isTrue();
  }

  @Test
  void aColleagueMayTakeACallbackOver() {
    Contact contact =
        at(
            TEN,
            queued(0),
            requested(20),
            started(MINUTE),
            event(CallEventType.ANSWERED, 70).by("a"),
            event(CallEventType.ANSWERED, 90).by("b"),
            event(CallEventType.AGENT_LEFT, 100).by("b"));

    assertThat(contact.legs())
        .extracting(Leg::segment, Leg::queue, Leg::talkMillis, Leg::transferred)
        .containsExactly(
            tuple(0, "repairs", 20 * SECOND, true), tuple(0, "repairs", 10 * SECOND, false));
  }

  // ---- given up

  @Test
  void whoAsksAgainGivesTheEarlierCallUp() {
    Contact contact = at(TEN, queued(0), requested(20), requested(30));

    assertThat(contact.callbacks())
        .extracting(Callback::givenUp, Callback::waiting)
        .containsExactly(tuple(true, false), tuple(false, true));
    assertThat(contact.clocks())
        .extracting(Clock::cycle, Clock::verdict, Clock::cause)
        .containsExactly(
            tuple(1, Verdict.CANCELLED, "requested_again"), tuple(2, Verdict.RUNNING, ""));
  }

  @Test
  void whoEntersAQueueAgainBeforeTheCallGivesItUp() {
    Contact contact = at(TEN, queued(0), requested(20), queued(300));

    assertThat(contact.callbacks()).extracting(Callback::givenUp).containsExactly(true);
    assertThat(clock(contact).verdict()).isEqualTo(Verdict.CANCELLED);
    assertThat(clock(contact).cause()).isEqualTo("called_again");
    assertThat(clock(contact).settledAt()).isEqualTo(TEN + 300 * SECOND);
    Contact answered =
        at(TEN, queued(0), requested(20), queued(300), event(CallEventType.ANSWERED, 310));
    assertThat(answered.legs()).extracting(Leg::segment).containsExactly(2);
  }

  @Test
  void whoWasCalledAndEntersAQueueHasGivenNothingUp() {
    Contact contact = at(TEN, queued(0), requested(20), started(MINUTE), queued(300));

    assertThat(contact.callbacks()).extracting(Callback::givenUp).containsExactly(false);
    assertThat(clock(contact).verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void aStartWithoutARequestHasNoEffect() {
    Contact contact = at(TEN, queued(0), started(MINUTE));

    assertThat(contact.callbacks()).isEmpty();
    assertThat(contact.segments()).extracting(Segment::waiting).containsExactly(true);
  }

  private static Calls requested(int seconds) {
    return event(CallEventType.CALLBACK_REQUESTED, seconds);
  }

  private static Calls started(long after) {
    return event(CallEventType.CALLBACK_STARTED, TEN + after);
  }

  private static Contact at(long reached, Calls... events) {
    return told(POLICIES, reached, events);
  }

  private static Clock clock(Contact contact) {
    return contact.clocks().get(0);
  }
}
