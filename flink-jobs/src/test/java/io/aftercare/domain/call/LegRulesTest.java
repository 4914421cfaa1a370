package io.aftercare.domain.call;

import static io.aftercare.domain.call.Calls.HOUR;
import static io.aftercare.domain.call.Calls.LIMITS;
import static io.aftercare.domain.call.Calls.MINUTE;
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

/** Legs: who talked how long, and when that is final. All are answered at ten. */
class LegRulesTest {

  // ---- talk and hold

  @Test
  void aLegIsTalkAndHoldAndWrapUp() {
    Leg leg =
        leg(
            event(CallEventType.HELD, 60),
            event(CallEventType.RETRIEVED, 90),
            event(CallEventType.HELD, 100),
            event(CallEventType.RETRIEVED, 105),
            event(CallEventType.AGENT_LEFT, 120),
            event(CallEventType.WRAP_UP_ENDED, 150));

    assertThat(leg.talkMillis()).isEqualTo(85 * SECOND);
    assertThat(leg.holdMillis()).isEqualTo(35 * SECOND);
    assertThat(leg.wrapUpMillis()).isEqualTo(30 * SECOND);
    assertThat(leg.handleMillis()).isEqualTo(150 * SECOND);
    assertThat(leg.settledAt()).isEqualTo(TEN + 150 * SECOND);
  }

  @Test
  void aHoldThatNobodyEndsEndsWithTheLegAndASecondOneInItHasNoEffect() {
    Leg leg =
        leg(
            event(CallEventType.HELD, 60),
            event(CallEventType.HELD, 80),
            event(CallEventType.DISCONNECTED, 100));

    assertThat(leg.talkMillis()).isEqualTo(60 * SECOND);
    assertThat(leg.holdMillis()).isEqualTo(40 * SECOND);
  }

  @Test
  void whatTheSourceMeasuredItselfWinsOverTheInstants() {
    Leg leg =
        leg(
            event(CallEventType.HELD, 60),
            event(CallEventType.RETRIEVED, 90),
            event(CallEventType.AGENT_LEFT, 120).talk(70_000).hold(40_000),
            event(CallEventType.WRAP_UP_ENDED, 150).wrapUp(12_000));

    assertThat(leg)
        .extracting(Leg::talkMillis, Leg::holdMillis, Leg::wrapUpMillis)
        .containsExactly(70_000L, 40_000L, 12_000L);
    assertThat(leg.settledAt()).isEqualTo(TEN + 150 * SECOND);
  }

  @Test
  void aHoldThatTheSourceMeasuredIsNoTalk() {
    Leg leg = leg(event(CallEventType.AGENT_LEFT, 100).hold(20_000));

    assertThat(leg.talkMillis()).isEqualTo(80 * SECOND);
    assertThat(leg.holdMillis()).isEqualTo(20 * SECOND);
  }

  @Test
  void whatIsMeasuredMayBeStatedByAnyEventOfTheLegAndLastTimeCounts() {
    Leg leg =
        leg(
            event(CallEventType.HELD, 10).talk(1_000),
            event(CallEventType.AGENT_LEFT, 100).talk(2_000),
            event(CallEventType.DISCONNECTED, 101).talk(3_000));

    assertThat(leg.talkMillis()).isEqualTo(3_000);
  }

  // ---- ends

  @Test
  void aLegEndsWhenTheAgentLeavesOrPassesTheCallerOnOrTheCallerIsGone() {
    assertThat(leg(event(CallEventType.AGENT_LEFT, 50)))
        .extracting(Leg::leftAt, Leg::transferred)
        .containsExactly(TEN + 50 * SECOND, false);
    assertThat(leg(event(CallEventType.TRANSFERRED, 50)))
        .extracting(Leg::leftAt, Leg::transferred)
        .containsExactly(TEN + 50 * SECOND, true);
    assertThat(leg(event(CallEventType.DISCONNECTED, 50)))
        .extracting(Leg::leftAt, Leg::transferred)
        .containsExactly(TEN + 50 * SECOND, false);
    assertThat(leg(queued(50).queue("orders")))
        .extracting(Leg::leftAt, Leg::transferred)
        .containsExactly(TEN + 50 * SECOND, true);
  }

