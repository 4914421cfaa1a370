package io.aftercare.domain.ticket;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.MINUTE;
import static io.aftercare.domain.ticket.Events.TEN;
import static io.aftercare.domain.ticket.Events.created;
import static io.aftercare.domain.ticket.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.calendar.DayHours;
import io.aftercare.domain.calendar.ServiceHours;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.domain.sla.Verdict;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The edge cases of SEMANTICS section 2, row by row, told by hand in the hours of {@link Office}.
 * Ten o'clock on Monday is eleven in Berlin; that day has six more office hours.
 *
 * <p>Told elsewhere: duplicates (15) where they are dropped, in {@code JudgeTicketsTest}; values
 * that nobody knows (19) where they are read, in {@code EventDecoderTest}; the call of a ticket
 * that an agent opened (11) with the calls; chains and circles of merges (7) in {@code
 * MergedTicketsTest}.
 */
class EdgeCasesTest {
  private static final long END = Instant.parse("2026-05-01T00:00:00Z").toEpochMilli();

  private final TicketLife life = new TicketLife(Office.rules());

  // ---- row 1: priority raised while running

  @Test
  void aRaisedPriorityPastItsNewDeadlineBreachesNowAndIsNeverBackDated() {
    // Six hours on Monday, one on Tuesday until ten in Berlin; four were reached on Monday at 15.
    Ticket ticket =
        told(
            created(TEN).priority(Priority.P3).now(),
            event(EventType.PRIORITY_CHANGED, at("2026-03-03T09:00Z")).priority(Priority.P1).now());

    Clock clock = clock(ticket, "resolution", 1);
    assertThat(clock.verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock.cause()).isEqualTo("retarget");
    assertThat(clock.settledAt()).isEqualTo(at("2026-03-03T09:00Z"));
    assertThat(clock.deadline()).isEqualTo(at("2026-03-02T14:00Z"));
    assertThat(clock.openedAt()).isEqualTo(TEN);
  }

  @Test
  void aRaisedPriorityCarriesStartElapsedTimeAndPauses() {
    // One hour worked, one paused, one worked; six of eight are left: three today, three tomorrow.
    Ticket ticket =
        told(
            created(TEN).priority(Priority.P3).now(),
            waiting(TEN + HOUR),
            working(TEN + 2 * HOUR),
            event(EventType.PRIORITY_CHANGED, TEN + 3 * HOUR).priority(Priority.P2).now(),
            event(EventType.RESOLVED, at("2026-03-03T11:00Z")).now());

    Clock clock = clock(ticket, "resolution", 1);
    assertThat(clock.deadline()).isEqualTo(at("2026-03-03T11:00Z"));
    assertThat(clock.openedAt()).isEqualTo(TEN);
    assertThat(clock.verdict()).isEqualTo(Verdict.MET);
    assertThat(clock.priority()).isEqualTo(Priority.P2);
  }

  // ---- row 2: priority lowered after a breach

  @Test
  void aPriorityLoweredAfterABreachLeavesTheVerdictAndGivesNoSecondOne() {
    Ticket ticket =
        told(
            created(TEN).now(),
            event(EventType.PRIORITY_CHANGED, TEN + 5 * HOUR).priority(Priority.P3).now(),
            event(EventType.RESOLVED, TEN + 6 * HOUR).now());

    Clock clock = clock(ticket, "resolution", 1);
    assertThat(clock.verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock.settledAt()).isEqualTo(TEN + 4 * HOUR);
    assertThat(clock.stoppedAt()).isEqualTo(TEN + 6 * HOUR);
    assertThat(clock.priority()).isEqualTo(Priority.P1);
    assertThat(ticket.clocks()).filteredOn(c -> c.sla().equals("resolution")).hasSize(1);
  }

  // ---- row 3: something done to a clock within 5 % of its deadline: the last 12 of 240 minutes

