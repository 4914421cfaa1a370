package io.aftercare.domain.call;

import static io.aftercare.domain.call.Calls.LIMITS;
import static io.aftercare.domain.call.Calls.SECOND;
import static io.aftercare.domain.call.Calls.TEN;
import static io.aftercare.domain.call.Calls.event;
import static io.aftercare.domain.call.Calls.queued;
import static io.aftercare.domain.call.Calls.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aftercare.domain.sla.Rulebook;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order events take effect, and what corrections and clocks that go wrong do to it. */
class CallOrderTest {
  private final ContactLife life = new ContactLife(Rulebook.of(List.of()), LIMITS);

  // ---- one instant

  @Test
  void atOneInstantTheQueueComesBeforeTheAnswerAndTheAnswerBeforeItsEnd() {
    Contact contact =
        told(
            event(CallEventType.DISCONNECTED, 0),
            event(CallEventType.WRAP_UP_ENDED, 0),
            event(CallEventType.AGENT_LEFT, 0),
            event(CallEventType.ANSWERED, 0),
            event(CallEventType.RINGING, 0),
            queued(0));

    assertThat(contact.segments())
        .extracting(Segment::outcome, Segment::waitMillis)
        .containsExactly(tuple(Outcome.ANSWERED_IN_TIME, 0L));
    assertThat(contact.legs())
        .extracting(Leg::leftAt, Leg::settledAt, Leg::handleMillis)
        .containsExactly(tuple(TEN, TEN, 0L));
    assertThat(contact.endedAt()).isEqualTo(TEN);
  }

  @Test
  void atOneInstantACallerIsPassedOnBeforeTheNextQueue() {
    Contact contact =
        told(queued(0), queued(10).queue("orders"), event(CallEventType.OVERFLOWED, 10));

    assertThat(contact.segments())
        .extracting(Segment::queue, Segment::outcome)
        .containsExactly(tuple("repairs", Outcome.OVERFLOWED), tuple("orders", Outcome.WAITING));
  }

  @Test
  void atOneInstantAnAnswerComesBeforeHangingUp() {
    assertThat(
            told(queued(0), event(CallEventType.ABANDONED, 9), event(CallEventType.ANSWERED, 9))
                .segments())
        .extracting(Segment::outcome)
        .containsExactly(Outcome.ANSWERED_IN_TIME);
  }

  @Test
  void atOneInstantAHoldComesAfterItsAnswer() {
    Contact contact =
        told(
            queued(0),
            event(CallEventType.HELD, 5),
            event(CallEventType.ANSWERED, 5),
            event(CallEventType.RETRIEVED, 25),
            event(CallEventType.AGENT_LEFT, 30));

    assertThat(contact.legs())
        .extracting(Leg::talkMillis, Leg::holdMillis)
        .containsExactly(tuple(5 * SECOND, 20 * SECOND));
  }

  @Test
  void theSequenceOfTheSourceDecidesAtOneInstantIfEveryEventHasOne() {
    CallEvent entered = queued(0).sequence(1).now();
    CallEvent gaveUp = event(CallEventType.ABANDONED, 9).sequence(2).now();
    CallEvent answered = event(CallEventType.ANSWERED, 9).sequence(3).now();
    CallEvent unnumbered = event(CallEventType.RINGING, 8).now();

    assertThat(outcome(entered, answered, gaveUp)).isEqualTo(Outcome.ABANDONED_IN_TIME);
    assertThat(outcome(entered, answered, gaveUp, unnumbered)).isEqualTo(Outcome.ANSWERED_IN_TIME);
  }

  @Test
  void timeComesBeforeTheSequence() {
    assertThat(
            outcome(
                queued(0).sequence(3).now(),
                event(CallEventType.ABANDONED, 9).sequence(2).now(),
                event(CallEventType.ANSWERED, 10).sequence(1).now()))
        .isEqualTo(Outcome.ABANDONED_IN_TIME);
  }

  @Test
  void atOneInstantTheIdDecidesLast() {
    CallEvent left = event(CallEventType.VOICEMAIL_LEFT, 9).named("b");
    assertThat(outcome(queued(0).now(), left, event(CallEventType.FAILED, 9).named("a")))
        .isEqualTo(Outcome.FAILED);
    assertThat(outcome(queued(0).now(), left, event(CallEventType.FAILED, 9).named("c")))
        .isEqualTo(Outcome.VOICEMAIL);
  }

  // ---- the beginning

