package io.aftercare.domain.ticket;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static io.aftercare.domain.ticket.Events.created;
import static io.aftercare.domain.ticket.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.ResolutionMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every outcome of {@link FindingKind}, told by hand: a ticket that is created at ten in region
 * north, hours after that, 168 of them to a week. Each is told in order, backwards, and backwards
 * while all time passes between the events.
 */
class FindingsTest {
  private static final long WEEK = 168;

  private static final TicketEvent CREATED = created(TEN).now();
  private static final TicketEvent REPLIED = at(EventType.AGENT_REPLY, 1).by(ActorType.AGENT).now();
  private static final TicketEvent SOLVED = at(EventType.RESOLVED, 2).now();

  private final TicketLife life = new TicketLife(Promised.shipped());

  // ---- intake

  @Test
  void anIntakeIsCompleteIfNoFieldWasLeftEmpty() {
    assertThat(found("INTAKE", CREATED)).containsExactly("INTAKE_COMPLETE 0");
    assertThat(found("INTAKE", created(TEN).missing(2).now()))
        .containsExactly("INTAKE_INCOMPLETE 0");
  }

  @Test
  void ofAnIntakeThatNobodySawNothingIsFound() {
    assertThat(found("INTAKE", REPLIED)).isEmpty();
    assertThat(found("INTAKE", CREATED.withDetails(Details.LOST))).isEmpty();
  }

  @Test
  void aCreationThatIsSaidTwiceIsOneIntake() {
    assertThat(found("INTAKE", CREATED, created(TEN + HOUR).missing(1).now()))
        .containsExactly("INTAKE_COMPLETE 0");
  }

  // ---- first contact

  @Test
  void whoeverDoesNotComeAgainForAWeekWasServedAtTheFirstContact() {
    assertThat(found("FIRST_CONTACT", CREATED, REPLIED, SOLVED))
        .containsExactly("FIRST_CONTACT_PROVISIONAL 2", "FIRST_CONTACT_CONFIRMED 170");
    assertThat(foundBy(WEEK + 2, "FIRST_CONTACT", CREATED, REPLIED, SOLVED)).hasSize(2);
    assertThat(foundBefore(WEEK + 2, "FIRST_CONTACT", CREATED, REPLIED, SOLVED)).hasSize(1);
  }

  @Test
  void toCloseWithoutResolvingResolves() {
    assertThat(found("FIRST_CONTACT", CREATED, at(EventType.CLOSED, 3).now()))
        .containsExactly("FIRST_CONTACT_PROVISIONAL 3", "FIRST_CONTACT_CONFIRMED 171");
  }

  @ParameterizedTest
  @EnumSource(names = {"CUSTOMER_MESSAGE", "COMPLAINT_FILED", "REOPENED"})
  void theCustomerWhoComesAgainWithinTheWeekFailsIt(EventType again) {
    for (long hour : List.of(2L + 1, 2 + WEEK)) {
      assertThat(found("FIRST_CONTACT", CREATED, REPLIED, SOLVED, at(again, hour).now()))
          .containsExactly("FIRST_CONTACT_PROVISIONAL 2", "FIRST_CONTACT_FAILED " + hour);
    }
    TicketEvent later = event(again, TEN + (2 + WEEK) * HOUR + 1).now();
    assertThat(found("FIRST_CONTACT", CREATED, REPLIED, SOLVED, later))
        .containsExactly("FIRST_CONTACT_PROVISIONAL 2", "FIRST_CONTACT_CONFIRMED 170");
  }

  @Test
  void whatTheCustomerDoesNotSeeOrDoIsNoSecondContact() {
    assertThat(
            found(
                "FIRST_CONTACT",
                CREATED,
                REPLIED,
                at(EventType.CUSTOMER_MESSAGE, 1).internal().now(),
                SOLVED,
                at(EventType.CUSTOMER_MESSAGE, 4).internal().now(),
                at(EventType.AGENT_REPLY, 5).by(ActorType.AGENT).now()))
        .containsExactly("FIRST_CONTACT_PROVISIONAL 2", "FIRST_CONTACT_CONFIRMED 170");
  }