  @Test
  void aWrapUpThatEndsTellsThatTheAgentHadLeftAndTheContactIsOver() {
    Contact contact = talks(event(CallEventType.WRAP_UP_ENDED, 80));

    assertThat(contact.legs())
        .extracting(Leg::leftAt, Leg::settledAt, Leg::wrapUpMillis)
        .containsExactly(tuple(TEN + 80 * SECOND, TEN + 80 * SECOND, 0L));
    assertThat(contact.endedAt()).isEqualTo(TEN + 80 * SECOND);
  }

  @Test
  void aContactEndsWithTheLastWhoIsOnTheLine() {
    assertThat(talks(event(CallEventType.AGENT_LEFT, 50)).endedAt()).isEqualTo(TEN + 50 * SECOND);
    assertThat(
            talks(
                    event(CallEventType.AGENT_LEFT, 50),
                    queued(60),
                    event(CallEventType.ABANDONED, 70))
                .endedAt())
        .isEqualTo(TEN + 70 * SECOND);
    assertThat(talks(event(CallEventType.TRANSFERRED, 50), queued(60)).endedAt())
        .isEqualTo(CallEvent.NEVER);
  }

  // ---- several agents

  @Test
  void anAgentWhoTakesOverWithoutAQueueEndsTheLegBeforeAndTheWaitStaysAnswered() {
    Contact contact =
        talks(
            event(CallEventType.ANSWERED, 40).by("b"),
            event(CallEventType.ANSWERED, 45).by("b"),
            event(CallEventType.AGENT_LEFT, 100).by("b"));

    assertThat(contact.segments()).hasSize(1);
    assertThat(contact.legs())
        .extracting(Leg::segment, Leg::talkMillis, Leg::transferred)
        .containsExactly(tuple(1, 40 * SECOND, true), tuple(1, 60 * SECOND, false));
  }

  @Test
  void aWrapUpIsThatOfItsAgentOrElseOfTheNewestWhoLeft() {
    Calls[] both = {
      event(CallEventType.ANSWERED, 40).by("b"), event(CallEventType.AGENT_LEFT, 100).by("b")
    };
    assertThat(talks(both[0], both[1], event(CallEventType.WRAP_UP_ENDED, 130).by("a")).legs())
        .extracting(Leg::settledAt)
        .containsExactly(TEN + 130 * SECOND, CallEvent.NEVER);
    assertThat(
            talks(both[0], both[1], event(CallEventType.WRAP_UP_ENDED, 130).wrapUp(7_000)).legs())
        .extracting(Leg::settledAt, Leg::wrapUpMillis)
        .containsExactly(tuple(CallEvent.NEVER, 0L), tuple(TEN + 130 * SECOND, 7_000L));
  }

  @Test
  void aWrapUpOfTheAgentBeforeEndsNotTheTalkOfTheOneWhoTookOver() {
    Contact contact =
        talks(
            event(CallEventType.ANSWERED, 40).by("b").segment(1),
            event(CallEventType.WRAP_UP_ENDED, 60).by("a").segment(1));

    assertThat(contact.legs())
        .extracting(Leg::talking, Leg::wrapUpMillis)
        .containsExactly(tuple(false, 20 * SECOND), tuple(true, 0L));
  }

  @Test
  void anAgentWhoLeavesLeavesTheOwnLegOnly() {
    Contact contact =
        talks(
            event(CallEventType.TRANSFERRED, 40),
            queued(41).queue("orders"),
            event(CallEventType.ANSWERED, 50).by("b"),
            event(CallEventType.AGENT_LEFT, 55).by("a"));

    assertThat(contact.legs())
        .extracting(Leg::leftAt)
        .containsExactly(TEN + 40 * SECOND, CallEvent.NEVER);
  }

  // ---- when it is final