  @Test
  void offeredComesFirstWhateverItsTimeAndEarlierEventsTakeEffectThen() {
    CallEvent early = queued(-30).now();
    Contact contact =
        life.fold(
            List.of(
                early,
                event(CallEventType.OFFERED, 0).now(),
                event(CallEventType.ANSWERED, 10).now()),
            Long.MIN_VALUE);

    assertThat(contact.segments())
        .extracting(Segment::enteredAt, Segment::waitMillis)
        .containsExactly(tuple(TEN, 10 * SECOND));
    assertThat(ContactLife.skewed(contact, early)).isTrue();
  }

  @Test
  void aContactThatWasNeverOfferedBeginsWithItsFirstEventAndIsAnOrphan() {
    Contact contact = told(event(CallEventType.ANSWERED, 40), queued(5));

    assertThat(contact.orphan()).isTrue();
    assertThat(contact.offeredAt()).isEqualTo(TEN + 5 * SECOND);
  }

  @Test
  void theFirstCustomerAndTheLastTicketThatAreStatedCount() {
    Contact contact =
        told(
            event(CallEventType.OFFERED, 0).from("k-1").about("T-1"),
            queued(1).from("k-2"),
            event(CallEventType.ANSWERED, 2).about("T-2"),
            event(CallEventType.AGENT_LEFT, 3));

    assertThat(contact.customerRef()).isEqualTo("k-1");
    assertThat(contact.ticketId()).isEqualTo("T-2");
  }

  @Test
  void anEventIsLateIfOneThatIsKnownTakesEffectAfterIt() {
    List<CallEvent> known = List.of(queued(0).now(), event(CallEventType.ANSWERED, 9).now());

    assertThat(ContactLife.late(known, event(CallEventType.RINGING, 5).now())).isTrue();
    assertThat(ContactLife.late(known, event(CallEventType.AGENT_LEFT, 9).now())).isFalse();
    assertThat(ContactLife.late(List.of(), queued(0).now())).isFalse();
  }

  // ---- corrections

  @Test
  void aCorrectionReplacesTimeAndWhatItStates() {
    Contact contact =
        told(
            queued(0),
            event(CallEventType.ANSWERED, 50),
            event(CallEventType.CORRECTED, 20).corrects("answered@" + (TEN + 50 * SECOND)).by("b"));

    assertThat(contact.segments()).extracting(Segment::waitMillis).containsExactly(20 * SECOND);
    assertThat(contact.legs()).hasSize(1);
  }

  @Test
  void ofSeveralCorrectionsTheOneRecordedLastCounts() {
    assertThat(
            life.fold(
                    List.of(
                        queued(0).now(),
                        event(CallEventType.ANSWERED, 50).named("a"),
                        corrected("a", 20, 200).named("second"),
                        corrected("a", 30, 100).named("z-first")),
                    Long.MIN_VALUE)
                .segments())
        .extracting(Segment::waitMillis)
        .containsExactly(20 * SECOND);
  }

  @Test
  void aCorrectionMayBeCorrected() {
    assertThat(
            life.fold(
                    List.of(
                        queued(0).now(),
                        event(CallEventType.ANSWERED, 50).named("a"),
                        corrected("a", 20, 100).named("b"),
                        corrected("b", 12, 200).named("c")),
                    Long.MIN_VALUE)
                .segments())
        .extracting(Segment::waitMillis)
        .containsExactly(12 * SECOND);
  }

  @Test
  void aCorrectionOfWhatIsNotKnownDoesNothingToTheCallAndTakesEffectWhenThatComes() {
    CallEvent correction = corrected("a", 20, 100).about("T-9").named("b");
    Contact before = life.fold(List.of(queued(0).now(), correction), Long.MIN_VALUE);

    assertThat(before.segments()).extracting(Segment::outcome).containsExactly(Outcome.WAITING);
    assertThat(before.ticketId()).isEqualTo("T-9");
    assertThat(outcome(queued(0).now(), correction, event(CallEventType.ABANDONED, 50).named("a")))
        .isEqualTo(Outcome.ABANDONED_IN_TIME);
  }

  @Test
  void aCircleOfCorrectionsCorrectsNothing() {
    Contact contact =
        life.fold(
            List.of(corrected("b", 1, 1).named("a"), corrected("a", 2, 2).named("b")),
            Long.MIN_VALUE);

    assertThat(contact.offeredAt()).isEqualTo(TEN + SECOND);
    assertThat(contact.segments()).isEmpty();
  }

  private static Calls corrected(String id, int at, int recorded) {
    return event(CallEventType.CORRECTED, at).corrects(id).recorded(TEN + recorded * SECOND);
  }

  private Outcome outcome(CallEvent... events) {
    return life.fold(Arrays.asList(events), Long.MIN_VALUE).segments().get(0).outcome();
  }
}