  @Test
  void whoeverWritesAfterTheFirstReplyWasNotServedAtTheFirstContact() {
    TicketEvent again = event(EventType.CUSTOMER_MESSAGE, TEN + HOUR + 1).now();
    assertThat(found("FIRST_CONTACT", CREATED, REPLIED, again, SOLVED))
        .containsExactly("FIRST_CONTACT_FAILED 2");
  }

  @Test
  void whoeverWritesTwiceBeforeAnybodyRepliedHasTurnedToUsOnce() {
    TicketEvent impatient = event(EventType.CUSTOMER_MESSAGE, TEN + 1).now();
    TicketEvent greeted = event(EventType.AUTO_REPLY, TEN).by(ActorType.BOT).now();
    assertThat(found("FIRST_CONTACT", CREATED, greeted, impatient, REPLIED, SOLVED))
        .contains("FIRST_CONTACT_PROVISIONAL 2");
  }

  @Test
  void whatWasHandedOnWasNotServedAtTheFirstContact() {
    TicketEvent queued = event(EventType.ASSIGNED, TEN + 1).queue("first").now();
    TicketEvent handed = event(EventType.ASSIGNED, TEN + 2).queue("second").now();
    TicketEvent moved = event(EventType.TRANSFERRED, TEN + 3).in("south").now();
    assertThat(found("FIRST_CONTACT", CREATED, queued, SOLVED))
        .contains("FIRST_CONTACT_PROVISIONAL 2");
    assertThat(found("FIRST_CONTACT", CREATED, queued, handed, SOLVED))
        .containsExactly("FIRST_CONTACT_FAILED 2");
    assertThat(found("FIRST_CONTACT", CREATED, moved, SOLVED))
        .containsExactly("FIRST_CONTACT_FAILED 2");
    TicketEvent movedLater = at(EventType.TRANSFERRED, 4).in("south").now();
    assertThat(found("FIRST_CONTACT", CREATED, SOLVED, movedLater))
        .as("handed on when it was solved")
        .contains("FIRST_CONTACT_CONFIRMED 170");
  }

  @Test
  void onlyTheFirstResolutionIsOneAtTheFirstContact() {
    assertThat(
            found(
                "FIRST_CONTACT",
                CREATED,
                SOLVED,
                at(EventType.REOPENED, 3).now(),
                at(EventType.RESOLVED, 4).now()))
        .containsExactly("FIRST_CONTACT_PROVISIONAL 2", "FIRST_CONTACT_FAILED 3");
  }

  @Test
  void aSecondCallIsASecondContactAndTheCallItWasOpenedForIsNot() {
    TicketEvent byPhone =
        event(EventType.CREATED, TEN).by(ActorType.AGENT).in("north").contact("C").now();
    TicketEvent call = Calls.told("T-1", "C", TEN - HOUR, TEN - HOUR / 2, true, false);
    TicketEvent rings = Calls.told("T-1", "D", TEN + HOUR, TEN + HOUR, false, true);
    TicketEvent ringsLater = Calls.told("T-1", "D", TEN + 9 * HOUR, TEN + 9 * HOUR, false, true);
    assertThat(found("FIRST_CONTACT", byPhone, call, SOLVED))
        .containsExactly("FIRST_CONTACT_PROVISIONAL 2", "FIRST_CONTACT_CONFIRMED 170");
    assertThat(found("FIRST_CONTACT", byPhone, call, rings, SOLVED))
        .containsExactly("FIRST_CONTACT_FAILED 2");
    assertThat(found("FIRST_CONTACT", byPhone, call, SOLVED, ringsLater))
        .containsExactly("FIRST_CONTACT_PROVISIONAL 2", "FIRST_CONTACT_FAILED 9");
  }

  @Test
  void ofAVoidTicketWhatWasPendingHasNoVerdict() {
    TicketEvent sent = at(EventType.SURVEY_SENT, 3).now();
    TicketEvent spam = at(EventType.MARKED_SPAM, 4).now();
    TicketEvent answered = at(EventType.SURVEY_COMPLETED, 5).score(9500, true).now();
    assertThat(found("", CREATED, SOLVED, sent, spam, answered))
        .containsExactly("INTAKE_COMPLETE 0", "FIRST_CONTACT_PROVISIONAL 2", "RESOLVED_SOMEHOW 2");
  }