  @Test
  void aLegSettlesWhenItsWrapUpEnds() {
    assertThat(
            leg(event(CallEventType.AGENT_LEFT, 60), event(CallEventType.WRAP_UP_ENDED, 90))
                .settledAt())
        .isEqualTo(TEN + 90 * SECOND);
  }

  @Test
  void aLegWhoseWrapUpIsStatedSettlesAtItsEnd() {
    Leg leg = leg(event(CallEventType.AGENT_LEFT, 60).wrapUp(25_000));

    assertThat(leg.settledAt()).isEqualTo(TEN + 60 * SECOND);
    assertThat(leg.wrapUpMillis()).isEqualTo(25_000);
  }

  @Test
  void aLegWhoseWrapUpIsNotToldOfSettlesAtTheLimitWithNone() {
    long limit = TEN + MINUTE + 30 * MINUTE;

    assertThat(at(limit - 1, event(CallEventType.AGENT_LEFT, 60)).settled()).isFalse();
    Leg leg = at(limit, event(CallEventType.AGENT_LEFT, 60));
    assertThat(leg.settledAt()).isEqualTo(limit);
    assertThat(leg.wrapUpMillis()).isZero();
    assertThat(leg.timedOut()).isFalse();
  }

  @Test
  void aWrapUpThatIsToldOfLateTakesTheLimitBack() {
    Leg leg =
        at(
            TEN + 5 * HOUR,
            event(CallEventType.AGENT_LEFT, 60),
            event(CallEventType.WRAP_UP_ENDED, 3 * 3600));

    assertThat(leg.wrapUpMillis()).isEqualTo(3 * HOUR - MINUTE);
    assertThat(leg.settledAt()).isEqualTo(TEN + 3 * HOUR);
  }

  @Test
  void aLegThatNothingEndsTimesOutAndIsNeverSettled() {
    assertThat(at(TEN + 12 * HOUR - 1).talking()).isTrue();
    Leg leg = at(TEN + 12 * HOUR);

    assertThat(leg.timedOut()).isTrue();
    assertThat(leg.leftAt()).isEqualTo(TEN + 12 * HOUR);
    assertThat(leg.settled()).isFalse();
    assertThat(leg.handleMillis()).isZero();
    Contact contact = told(List.of(), TEN + 13 * HOUR, queued(0), answered());
    assertThat(contact.endedAt()).isEqualTo(TEN + 12 * HOUR);
    assertThat(contact.open()).isFalse();
  }

  @Test
  void anEndThatComesLateTakesTheTimeoutOfALegBack() {
    Leg leg = at(TEN + 20 * HOUR, event(CallEventType.AGENT_LEFT, 60));

    assertThat(leg.timedOut()).isFalse();
    assertThat(leg.talkMillis()).isEqualTo(MINUTE);
  }

  @Test
  void theNextInstantOfALegIsItsLimitAndThenThatOfItsWrapUp() {
    ContactLife life = new ContactLife(Rulebook.of(List.of()), LIMITS);

    assertThat(life.nextInstant(talks())).isEqualTo(TEN + 12 * HOUR);
    assertThat(life.nextInstant(talks(event(CallEventType.AGENT_LEFT, 60))))
        .isEqualTo(TEN + 31 * MINUTE);
    assertThat(life.nextInstant(talks(event(CallEventType.AGENT_LEFT, 60).wrapUp(1))))
        .isEqualTo(CallEvent.NEVER);
  }

  private static Calls answered() {
    return event(CallEventType.ANSWERED, 0).by("a");
  }

  private static Contact talks(Calls... then) {
    return talks(Long.MIN_VALUE, then);
  }

  private static Contact talks(long reached, Calls... then) {
    List<Calls> events = new ArrayList<>(List.of(queued(0), answered()));
    events.addAll(List.of(then));
    return told(List.of(), reached, events.toArray(Calls[]::new));
  }

  private static Leg at(long reached, Calls... then) {
    return talks(reached, then).legs().get(0);
  }

  private static Leg leg(Calls... then) {
    return talks(then).legs().get(0);
  }
}