  @Test
  void loweringShortlyBeforeTheDeadlineIsAllowedAndCountedAsAnAnomaly() {
    TicketEvent lowered =
        event(EventType.PRIORITY_CHANGED, TEN + 230 * MINUTE).priority(Priority.P2).now();
    Ticket ticket = told(created(TEN).now(), lowered);

    assertThat(clock(ticket, "resolution", 1).deadline()).isEqualTo(at("2026-03-03T10:00Z"));
    assertThat(anomalies(ticket, ActionKind.DOWNGRADED)).isEqualTo(1);
    assertThat(
            anomalies(
                told(
                    created(TEN).now(),
                    event(EventType.PRIORITY_CHANGED, TEN + 3 * HOUR).priority(Priority.P2).now()),
                ActionKind.DOWNGRADED))
        .isZero();
  }

  @Test
  void pausingReassigningAndClosingShortlyBeforeTheDeadlineAreAnomaliesOfTheirKind() {
    assertThat(anomalies(told(created(TEN).now(), waiting(TEN + 230 * MINUTE)), ActionKind.PAUSED))
        .isEqualTo(1);
    assertThat(
            anomalies(
                told(
                    created(TEN).now(),
                    event(EventType.TRANSFERRED, TEN + 230 * MINUTE).queue("second").now()),
                ActionKind.REASSIGNED))
        .isEqualTo(1);
    assertThat(
            anomalies(
                told(created(TEN).now(), event(EventType.RESOLVED, TEN + 230 * MINUTE).now()),
                ActionKind.CLOSED))
        .isEqualTo(1);
    assertThat(
            anomalies(
                told(created(TEN).now(), event(EventType.RESOLVED, TEN + 3 * HOUR).now()),
                ActionKind.CLOSED))
        .isZero();
  }

  // ---- row 4: target lookup

  @Test
  void eachCycleHasTheTargetOfThePriorityAtItsMoment() {
    Ticket ticket =
        told(
            created(TEN).now(),
            event(EventType.RESOLVED, TEN + HOUR).now(),
            event(EventType.PRIORITY_CHANGED, TEN + 2 * HOUR).priority(Priority.P3).now(),
            event(EventType.REOPENED, TEN + 3 * HOUR).now(),
            event(EventType.PRIORITY_CHANGED, TEN + 4 * HOUR).priority(Priority.P2).now());

    assertThat(clock(ticket, "resolution", 1).priority()).isEqualTo(Priority.P1);
    assertThat(clock(ticket, "resolution", 1).deadline()).isEqualTo(TEN + 4 * HOUR);
    // Reopened at 14 in Berlin: three of eight hours today, five tomorrow.
    assertThat(clock(ticket, "resolution", 2).deadline()).isEqualTo(at("2026-03-03T13:00Z"));
  }

  // ---- row 5: policy changes while paused

  @Test
  void aRetargetWhilePausedKeepsThePauses() {
    // One hour worked, two paused; three of four are left until closing time.
    Ticket ticket =
        told(
            created(TEN).priority(Priority.P3).now(),
            waiting(TEN + HOUR),
            event(EventType.PRIORITY_CHANGED, TEN + 2 * HOUR).priority(Priority.P1).now(),
            working(TEN + 3 * HOUR));

    Clock clock = clock(ticket, "resolution", 1);
    assertThat(clock.deadline()).isEqualTo(at("2026-03-02T16:00Z"));
    assertThat(clock.settledAt()).isEqualTo(at("2026-03-02T16:00Z"));
  }

  @Test
  void aClockThatIsPausedAndRetargetedStandsStillUntilItIsResumed() {
    Ticket ticket =
        told(
            created(TEN).priority(Priority.P3).now(),
            waiting(TEN + HOUR),
            event(EventType.PRIORITY_CHANGED, TEN + 2 * HOUR).priority(Priority.P1).now());

    assertThat(clock(ticket, "resolution", 1).verdict()).isEqualTo(Verdict.PAUSED);
    assertThat(clock(ticket, "resolution", 1).deadline()).isEqualTo(Clock.NEVER);
  }

  // ---- row 6: reopened