  // ---- remote

  @ParameterizedTest
  @CsvSource({
    "REMOTE, RESOLVED_REMOTELY",
    "PHONE_GUIDANCE, RESOLVED_REMOTELY",
    "ON_SITE, RESOLVED_NOT_REMOTELY",
    "WORKSHOP, RESOLVED_NOT_REMOTELY",
    "REPLACEMENT, RESOLVED_NOT_REMOTELY",
    "REFUND, RESOLVED_SOMEHOW",
    "OTHER, RESOLVED_SOMEHOW",
    "UNKNOWN, RESOLVED_SOMEHOW"
  })
  void theFirstResolutionIsRemoteOrNotByItsMode(ResolutionMode mode, FindingKind kind) {
    TicketEvent solved = at(EventType.RESOLVED, 2).mode(mode).now();
    assertThat(
            found(
                "RESOLVED",
                CREATED,
                solved,
                at(EventType.REOPENED, 3).now(),
                at(EventType.RESOLVED, 4).mode(ResolutionMode.ON_SITE).now()))
        .containsExactly(kind + " 2");
  }

  // ---- closed loop

  @Test
  void aLoopIsClosedAWeekLaterIfTheCustomerWasReached() {
    assertThat(found("LOOP", CREATED, SOLVED, followUp(5, FollowUpOutcome.REACHED)))
        .containsExactly("LOOP_CLOSED 170");
    assertThat(found("LOOP", CREATED, SOLVED, followUp(2 + WEEK, FollowUpOutcome.REACHED)))
        .containsExactly("LOOP_CLOSED 170");
  }

  @Test
  void aLoopIsOpenIfNobodyConfirmedItInTime() {
    assertThat(found("LOOP", CREATED, SOLVED)).containsExactly("LOOP_OPEN 170");
    for (FollowUpOutcome outcome : List.of(FollowUpOutcome.NOT_REACHED, FollowUpOutcome.DECLINED)) {
      assertThat(found("LOOP", CREATED, SOLVED, followUp(5, outcome)))
          .containsExactly("LOOP_OPEN 170");
    }
    assertThat(found("LOOP", CREATED, SOLVED, followUp(3 + WEEK, FollowUpOutcome.REACHED)))
        .containsExactly("LOOP_OPEN 170");
    assertThat(found("LOOP", CREATED, followUp(1, FollowUpOutcome.REACHED), SOLVED))
        .as("asked before it was solved")
        .containsExactly("LOOP_OPEN 170");
  }

  @Test
  void anAcceptanceAndAnAnsweredSurveyConfirmToo() {
    assertThat(found("LOOP", CREATED, SOLVED, at(EventType.SURVEY_COMPLETED, 9).now()))
        .containsExactly("LOOP_CLOSED 170");
    assertThat(found("LOOP", CREATED, SOLVED, at(EventType.ACCEPTANCE_PASSED, 9).now()))
        .containsExactly("LOOP_CLOSED 170");
    assertThat(found("LOOP", CREATED, at(EventType.ACCEPTANCE_PASSED, 1).now(), SOLVED))
        .as("accepted on site, before it was resolved")
        .containsExactly("LOOP_CLOSED 170");
  }

  @Test
  void anAcceptanceThatFailedTakesTheConfirmationBack() {
    TicketEvent refused = at(EventType.ACCEPTANCE_FAILED, 9).now();
    assertThat(found("LOOP", CREATED, SOLVED, followUp(5, FollowUpOutcome.REACHED), refused))
        .containsExactly("LOOP_OPEN 170");
    assertThat(found("LOOP", CREATED, SOLVED, refused, followUp(10, FollowUpOutcome.REACHED)))
        .containsExactly("LOOP_CLOSED 170");
  }

