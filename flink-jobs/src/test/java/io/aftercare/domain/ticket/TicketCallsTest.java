package io.aftercare.domain.ticket;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.MINUTE;
import static io.aftercare.domain.ticket.Events.TEN;
import static io.aftercare.domain.ticket.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.TicketMeasures;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.ResolutionMode;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.sla.Warning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What calls mean for a ticket, worked by hand: a first response is due after 30 s (70 % of them:
 * 21 s, 90 %: 27 s), the next after 4 h, a guidance follow-up after 2 h. Every story is told at
 * once and event by event in every order, deadlines firing in between.
 */
class TicketCallsTest {
  private static final long SECOND = 1000;
  private static final long END = TEN + 100 * HOUR;

  private static final Policy FIRST =
      promise("first", ClockMetric.FIRST_RESPONSE, Allowance.all(30 * SECOND));
  private static final Policy NEXT =
      promise("next", ClockMetric.NEXT_RESPONSE, Allowance.all(4 * HOUR));
  private static final Policy GUIDANCE =
      promise("guidance", ClockMetric.GUIDANCE_FOLLOW_UP, Allowance.all(2 * HOUR));

  private final TicketLife life = new TicketLife(Rulebook.of(List.of(FIRST, NEXT, GUIDANCE)));

  // ---- the call that a ticket was opened for

  @Test
  void aTicketThatAnAgentOpensForACallerTakesTheAnswerAsItsFirstResponse() {
    Ticket ticket = told(byAgent().contact("C").now(), call("C", -2 * MINUTE, 20 * SECOND));

    Clock clock = only(ticket, "first");
    assertThat(clock.openedAt()).isEqualTo(TEN - 2 * MINUTE);
    assertThat(clock.deadline()).isEqualTo(TEN - 2 * MINUTE + 30 * SECOND);
    assertThat(clock.verdict()).isEqualTo(Verdict.MET);
    assertThat(clock.settledAt()).isEqualTo(TEN - 2 * MINUTE + 20 * SECOND);
    assertThat(clock.stoppedAt()).isEqualTo(TEN - 2 * MINUTE + 20 * SECOND);
    assertThat(clock.cause()).isEqualTo("answered");
    assertThat(clock.region()).isEqualTo("north");
    assertThat(clock.openedIn()).isEqualTo("north");
  }

  @Test
  void theWaitIsObservedAsTheTimeOfTheFirstResponse() {
    Ticket ticket = told(byAgent().contact("C").now(), call("C", -2 * MINUTE, 20 * SECOND));

    assertThat(ticket.milestones())
        .extracting(Milestone::kind, Milestone::at, Milestone::elapsedMillis)
        .containsExactly(
            tuple(MilestoneKind.CREATED, TEN, 0L),
            tuple(MilestoneKind.FIRST_RESPONSE, TEN - 2 * MINUTE + 20 * SECOND, 20 * SECOND));
    List<Delta> counted = new ArrayList<>();
    TicketMeasures.count(
        TicketDiff.between(null, ticket), Rulebook.of(List.of(FIRST)), counted::add);
    assertThat(counted)
        .filteredOn(delta -> delta.measure() == Measure.FIRST_RESPONSE_SECONDS)
        .containsExactly(Delta.of(Measure.FIRST_RESPONSE_SECONDS, 20 * SECOND, "north", "live"));
  }