  @Test
  void aReopenedTicketHasANewCycleAndTheClosedTimeIsNeitherWorkNorPause() {
    Ticket ticket =
        told(
            created(TEN).now(),
            event(EventType.AGENT_REPLY, TEN + MINUTE).by(ActorType.AGENT).now(),
            event(EventType.RESOLVED, TEN + 3 * HOUR).now(),
            event(EventType.REOPENED, at("2026-03-09T09:00Z")).by(ActorType.AGENT).now(),
            event(EventType.RESOLVED, at("2026-03-09T13:00Z")).now());

    assertThat(clock(ticket, "resolution", 1).verdict()).isEqualTo(Verdict.MET);
    Clock second = clock(ticket, "resolution", 2);
    assertThat(second.openedAt()).isEqualTo(at("2026-03-09T09:00Z"));
    assertThat(second.deadline()).isEqualTo(at("2026-03-09T13:00Z"));
    assertThat(second.verdict()).isEqualTo(Verdict.MET);
    assertThat(second.spent()).isEqualTo(4 * HOUR);
    assertThat(ticket.clocks()).filteredOn(c -> c.sla().equals("first_response")).hasSize(1);
  }

  // ---- row 7: merged

  @Test
  void aMergedChildHasAllItsClocksCancelled() {
    Ticket ticket = told(created(TEN).now(), event(EventType.MERGED, TEN + 30 * MINUTE).now());

    assertThat(ticket.clocks())
        .extracting(Clock::verdict, Clock::cause)
        .containsOnly(tuple(Verdict.CANCELLED, "merged"));
  }

  @Test
  void theSurvivorOfAMergeTakesTheEarlierStartAndIsCountedOnce() {
    Ticket ticket =
        told(
            created(TEN).now(),
            event(EventType.ABSORBED, TEN + 2 * HOUR).earlierStart(TEN - HOUR).now());

    Clock clock = clock(ticket, "resolution", 1);
    assertThat(clock.openedAt()).isEqualTo(TEN - HOUR);
    assertThat(clock.deadline()).isEqualTo(TEN + 3 * HOUR);
    assertThat(ticket.clocks()).filteredOn(c -> c.sla().equals("resolution")).hasSize(1);
    // A hand begins when it takes the ticket, whoever had the other one.
    assertThat(clock(ticket, "ownership", 1).openedAt()).isEqualTo(TEN);
  }

  @Test
  void aSurvivorWhoseEarlierStartIsPastItsTargetBreachesNow() {
    // The child came on Friday at ten in Berlin; four hours were over at two.
    Ticket ticket =
        told(
            created(TEN).now(),
            event(EventType.ABSORBED, TEN + HOUR).earlierStart(at("2026-02-27T09:00Z")).now());

    Clock clock = clock(ticket, "resolution", 1);
    assertThat(clock.verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock.cause()).isEqualTo("merge");
    assertThat(clock.settledAt()).isEqualTo(TEN + HOUR);
    assertThat(clock.deadline()).isEqualTo(at("2026-02-27T13:00Z"));
  }

  @Test
  void aChildThatCameLaterChangesNothing() {
    TicketEvent absorbed = event(EventType.ABSORBED, TEN + 2 * HOUR).earlierStart(TEN + HOUR).now();

    assertThat(told(created(TEN).now(), absorbed).clocks())
        .isEqualTo(told(created(TEN).now()).clocks());
  }

  // ---- row 8: transferred to another region

  @Test
  void aTransferSwitchesTheCalendarAtThatInstantAndTheCustomersClockGoesOn() {
    // Two hours in Berlin. Kolkata closed half an hour ago; its two hours are from 03:30Z on.
    Ticket ticket =
        told(created(TEN).now(), event(EventType.TRANSFERRED, TEN + 2 * HOUR).in("south").now());

    Clock clock = clock(ticket, "resolution", 1);
    assertThat(clock.openedAt()).isEqualTo(TEN);
    assertThat(clock.openedIn()).isEqualTo("north");
    assertThat(clock.calendar()).isEqualTo("kolkata");
    assertThat(clock.deadline()).isEqualTo(at("2026-03-03T05:30Z"));
    assertThat(clock.region()).isEqualTo("south");
  }

  @Test
  void aTransferEndsTheHandOfTheOldOwnerAndBeginsTheNext() {
    Ticket ticket =
        told(created(TEN).now(), event(EventType.TRANSFERRED, TEN + 2 * HOUR).in("south").now());

    Clock first = clock(ticket, "ownership", 1);
    assertThat(first.verdict()).isEqualTo(Verdict.MET);
    assertThat(first.cause()).isEqualTo("handed_on");
    assertThat(first.region()).isEqualTo("north");
    Clock second = clock(ticket, "ownership", 2);
    assertThat(second.openedAt()).isEqualTo(TEN + 2 * HOUR);
    assertThat(second.openedIn()).isEqualTo("south");
    assertThat(second.deadline()).isEqualTo(at("2026-03-03T11:30Z"));
    assertThat(ticket.milestones())
        .extracting(Milestone::kind)
        .contains(MilestoneKind.TRANSFERRED_OUT, MilestoneKind.TRANSFERRED_IN);
  }