  @Test
  void aReopeningSettlesTheLoopAtOnceAndTheNextResolutionIsAskedForAnew() {
    assertThat(
            found(
                "LOOP",
                CREATED,
                at(EventType.ACCEPTANCE_PASSED, 1).now(),
                SOLVED,
                at(EventType.REOPENED, 10).now(),
                at(EventType.RESOLVED, 12).now()))
        .containsExactly("LOOP_OPEN 10", "LOOP_OPEN 180");
    assertThat(found("LOOP", CREATED, SOLVED, at(EventType.REOPENED, 2 + WEEK).now()))
        .containsExactly("LOOP_OPEN 170");
    assertThat(
            found(
                "LOOP",
                CREATED,
                SOLVED,
                followUp(5, FollowUpOutcome.REACHED),
                at(EventType.REOPENED, 3 + WEEK).now()))
        .as("after it was settled")
        .containsExactly("LOOP_CLOSED 170");
  }

  @Test
  void aVerdictBelongsToWhoeverHeldTheTicketWhenItSettled() {
    TicketEvent moved = at(EventType.TRANSFERRED, 20).in("south").now();
    List<Finding> findings =
        life.tell(List.of(CREATED, SOLVED, moved), TEN + 999 * HOUR).booked().findings();
    assertThat(findings)
        .filteredOn(f -> f.kind() == FindingKind.LOOP_OPEN)
        .extracting(Finding::region)
        .containsExactly("south");
    assertThat(findings)
        .filteredOn(f -> f.kind() == FindingKind.RESOLVED_SOMEHOW)
        .extracting(Finding::region)
        .containsExactly("north");
  }

  // ---- repairs

  @Test
  void theFirstAcceptanceCounts() {
    TicketEvent passed = at(EventType.ACCEPTANCE_PASSED, 1).now();
    TicketEvent failed = at(EventType.ACCEPTANCE_FAILED, 2).now();
    assertThat(found("REPAIR", CREATED, passed, failed)).containsExactly("REPAIR_PASSED 1");
    assertThat(found("REPAIR", CREATED, failed, at(EventType.ACCEPTANCE_PASSED, 3).now()))
        .containsExactly("REPAIR_FAILED 2");
  }

  // ---- appointments

  @Test
  void whoeverComesByTheEndOfTheWindowIsOnTime() {
    assertThat(found("APPOINTMENT", CREATED, window(1, 5), arrived(5)))
        .containsExactly("APPOINTMENT_ON_TIME 5");
    assertThat(found("APPOINTMENT", CREATED, window(1, 5), arrived(6), arrived(7), SOLVED_LATER))
        .containsExactly("APPOINTMENT_LATE 6");
    assertThat(found("APPOINTMENT", CREATED, arrived(6))).as("unannounced").isEmpty();
  }

  @Test
  void aWindowThatPassedIsMissedWhenTheTicketGoesOnWithoutAVisit() {
    assertThat(found("APPOINTMENT", CREATED, window(1, 5))).as("who may still come").isEmpty();
    assertThat(found("APPOINTMENT", CREATED, window(1, 5), SOLVED_LATER))
        .containsExactly("APPOINTMENT_MISSED 20");
    assertThat(found("APPOINTMENT", CREATED, window(1, 5), at(EventType.CLOSED, 6).now()))
        .containsExactly("APPOINTMENT_MISSED 6");
    assertThat(found("APPOINTMENT", CREATED, window(1, 5), window(6, 9), arrived(8)))
        .containsExactly("APPOINTMENT_MISSED 6", "APPOINTMENT_ON_TIME 8");
    assertThat(found("APPOINTMENT", CREATED, window(1, 5), calledOff(6)))
        .containsExactly("APPOINTMENT_MISSED 6");
  }

  @Test
  void anotherWindowWhileOneStandsReschedulesIt() {
    assertThat(found("APPOINTMENT", CREATED, window(1, 5), window(5, 9), arrived(10)))
        .containsExactly("APPOINTMENT_RESCHEDULED 5", "APPOINTMENT_LATE 10");
    assertThat(found("APPOINTMENT", CREATED, window(1, 5), window(2, 5), arrived(4)))
        .as("the same window again")
        .containsExactly("APPOINTMENT_ON_TIME 4");
  }