  @Test
  void withoutACallTheClockOfSuchATicketStartsAtTheCustomersFirstPublicMessage() {
    Ticket silent = told(byAgent().now());
    assertThat(silent.clocks()).isEmpty();

    Ticket ticket = told(byAgent().now(), message(5 * MINUTE), reply(5 * MINUTE + 10 * SECOND));
    assertThat(only(ticket, "first").openedAt()).isEqualTo(TEN + 5 * MINUTE);
    assertThat(only(ticket, "first").verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void aWaitLongerThanTheTargetBreachesAtItsInstantBeforeTheTicketWasThere() {
    Ticket ticket = told(byAgent().contact("C").now(), call("C", -2 * MINUTE, 50 * SECOND));

    long entered = TEN - 2 * MINUTE;
    Clock clock = only(ticket, "first");
    assertThat(clock.verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock.settledAt()).isEqualTo(entered + 30 * SECOND);
    assertThat(clock.cause()).isEqualTo("deadline");
    assertThat(clock.stoppedAt()).isEqualTo(entered + 50 * SECOND);
    assertThat(clock.warnings())
        .containsExactly(
            new Warning(70, entered + 21 * SECOND), new Warning(90, entered + 27 * SECOND));
    assertThat(ticket.milestones())
        .filteredOn(step -> step.kind() == MilestoneKind.FIRST_RESPONSE)
        .extracting(Milestone::elapsedMillis)
        .containsExactly(50 * SECOND);
  }

  @Test
  void anAnswerAtTheDeadlineIsInTimeAndOneMillisecondLaterIsNot() {
    assertThat(verdict(30 * SECOND)).isEqualTo(Verdict.MET);
    assertThat(verdict(30 * SECOND + 1)).isEqualTo(Verdict.BREACHED);
  }

  private Verdict verdict(long wait) {
    Ticket ticket = told(byAgent().contact("C").now(), call("C", -HOUR, wait));
    return only(ticket, "first").verdict();
  }

  @Test
  void aTicketThatIsThereWhileTheCallerWaitsIsMetByTheAnswerToCome() {
    Ticket ticket = told(byCustomer().contact("C").now(), call("C", -10 * SECOND, 25 * SECOND));

    Clock clock = only(ticket, "first");
    assertThat(clock.openedAt()).isEqualTo(TEN - 10 * SECOND);
    assertThat(clock.verdict()).isEqualTo(Verdict.MET);
    assertThat(clock.settledAt()).isEqualTo(TEN + 15 * SECOND);
  }

  @Test
  void aTicketCreatedAtTheOfferWaitsForTheQueueBeforeItsClockRuns() {
    Ticket ticket = told(byCustomer().contact("C").now(), call("C", 2 * MINUTE, 25 * SECOND));

    Clock clock = only(ticket, "first");
    assertThat(clock.openedAt()).isEqualTo(TEN + 2 * MINUTE);
    assertThat(clock.verdict()).isEqualTo(Verdict.MET);
    assertThat(clock.settledAt()).isEqualTo(TEN + 2 * MINUTE + 25 * SECOND);
    assertThat(ticket.clocks()).hasSize(1);
  }

  @Test
  void aMessageBetweenTheOfferAndTheQueueStartsNothing() {
    Ticket ticket =
        told(byCustomer().contact("C").now(), message(MINUTE), call("C", 2 * MINUTE, 25 * SECOND));

    assertThat(only(ticket, "first").openedAt()).isEqualTo(TEN + 2 * MINUTE);
    assertThat(ticket.clocks()).hasSize(1);
  }

  @Test
  void aReplyAtTheVeryInstantOfTheQueueComesBeforeTheWait() {
    Ticket ticket =
        told(
            byCustomer().contact("C").now(), reply(2 * MINUTE), call("C", 2 * MINUTE, 25 * SECOND));

    assertThat(only(ticket, "first").settledAt()).isEqualTo(TEN + 2 * MINUTE + 25 * SECOND);
  }

  @Test
  void whoIsAnsweredAtOnceWasNotKeptWaiting() {
    Ticket before = told(byAgent().contact("C").now(), call("C", -MINUTE, 0));
    assertThat(only(before, "first").settledAt()).isEqualTo(TEN - MINUTE);

    Ticket after = told(byAgent().contact("C").now(), call("C", MINUTE, 0));
    assertThat(only(after, "first").verdict()).isEqualTo(Verdict.MET);
    assertThat(only(after, "first").openedAt()).isEqualTo(TEN + MINUTE);
    assertThat(only(after, "first").settledAt()).isEqualTo(TEN + MINUTE);
  }

  @Test
  void theAnswerIsTheFirstResponseOfAClockThatBotsMayStopToo() {
    TicketLife bots =
        new TicketLife(
            Rulebook.of(
                List.of(
                    promise(
                        "or-bot", ClockMetric.FIRST_RESPONSE_OR_BOT, Allowance.all(30 * SECOND)))));

    Ticket ticket = told(bots, byAgent().contact("C").now(), call("C", -MINUTE, 20 * SECOND));

    assertThat(only(ticket, "or-bot").openedAt()).isEqualTo(TEN - MINUTE);
    assertThat(only(ticket, "or-bot").verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void theWaitIsJudgedByThePolicyInForceWhenItBegan() {
    Policy shorter =
        new Policy(
            FIRST.id(),
            2,
            TEN - MINUTE,
            false,
            FIRST.sla(),
            FIRST.slot(),
            FIRST.metric(),
            null,
            Match.ANY,
            Allowance.all(10 * SECOND),
            ClockRules.CALENDAR_TIME);
    TicketLife versions = new TicketLife(Rulebook.of(List.of(FIRST, shorter)));

    Ticket old = told(versions, byAgent().contact("C").now(), call("C", -2 * MINUTE, 20 * SECOND));
    assertThat(only(old, "first").policyVersion()).isEqualTo(1);
    assertThat(only(old, "first").verdict()).isEqualTo(Verdict.MET);

    Ticket young = told(versions, byAgent().contact("C").now(), call("C", -MINUTE, 20 * SECOND));
    assertThat(only(young, "first").policyVersion()).isEqualTo(2);
    assertThat(only(young, "first").verdict()).isEqualTo(Verdict.BREACHED);
  }

  @Test
  void aVersionThatTakesOverWhileTheCallerWaitsTakesOverHisClockThen() {
    Policy shorter =
        new Policy(
            FIRST.id(),
            2,
            TEN - 110 * SECOND,
            false,
            FIRST.sla(),
            FIRST.slot(),
            FIRST.metric(),
            null,
            Match.ANY,
            Allowance.all(15 * SECOND),
            overtaking());
    TicketLife versions = new TicketLife(Rulebook.of(List.of(FIRST, shorter)));

    Ticket ticket =
        told(versions, byAgent().contact("C").now(), call("C", -2 * MINUTE, 20 * SECOND));

    Clock clock = only(ticket, "first");
    assertThat(clock.policyVersion()).isEqualTo(2);
    assertThat(clock.verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock.settledAt()).isEqualTo(TEN - 2 * MINUTE + 15 * SECOND);
  }

  // ---- calls without an answer, tickets without a call

  @Test
  void anAbandonedCallIsOwedAFirstResponseThatTheAgentsReplyGives() {
    Ticket ticket =
        told(byAgent().contact("C").now(), abandoned("C", -2 * MINUTE), reply(5 * MINUTE));

    Clock clock = only(ticket, "first");
    assertThat(clock.openedAt()).isEqualTo(TEN - 2 * MINUTE);
    assertThat(clock.verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock.settledAt()).isEqualTo(TEN - 2 * MINUTE + 30 * SECOND);
    assertThat(clock.stoppedAt()).isEqualTo(TEN + 5 * MINUTE);
  }

  @Test
  void aCallBackIsTheAnswerToAnAbandonedCall() {
    Ticket ticket =
        told(
            byAgent().contact("C").now(),
            abandoned("C", -2 * MINUTE),
            event(EventType.CALL_LINKED, TEN + HOUR).contact("D").now(),
            call("D", HOUR, 5 * SECOND));

    assertThat(only(ticket, "first").stoppedAt()).isEqualTo(TEN + HOUR + 5 * SECOND);
  }

  @Test
  void whileItsCallIsUnknownATicketIsLikeAnyOther() {
    Ticket named = told(byCustomer().contact("C").now());
    assertThat(only(named, "first").openedAt()).isEqualTo(TEN);
    assertThat(only(named, "first").verdict()).isEqualTo(Verdict.BREACHED);

    assertThat(told(byAgent().contact("C").now()).clocks()).isEmpty();

    Ticket linked =
        told(byAgent().now(), event(EventType.CALL_LINKED, TEN + HOUR).contact("C").now());
    assertThat(linked.clocks()).isEmpty();
  }

  @Test
  void aCallThatNobodyNamesMeansNothing() {
    Ticket ticket = told(byAgent().now(), call("C", -2 * MINUTE, 20 * SECOND));
    assertThat(ticket.clocks()).isEmpty();
  }

  @Test
  void aContactThatIsNoCallAfterAllMeansNothing() {
    Ticket ticket =
        told(
            byCustomer().contact("C").now(),
            Calls.told("T-1", "C", Clock.NEVER, TEN - MINUTE, false, true));
    assertThat(only(ticket, "first").openedAt()).isEqualTo(TEN);
  }

  // ---- which call it is

  @Test
  void aCallThatIsLinkedLaterIsTheOneThatAnAgentOpenedTheTicketFor() {
    Ticket ticket =
        told(
            byAgent().now(),
            event(EventType.CALL_LINKED, TEN + HOUR).contact("C").now(),
            call("C", -2 * MINUTE, 20 * SECOND));
    assertThat(only(ticket, "first").verdict()).isEqualTo(Verdict.MET);
    assertThat(only(ticket, "first").openedAt()).isEqualTo(TEN - 2 * MINUTE);
  }

  @Test
  void aCallMayNameItsTicketAlone() {
    Ticket ticket = told(byCustomer().now(), naming("C", -2 * MINUTE, 20 * SECOND));
    assertThat(only(ticket, "first").openedAt()).isEqualTo(TEN - 2 * MINUTE);
    assertThat(only(ticket, "first").verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void aCustomersMailIsNotOpenedForTheCallBeforeIt() {
    Ticket ticket =
        told(
            byCustomer().channel(Channel.EMAIL).now(),
            naming("C", -2 * MINUTE, 20 * SECOND),
            reply(10 * SECOND));
    assertThat(only(ticket, "first").openedAt()).isEqualTo(TEN);
    assertThat(only(ticket, "first").settledAt()).isEqualTo(TEN + 10 * SECOND);
  }

  @Test
  void ofSeveralCallsItIsTheLastWhoseCallerEnteredBeforeTheCreation() {
    Ticket ticket =
        told(
            byAgent().now(),
            naming("A", -HOUR, 50 * SECOND),
            naming("B", -2 * MINUTE, 20 * SECOND),
            naming("C", 2 * MINUTE, 20 * SECOND));
    assertThat(only(ticket, "first").openedAt()).isEqualTo(TEN - 2 * MINUTE);
    assertThat(only(ticket, "first").verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void theOneThatTheCreationNamesComesBeforeAllOthers() {
    Ticket ticket =
        told(
            byAgent().contact("A").now(),
            naming("A", -HOUR, 50 * SECOND),
            naming("B", -2 * MINUTE, 20 * SECOND));
    assertThat(only(ticket, "first").openedAt()).isEqualTo(TEN - HOUR);
    assertThat(only(ticket, "first").verdict()).isEqualTo(Verdict.BREACHED);
  }

  @Test
  void aCorrectedCreationNamesTheCallThatTheCorrectionSays() {
    TicketEvent created = byAgent().contact("A").now();
    Ticket ticket =
        told(
            created,
            event(EventType.CORRECTED, TEN).corrects(created.eventId()).contact("B").now(),
            call("A", -HOUR, 50 * SECOND),
            call("B", -2 * MINUTE, 20 * SECOND));
    assertThat(only(ticket, "first").openedAt()).isEqualTo(TEN - 2 * MINUTE);
  }

  // ---- calls as replies

  @Test
  void anotherCallIsAReplyThatTheCustomerHears() {
    Ticket ticket =
        told(
            byAgent().contact("C").now(),
            call("C", -2 * MINUTE, 20 * SECOND),
            message(HOUR),
            naming("D", 2 * HOUR, 40 * SECOND));

    Clock clock = only(ticket, "next");
    assertThat(clock.openedAt()).isEqualTo(TEN + HOUR);
    assertThat(clock.verdict()).isEqualTo(Verdict.MET);
    assertThat(clock.settledAt()).isEqualTo(TEN + 2 * HOUR + 40 * SECOND);
    assertThat(clock.cause()).isEqualTo("answered");
  }

  @Test
  void theAnswerOfAnotherCallIsTheFirstResponseToAMail() {
    Ticket ticket =
        told(
            byCustomer().channel(Channel.EMAIL).now(),
            event(EventType.CALL_LINKED, TEN + MINUTE).contact("C").now(),
            call("C", 10 * SECOND, 15 * SECOND));

    Clock clock = only(ticket, "first");
    assertThat(clock.openedAt()).isEqualTo(TEN);
    assertThat(clock.verdict()).isEqualTo(Verdict.MET);
    assertThat(clock.settledAt()).isEqualTo(TEN + 25 * SECOND);
    assertThat(ticket.milestones())
        .filteredOn(step -> step.kind() == MilestoneKind.FIRST_RESPONSE)
        .extracting(Milestone::elapsedMillis)
        .containsExactly(25 * SECOND);
  }

  @Test
  void anAnswerBeforeTheCreationIsNoReplyToIt() {
    Ticket ticket =
        told(byCustomer().channel(Channel.EMAIL).now(), naming("C", -2 * MINUTE, 20 * SECOND));
    assertThat(only(ticket, "first").verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(only(ticket, "first").stoppedAt()).isEqualTo(Clock.NEVER);
  }

  @Test
  void theCallerWhoWaitsInTheOtherCallHasSaidNothingYet() {
    Ticket ticket =
        told(
            byAgent().contact("C").now(),
            call("C", -2 * MINUTE, 20 * SECOND),
            naming("D", 2 * HOUR, 40 * SECOND));
    assertThat(ticket.clocks()).extracting(Clock::sla).containsExactly("first");
  }

  // ---- phone guidance

  @Test
  void phoneGuidanceClosesAnAgentsTicketAndStartsItsFollowUp() {
    Ticket ticket =
        told(
            byAgent().contact("C").now(),
            call("C", -5 * MINUTE, 20 * SECOND),
            event(EventType.CLOSED, TEN + MINUTE)
                .by(ActorType.AGENT)
                .mode(ResolutionMode.PHONE_GUIDANCE)
                .now(),
            event(EventType.FOLLOW_UP_COMPLETED, TEN + 2 * HOUR)
                .followUp(FollowUpOutcome.REACHED)
                .now());

    assertThat(only(ticket, "first").verdict()).isEqualTo(Verdict.MET);
    Clock clock = only(ticket, "guidance");
    assertThat(clock.openedAt()).isEqualTo(TEN + MINUTE);
    assertThat(clock.deadline()).isEqualTo(TEN + MINUTE + 2 * HOUR);
    assertThat(clock.verdict()).isEqualTo(Verdict.MET);
  }

  // ---- telling

  private static Events byAgent() {
    return event(EventType.CREATED, TEN).by(ActorType.AGENT).in("north").channel(Channel.VOICE);
  }

  private static Events byCustomer() {
    return byAgent().by(ActorType.CUSTOMER);
  }

  private static TicketEvent message(long after) {
    return event(EventType.CUSTOMER_MESSAGE, TEN + after).by(ActorType.CUSTOMER).now();
  }

  private static TicketEvent reply(long after) {
    return event(EventType.AGENT_REPLY, TEN + after).by(ActorType.AGENT).now();
  }

  private static TicketEvent call(String contact, long entered, long wait) {
    return Calls.told("T-1", contact, TEN + entered, TEN + entered + wait, true, false);
  }

  private static TicketEvent naming(String contact, long entered, long wait) {
    return Calls.told("T-1", contact, TEN + entered, TEN + entered + wait, true, true);
  }

  private static TicketEvent abandoned(String contact, long entered) {
    return Calls.told("T-1", contact, TEN + entered, TEN + entered, false, false);
  }

  private static Policy promise(String sla, ClockMetric metric, Allowance allowance) {
    return Policy.of(sla, sla, metric, Match.ANY, allowance, ClockRules.CALENDAR_TIME);
  }

  private static ClockRules overtaking() {
    ClockRules plain = ClockRules.CALENDAR_TIME;
    return new ClockRules(
        plain.calendar(),
        plain.pauseStatuses(),
        plain.warnPercents(),
        plain.followsFacts(),
        plain.reopens(),
        plain.earlierStart(),
        true);
  }

  private Ticket told(TicketEvent... events) {
    return told(life, events);
  }

  /** All at once; and in any order, with time running on to the end after every event. */
  private static Ticket told(TicketLife life, TicketEvent... events) {
    List<TicketEvent> all = List.of(events);
    Ticket expected = life.advance(life.fold(all, Long.MIN_VALUE), END, () -> all);
    for (List<TicketEvent> order : orders(all)) {
      Ticket told = oneByOne(life, order);
      assertThat(told.clocks()).containsExactlyInAnyOrderElementsOf(expected.clocks());
      assertThat(told.milestones()).isEqualTo(expected.milestones());
    }
    return expected;
  }

  private static Ticket oneByOne(TicketLife life, List<TicketEvent> order) {
    List<TicketEvent> seen = new ArrayList<>();
    @Nullable Ticket ticket = null;
    for (TicketEvent event : order) {
      seen.add(event);
      if (ticket != null || !event.made()) {
        ticket = life.advance(life.next(ticket, event, () -> seen).ticket(), END, () -> seen);
      }
    }
    if (ticket == null) {
      throw new AssertionError("nothing opened a ticket");
    }
    return ticket;
  }

  private static List<List<TicketEvent>> orders(List<TicketEvent> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<TicketEvent>> all = new ArrayList<>();
    for (TicketEvent last : of) {
      List<TicketEvent> others = new ArrayList<>(of);
      others.remove(last);
      for (List<TicketEvent> order : orders(others)) {
        List<TicketEvent> longer = new ArrayList<>(order);
        longer.add(last);
        all.add(longer);
      }
    }
    return all;
  }

  private static Clock only(Ticket ticket, String sla) {
    List<Clock> found = ticket.clocks().stream().filter(c -> c.sla().equals(sla)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