  // ---- row 9: reply and status change in one save

  @Test
  void aReplyCountsBeforeTheChangeOfStatusThatCameWithIt() {
    TicketEvent reply = event(EventType.AGENT_REPLY, TEN + HOUR).by(ActorType.AGENT).named("z");
    TicketEvent asked =
        event(EventType.STATUS_CHANGED, TEN + HOUR)
            .status(TicketStatus.WAITING_CUSTOMER)
            .named("a");
    Ticket ticket = told(created(TEN).now(), asked, reply);

    Clock response = clock(ticket, "first_response", 1);
    assertThat(response.verdict()).isEqualTo(Verdict.MET);
    assertThat(response.settledAt()).isEqualTo(TEN + HOUR);
    // It was met while it ran: a clock that is met while it stands still shows no deadline.
    assertThat(response.deadline()).isEqualTo(TEN + HOUR);
    assertThat(clock(ticket, "resolution", 1).verdict()).isEqualTo(Verdict.PAUSED);
  }

  // ---- row 10: what is no response

  @Test
  void autoRepliesNotesLooksAndReassignmentsAreNoResponseAndAreCountedApart() {
    Ticket ticket =
        told(
            created(TEN).now(),
            event(EventType.AUTO_REPLY, TEN + 1).by(ActorType.BOT).now(),
            event(EventType.AGENT_REPLY, TEN + 2).by(ActorType.BOT).now(),
            event(EventType.INTERNAL_NOTE, TEN + 3).by(ActorType.AGENT).internal().now(),
            event(EventType.READ, TEN + 4).by(ActorType.AGENT).now(),
            event(EventType.ASSIGNED, TEN + 5).by(ActorType.AGENT).now(),
            event(EventType.ASSIGNED, TEN + 6).by(ActorType.AGENT).now());

    assertThat(clock(ticket, "first_response", 1).settledAt()).isEqualTo(TEN + HOUR);
    assertThat(clock(ticket, "first_response", 1).verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(count(ticket, ActionKind.AUTO_REPLY)).isEqualTo(2);
    assertThat(count(ticket, ActionKind.INTERNAL_NOTE)).isEqualTo(1);
    assertThat(count(ticket, ActionKind.READ)).isEqualTo(1);
    assertThat(count(ticket, ActionKind.REASSIGNED)).isEqualTo(1);
  }

  // ---- row 11: opened by an agent for a caller, without a call

  @Test
  void aTicketOpenedByAnAgentAwaitsAResponseFromTheCustomersFirstPublicMessageOn() {
    Ticket ticket =
        told(
            created(TEN).by(ActorType.AGENT).now(),
            event(EventType.AGENT_REPLY, TEN + MINUTE).by(ActorType.AGENT).now(),
            event(EventType.CUSTOMER_MESSAGE, TEN + HOUR).by(ActorType.CUSTOMER).internal().now(),
            event(EventType.CUSTOMER_MESSAGE, TEN + 2 * HOUR).by(ActorType.CUSTOMER).now(),
            event(EventType.AGENT_REPLY, TEN + 3 * HOUR).by(ActorType.AGENT).now());

    Clock clock = clock(ticket, "first_response", 1);
    assertThat(clock.openedAt()).isEqualTo(TEN + 2 * HOUR);
    assertThat(clock.settledAt()).isEqualTo(TEN + 3 * HOUR);
    assertThat(clock.verdict()).isEqualTo(Verdict.MET);
    assertThat(ticket.clocks()).extracting(Clock::sla).doesNotContain("next_response");
  }

  // ---- row 12: created and solved outside opening hours

  @Test
  void whatIsCreatedAndSolvedOutsideOpeningHoursTookNoTimeAndIsMet() {
    Ticket ticket =
        told(
            created(at("2026-02-28T10:00Z")).now(),
            event(EventType.RESOLVED, at("2026-03-01T20:00Z")).now());

    Clock clock = clock(ticket, "resolution", 1);
    assertThat(clock.verdict()).isEqualTo(Verdict.MET);
    assertThat(clock.spent()).isZero();
    assertThat(clock.settledAt()).isEqualTo(at("2026-03-01T20:00Z"));
    assertThat(clock.deadline()).isEqualTo(at("2026-03-02T12:00Z"));
  }

  // ---- row 13: calendar or policy edited

  @Test
  void aRunningClockKeepsItsVersionAndTheNextOneHasTheNew() {
    TicketLife edited = new TicketLife(Office.rules(Office.shorter(TEN + HOUR, false)));

    assertThat(deadline(edited, created(TEN).now())).isEqualTo(TEN + 4 * HOUR);
    assertThat(deadline(edited, created(TEN + HOUR - 1).now())).isEqualTo(TEN + 5 * HOUR - 1);
    assertThat(deadline(edited, created(TEN + HOUR).now())).isEqualTo(TEN + 3 * HOUR);
  }

  @Test
  void aVersionThatSaysSoTakesOverWhatRunsButNoPastVerdict() {
    TicketLife edited = new TicketLife(Office.rules(Office.shorter(TEN + HOUR, true)));

    assertThat(deadline(edited, created(TEN).now())).isEqualTo(TEN + 2 * HOUR);
    Clock met =
        clock(
            told(edited, created(TEN).now(), event(EventType.RESOLVED, TEN + HOUR - 1).now()),
            "resolution",
            1);
    assertThat(met.policyVersion()).isEqualTo(1);
    assertThat(met.deadline()).isEqualTo(TEN + 4 * HOUR);
  }

  @Test
  void aTakeOverRulesClocksToThatDoNotFollowTheirFacts() {
    ClockRules keeps = new ClockRules("24x7", Set.of(), List.of(), false, true, true, false);
    ClockRules takesOver = new ClockRules("24x7", Set.of(), List.of(), false, true, true, true);
    TicketLife edited =
        new TicketLife(
            Rulebook.of(
                List.of(
                    version(1, Policy.ALWAYS, 8 * HOUR, keeps),
                    version(2, TEN + HOUR, 4 * HOUR, takesOver))));

    assertThat(deadline(edited, created(TEN).now())).isEqualTo(TEN + 4 * HOUR);
  }

  @Test
  void aCalendarIsNotThereBeforeItsFirstVersionIsInForce() {
    // Closed until Tuesday, if it were in force on Monday already.
    CalendarVersion tomorrow =
        new CalendarVersion(
            1,
            at("2026-03-03T00:00Z"),
            false,
            BusinessCalendar.of(
                new ServiceHours(
                    "late",
                    ZoneId.of("UTC"),
                    Map.of(DayOfWeek.TUESDAY, DayHours.of("09:00-17:00")),
                    Map.of(),
                    Map.of())));
    TicketLife edited =
        new TicketLife(
            Rulebook.of(
                List.of(version(1, Policy.ALWAYS, 4 * HOUR, Office.OFFICE_HOURS)),
                List.of(tomorrow),
                List.of()));

    Clock today = clock(told(edited, created(TEN).calendar("late").now()), "resolution", 1);
    assertThat(today.calendar()).isEqualTo("24x7");
    assertThat(today.deadline()).isEqualTo(TEN + 4 * HOUR);
    long tuesday = at("2026-03-03T08:00Z");
    Clock then = clock(told(edited, created(tuesday).calendar("late").now()), "resolution", 1);
    assertThat(then.calendar()).isEqualTo("late");
    assertThat(then.deadline()).isEqualTo(at("2026-03-03T13:00Z"));
  }

  private static Policy version(int number, long from, long target, ClockRules rules) {
    return new Policy(
        "resolution",
        number,
        from,
        false,
        "resolution",
        Policy.ACTIVE,
        ClockMetric.RESOLUTION,
        null,
        Match.ANY,
        Allowance.all(target),
        rules);
  }

  @Test
  void aRetargetIsJudgedByTheVersionInForceAtItsEvent() {
    TicketLife edited = new TicketLife(Office.rules(Office.shorter(TEN + HOUR, false)));

    Clock clock =
        clock(
            told(
                edited,
                created(TEN).priority(Priority.P3).now(),
                event(EventType.PRIORITY_CHANGED, TEN + HOUR).priority(Priority.P1).now()),
            "resolution",
            1);
    assertThat(clock.policyVersion()).isEqualTo(2);
    assertThat(clock.deadline()).isEqualTo(TEN + 2 * HOUR);
  }

  @Test
  void anEditedCalendarCountsForWhatOpensUnderIt() {
    // From noon on the office closes at one in Berlin, until further notice.
    Rulebook rules =
        Office.rules(
            List.of(Office.version("berlin", "Europe/Berlin", 2, TEN + 2 * HOUR, "09:00-13:30")));
    TicketLife edited = new TicketLife(rules);

    assertThat(deadline(edited, created(TEN).now())).isEqualTo(TEN + 4 * HOUR);
    // Half an hour today, three and a half tomorrow from nine in Berlin.
    assertThat(deadline(edited, created(TEN + 2 * HOUR).now())).isEqualTo(at("2026-03-03T11:30Z"));
  }

  // ---- row 14: a stop that arrives after the deadline fired but happened before it

  @Test
  void aStopThatArrivesLateCorrectsTheBreachAndTheLogShowsBoth() {
    TicketEvent creation = created(TEN).now();
    TicketEvent stop = event(EventType.RESOLVED, TEN + 4 * HOUR).now();
    Ticket breached =
        Later.advance(life, life.fold(List.of(creation), Long.MIN_VALUE), TEN + 5 * HOUR);
    assertThat(clock(breached, "resolution", 1).verdict()).isEqualTo(Verdict.BREACHED);

    TicketLife.Step step = life.next(breached, stop, () -> List.of(creation, stop));

    assertThat(step.late()).isTrue();
    assertThat(clock(step.ticket(), "resolution", 1).verdict()).isEqualTo(Verdict.MET);
    assertThat(TicketDiff.between(breached, step.ticket()).clocks())
        .filteredOn(c -> c.row().sla().equals("resolution"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(ClockChange.Kind.CORRECTED);
              assertThat(change.verdictBefore()).isEqualTo(Verdict.BREACHED);
            });
  }

  // ---- row 16: an event for a ticket that was never created

  @Test
  void anEventOfAnUnknownTicketOpensItProvisionallyUntilItsCreationComes() {
    TicketEvent message =
        event(EventType.CUSTOMER_MESSAGE, TEN + HOUR)
            .by(ActorType.CUSTOMER)
            .in("north")
            .priority(Priority.P1)
            .now();
    TicketEvent creation = created(TEN).now();
    Ticket orphan = life.next(null, message, () -> List.of(message)).ticket();
    assertThat(orphan.orphan()).isTrue();
    assertThat(clock(orphan, "resolution", 1).openedAt()).isEqualTo(TEN + HOUR);

    Ticket whole = life.next(orphan, creation, () -> List.of(message, creation)).ticket();

    assertThat(whole.orphan()).isFalse();
    assertThat(clock(whole, "resolution", 1).openedAt()).isEqualTo(TEN);
    assertThat(whole).isEqualTo(life.fold(List.of(creation, message), Long.MIN_VALUE));
  }

  // ---- row 17: an event before its own creation

  @Test
  void anEventBeforeItsOwnCreationTakesEffectThereAndIsCountedAsSkewed() {
    TicketEvent creation = created(TEN).now();
    TicketEvent reply = event(EventType.AGENT_REPLY, TEN - HOUR).by(ActorType.AGENT).now();
    Ticket opened = life.fold(List.of(creation), Long.MIN_VALUE);

    TicketLife.Step step = life.next(opened, reply, () -> List.of(creation, reply));

    assertThat(step.skewed()).isTrue();
    assertThat(clock(step.ticket(), "first_response", 1).settledAt()).isEqualTo(TEN);
    assertThat(clock(step.ticket(), "first_response", 1).verdict()).isEqualTo(Verdict.MET);
  }

  // ---- row 18: closed without being resolved

  @Test
  void aClosingStopsWhatAResolutionWouldHaveStopped() {
    Ticket ticket =
        told(
            created(TEN).now(),
            event(EventType.AGENT_REPLY, TEN + MINUTE).by(ActorType.AGENT).now(),
            event(EventType.CUSTOMER_MESSAGE, TEN + 2 * MINUTE).by(ActorType.CUSTOMER).now(),
            event(EventType.CLOSED, TEN + HOUR).now());

    assertThat(List.of("resolution", "ownership", "next_response"))
        .allSatisfy(
            sla -> {
              assertThat(clock(ticket, sla, 1).verdict()).isEqualTo(Verdict.MET);
              assertThat(clock(ticket, sla, 1).cause()).isEqualTo("closed");
              assertThat(clock(ticket, sla, 1).settledAt()).isEqualTo(TEN + HOUR);
            });
    assertThat(clock(ticket, "triage", 1).verdict()).isEqualTo(Verdict.CANCELLED);
  }

  // ---- row 19: what nobody knows

  @Test
  void aRegionThatNobodyListedRunsAroundTheClock() {
    Ticket ticket = told(created(TEN).in("mars").now());

    assertThat(clock(ticket, "resolution", 1).calendar()).isEqualTo("24x7");
    assertThat(clock(ticket, "resolution", 1).deadline()).isEqualTo(TEN + 4 * HOUR);
    assertThat(clock(ticket, "ownership", 1).deadline()).isEqualTo(TEN + 8 * HOUR);
  }

  @Test
  void anEventOfAnUnknownTypeIsKeptForItsFactsAndStopsNothing() {
    Ticket ticket =
        told(
            created(TEN).now(),
            event(EventType.UNKNOWN, TEN + HOUR).by(ActorType.AGENT).in("south").now());

    assertThat(clock(ticket, "first_response", 1).verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(ticket.facts().region()).isEqualTo("south");
  }

  // ---- appointments

  @Test
  void aMissedAppointmentIsNoArrivalWhenTheNextOneIsMade() {
    Policy eightHours =
        Office.policy(
            "arrival", ClockMetric.ARRIVAL, Allowance.all(8 * HOUR), ClockRules.CALENDAR_TIME);
    TicketLife arrivals = new TicketLife(Rulebook.of(List.of(eightHours)));

    Ticket ticket =
        told(
            arrivals,
            created(TEN).now(),
            event(EventType.APPOINTMENT_SET, TEN).appointment(TEN + 2 * HOUR).now(),
            event(EventType.APPOINTMENT_SET, TEN + 3 * HOUR).appointment(TEN + 4 * HOUR).now(),
            event(EventType.ENGINEER_ARRIVED, TEN + 4 * HOUR).now());

    assertThat(clock(ticket, "arrival", 1).verdict()).isEqualTo(Verdict.CANCELLED);
    assertThat(clock(ticket, "arrival", 2).verdict()).isEqualTo(Verdict.MET);
  }

  // ---- telling

  private Ticket told(TicketEvent... events) {
    return told(life, events);
  }

  private static Ticket told(TicketLife life, TicketEvent... events) {
    return Later.advance(life, life.fold(List.of(events), Long.MIN_VALUE), END);
  }

  private static long deadline(TicketLife life, TicketEvent creation) {
    return clock(told(life, creation), "resolution", 1).deadline();
  }

  private static TicketEvent waiting(long at) {
    return event(EventType.STATUS_CHANGED, at).status(TicketStatus.WAITING_CUSTOMER).now();
  }

  private static TicketEvent working(long at) {
    return event(EventType.STATUS_CHANGED, at).status(TicketStatus.IN_PROGRESS).now();
  }

  private static int anomalies(Ticket ticket, ActionKind kind) {
    return ticket.tallies().stream().filter(t -> t.kind() == kind).mapToInt(Tally::anomalies).sum();
  }

  private static int count(Ticket ticket, ActionKind kind) {
    return ticket.tallies().stream().filter(t -> t.kind() == kind).mapToInt(Tally::count).sum();
  }

  private static Clock clock(Ticket ticket, String sla, int cycle) {
    return ticket.clocks().stream()
        .filter(c -> c.sla().equals(sla) && c.cycle() == cycle)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no clock " + sla + "/" + cycle + " in " + ticket));
  }

  private static long at(String instant) {
    return OffsetDateTime.parse(instant).toInstant().toEpochMilli();
  }
}