  @Test
  void whatIsCalledOffInTimeIsCancelled() {
    assertThat(found("APPOINTMENT", CREATED, window(1, 5), calledOff(5), calledOff(6)))
        .containsExactly("APPOINTMENT_CANCELLED 5");
    TicketEvent withoutWindow = at(EventType.APPOINTMENT_SET, 3).now();
    assertThat(found("APPOINTMENT", CREATED, window(1, 5), withoutWindow))
        .containsExactly("APPOINTMENT_CANCELLED 3");
    assertThat(found("APPOINTMENT", CREATED, window(1, 5), SOLVED))
        .as("no longer needed")
        .containsExactly("APPOINTMENT_CANCELLED 2");
  }

  @Test
  void aSolvedTicketHasNoAppointmentsAndAVoidOneNoVerdict() {
    assertThat(found("APPOINTMENT", CREATED, SOLVED, window(3, 5), arrived(4))).isEmpty();
    assertThat(found("APPOINTMENT", CREATED, window(1, 5), at(EventType.CANCELLED, 9).now()))
        .isEmpty();
  }

  // ---- surveys

  @Test
  void aSurveyIsAnsweredWithinAWeekOrNot() {
    TicketEvent sent = at(EventType.SURVEY_SENT, 3).now();
    assertThat(found("SURVEY", CREATED, sent, at(EventType.SURVEY_COMPLETED, 3 + WEEK).now()))
        .containsExactly("SURVEY_ANSWERED 171");
    assertThat(found("SURVEY", CREATED, sent)).containsExactly("SURVEY_UNANSWERED 171");
    TicketEvent late = at(EventType.SURVEY_COMPLETED, 4 + WEEK).score(9000, false).now();
    assertThat(found("SURVEY", CREATED, sent, late)).containsExactly("SURVEY_UNANSWERED 171");
    assertThat(found("VERY", CREATED, sent, late)).containsExactly("VERY_SATISFIED 172");
  }

  @Test
  void aReminderIsNoOtherSurveyButALaterSurveyIs() {
    TicketEvent sent = at(EventType.SURVEY_SENT, 3).now();
    TicketEvent reminder = at(EventType.SURVEY_SENT, 3 + WEEK).now();
    TicketEvent another = at(EventType.SURVEY_SENT, 4 + WEEK).now();
    assertThat(found("SURVEY", CREATED, sent, reminder)).containsExactly("SURVEY_UNANSWERED 171");
    assertThat(found("SURVEY", CREATED, sent, another))
        .containsExactly("SURVEY_UNANSWERED 171", "SURVEY_UNANSWERED 340");
  }

  @ParameterizedTest
  @CsvSource({
    "10000, VERY_SATISFIED, PROMOTER",
    "9000, VERY_SATISFIED, PROMOTER",
    "8999, SATISFIED, PASSIVE",
    "8000, SATISFIED, PASSIVE",
    "7999, NEUTRAL, PASSIVE",
    "7000, NEUTRAL, PASSIVE",
    "6999, NEUTRAL, DETRACTOR",
    "6000, NEUTRAL, DETRACTOR",
    "5999, DISSATISFIED, DETRACTOR",
    "0, DISSATISFIED, DETRACTOR"
  })
  void anAnswerIsInABandAndOnAScaleOfTenInAGroup(int score, FindingKind band, FindingKind group) {
    assertThat(life.tell(List.of(CREATED, answer(score, true)), TEN).booked().findings())
        .contains(
            new Finding(band, TEN + 9 * HOUR, "north", score),
            new Finding(group, TEN + 9 * HOUR, "north", 0));
    assertThat(life.tell(List.of(CREATED, answer(score, false)), TEN).booked().findings())
        .extracting(Finding::kind)
        .contains(band)
        .doesNotContain(group);
  }

  @Test
  void anAnswerWithoutAScoreIsAnAnswerOfUnknownContent() {
    TicketEvent sent = at(EventType.SURVEY_SENT, 3).now();
    assertThat(found("", CREATED, sent, at(EventType.SURVEY_COMPLETED, 9).now()))
        .containsExactly("INTAKE_COMPLETE 0", "SURVEY_ANSWERED 9");
  }

  // ---- corrections

  @Test
  void aCorrectionOfTimeOrContentCorrectsWhatWasFound() {
    TicketEvent answer = answer(5000, true);
    TicketEvent corrected =
        at(EventType.CORRECTED, 9).corrects(answer.eventId()).score(9500, true).now();
    assertThat(found("", CREATED, answer, corrected))
        .containsExactly("INTAKE_COMPLETE 0", "VERY_SATISFIED 9", "PROMOTER 9");
    TicketEvent cameEarlier = at(EventType.CORRECTED, 4).corrects(arrived(6).eventId()).now();
    assertThat(found("APPOINTMENT", CREATED, window(1, 5), arrived(6), cameEarlier))
        .containsExactly("APPOINTMENT_ON_TIME 4");
  }

  @Test
  void aLateEventTakesBackOnlyWhatItChanges() {
    Books books = new Books(life);
    List.of(CREATED, SOLVED).forEach(books::take);
    books.advance(TEN + 2 * WEEK * HOUR);
    books.take(at(EventType.INTERNAL_NOTE, 1).now());
    assertThat(books.retracted()).isZero();

    books.take(at(EventType.CUSTOMER_MESSAGE, 9).now());
    assertThat(books.retracted()).as("the confirmation").isEqualTo(1);
  }

  // ---- telling

  private static final TicketEvent SOLVED_LATER = at(EventType.RESOLVED, 20).now();

  private static Events at(EventType type, long hour) {
    return event(type, TEN + hour * HOUR);
  }

  private static TicketEvent followUp(long hour, FollowUpOutcome outcome) {
    return at(EventType.FOLLOW_UP_COMPLETED, hour).followUp(outcome).now();
  }

  private static TicketEvent window(long hour, long end) {
    return at(EventType.APPOINTMENT_SET, hour).appointment(TEN + end * HOUR).now();
  }

  private static TicketEvent calledOff(long hour) {
    return at(EventType.APPOINTMENT_CANCELLED, hour).now();
  }

  private static TicketEvent arrived(long hour) {
    return at(EventType.ENGINEER_ARRIVED, hour).now();
  }

  private static TicketEvent answer(int score, boolean tenPoint) {
    return at(EventType.SURVEY_COMPLETED, 9).score(score, tenPoint).now();
  }

  /** What is found in the end of the kinds whose names begin so, with the hour of each. */
  private List<String> found(String family, TicketEvent... events) {
    return by(TEN + 3 * WEEK * HOUR, family, List.of(events));
  }

  private List<String> foundBy(long hour, String family, TicketEvent... events) {
    return by(TEN + hour * HOUR, family, List.of(events));
  }

  private List<String> foundBefore(long hour, String family, TicketEvent... events) {
    return by(TEN + hour * HOUR - 1, family, List.of(events));
  }

  private List<String> by(long now, String family, List<TicketEvent> events) {
    List<String> atOnce = text(family, life.tell(events, now).booked().findings());
    List<TicketEvent> backwards = new ArrayList<>(events);
    Collections.reverse(backwards);
    assertThat(arrive(events, false, now, family)).as("in order").isEqualTo(atOnce);
    assertThat(arrive(backwards, false, now, family)).as("backwards").isEqualTo(atOnce);
    assertThat(arrive(backwards, true, now, family)).as("too late").isEqualTo(atOnce);
    return atOnce;
  }

  private List<String> arrive(
      List<TicketEvent> events, boolean timePasses, long now, String family) {
    Books books = new Books(life);
    for (TicketEvent event : events) {
      books.take(event);
      if (timePasses) {
        books.advance(now);
      }
    }
    books.advance(now);
    return text(family, books.findings());
  }

  private static List<String> text(String family, List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.kind().name().startsWith(family))
        .sorted(Comparator.comparingLong(Finding::at).thenComparing(Finding::kind))
        .map(f -> f.kind() + " " + (f.at() - TEN) / HOUR)
        .toList();
  }
}
