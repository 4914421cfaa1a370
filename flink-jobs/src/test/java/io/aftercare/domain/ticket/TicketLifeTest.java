package io.aftercare.domain.ticket;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.MINUTE;
import static io.aftercare.domain.ticket.Events.TEN;
import static io.aftercare.domain.ticket.Events.created;
import static io.aftercare.domain.ticket.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The life of single tickets, told by hand. Targets: first response 30 s live, 1 h else; resolution
 * P1 4 h, P2 8 h, P3 24 h, P4 72 h.
 */
class TicketLifeTest {
  private final TicketLife life = new TicketLife(Promised.shipped());

  @Test
  void aStopAtTheDeadlineIsMet() {
    Ticket ticket = fold(created(TEN).now(), event(EventType.RESOLVED, TEN + 4 * HOUR).now());

    assertThat(clock(ticket, "resolution", 1).verdict()).isEqualTo(Verdict.MET);
    assertThat(clock(ticket, "resolution", 1).settledAt()).isEqualTo(TEN + 4 * HOUR);
  }

  @Test
  void aStopOneMillisecondLaterIsABreachAtTheDeadline() {
    Ticket ticket = fold(created(TEN).now(), event(EventType.RESOLVED, TEN + 4 * HOUR + 1).now());

    Clock clock = clock(ticket, "resolution", 1);
    assertThat(clock.verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock.settledAt()).isEqualTo(TEN + 4 * HOUR);
    assertThat(clock.stoppedAt()).isEqualTo(TEN + 4 * HOUR + 1);
    assertThat(clock.cause()).isEqualTo("deadline");
  }

  @Test
  void aDeadlinePassesWithoutAnyEvent() {
    Ticket open = fold(created(TEN).now());

    assertThat(clock(Later.advance(life, open, TEN + 4 * HOUR - 1), "resolution", 1).verdict())
        .isEqualTo(Verdict.RUNNING);
    Ticket late = Later.advance(life, open, TEN + 4 * HOUR);
    assertThat(clock(late, "resolution", 1).verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock(late, "resolution", 1).overdue()).isTrue();
  }

  @Test
  void aStopThatHappenedBeforeTheFiredDeadlineCorrectsTheBreach() {
    TicketEvent creation = created(TEN).now();
    TicketEvent stop = event(EventType.RESOLVED, TEN + HOUR).now();
    Ticket breached = Later.advance(life, fold(creation), TEN + 5 * HOUR);

    TicketLife.Step step = life.next(breached, stop, () -> List.of(creation, stop));

    assertThat(step.late()).isTrue();
    assertThat(clock(step.ticket(), "resolution", 1).verdict()).isEqualTo(Verdict.MET);
    // The first response was not answered and its hour is over: that breach stands.
    assertThat(clock(step.ticket(), "first_response", 1).verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(TicketDiff.between(breached, step.ticket()).clocks())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(ClockChange.Kind.CORRECTED);
              assertThat(change.verdictBefore()).isEqualTo(Verdict.BREACHED);
            });
  }

  @Test
  void aClosingWithoutResolutionStopsWhatTheResolutionWouldHaveStopped() {
    Ticket ticket = fold(created(TEN).now(), event(EventType.CLOSED, TEN + HOUR).now());

    assertThat(clock(ticket, "resolution", 1).verdict()).isEqualTo(Verdict.MET);
    assertThat(kinds(ticket))
        .containsExactly(MilestoneKind.CREATED, MilestoneKind.RESOLVED, MilestoneKind.CLOSED);
  }

  @Test
  void aReopeningStartsTheNextCycleAndDoesNotRearmTheFirstResponse() {
    Ticket ticket =
        fold(
            created(TEN).now(),
            event(EventType.AGENT_REPLY, TEN + MINUTE).by(ActorType.AGENT).now(),
            event(EventType.RESOLVED, TEN + HOUR).now(),
            event(EventType.REOPENED, TEN + 30 * HOUR).now(),
            event(EventType.RESOLVED, TEN + 33 * HOUR).now());

    assertThat(clock(ticket, "resolution", 2).openedAt()).isEqualTo(TEN + 30 * HOUR);
    assertThat(clock(ticket, "resolution", 2).verdict()).isEqualTo(Verdict.MET);
    assertThat(ticket.clocks().stream().filter(c -> c.sla().equals("first_response"))).hasSize(1);
    assertThat(ticket.milestones().get(ticket.milestones().size() - 1).elapsedMillis())
        .isEqualTo(3 * HOUR);
  }

  @Test
  void onlyAHumansPublicReplyIsAFirstResponse() {
    Ticket ticket =
        fold(
            created(TEN).now(),
            event(EventType.AUTO_REPLY, TEN + 1).by(ActorType.BOT).now(),
            event(EventType.AGENT_REPLY, TEN + 2).by(ActorType.BOT).now(),
            event(EventType.AGENT_REPLY, TEN + 3).by(ActorType.AGENT).internal().now(),
            event(EventType.INTERNAL_NOTE, TEN + 4).by(ActorType.AGENT).now(),
            event(EventType.READ, TEN + 5).by(ActorType.AGENT).now(),
            event(EventType.ASSIGNED, TEN + 6).by(ActorType.AGENT).now());

    assertThat(clock(ticket, "first_response", 1).verdict()).isEqualTo(Verdict.RUNNING);
  }

  @Test
  void aTicketOpenedByAnAgentWaitsForTheCustomersFirstMessage() {
    TicketEvent creation = created(TEN).by(ActorType.AGENT).now();
    TicketEvent message =
        event(EventType.CUSTOMER_MESSAGE, TEN + HOUR).by(ActorType.CUSTOMER).now();
    TicketEvent reply = event(EventType.AGENT_REPLY, TEN + HOUR + MINUTE).by(ActorType.AGENT).now();

    assertThat(fold(creation).clocks()).extracting(Clock::sla).containsExactly("resolution");
    Ticket ticket = fold(creation, message, reply);
    assertThat(clock(ticket, "first_response", 1).openedAt()).isEqualTo(TEN + HOUR);
    assertThat(clock(ticket, "first_response", 1).verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void aRaisedPriorityKeepsTheStartAndIsNeverBackDated() {
    Ticket ticket =
        fold(
            created(TEN).priority(Priority.P4).now(),
            event(EventType.PRIORITY_CHANGED, TEN + 5 * HOUR).priority(Priority.P1).now());

    Clock clock = clock(ticket, "resolution", 1);
    assertThat(clock.verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock.cause()).isEqualTo("retarget");
    assertThat(clock.openedAt()).isEqualTo(TEN);
    assertThat(clock.deadline()).isEqualTo(TEN + 4 * HOUR);
    assertThat(clock.settledAt()).isEqualTo(TEN + 5 * HOUR);
  }

  @Test
  void aPriorityLoweredAfterABreachChangesNothing() {
    Ticket ticket =
        fold(
            created(TEN).now(),
            event(EventType.PRIORITY_CHANGED, TEN + 5 * HOUR).priority(Priority.P4).now());

    assertThat(clock(ticket, "resolution", 1).verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock(ticket, "resolution", 1).settledAt()).isEqualTo(TEN + 4 * HOUR);
    assertThat(clock(ticket, "resolution", 1).priority()).isEqualTo(Priority.P1);
  }

  @Test
  void aTransferMovesTheTicketAndTheVerdictBelongsToTheOwnerAtSettlement() {
    Ticket ticket =
        fold(
            created(TEN).now(),
            event(EventType.TRANSFERRED, TEN + HOUR).in("south").now(),
            event(EventType.RESOLVED, TEN + 2 * HOUR).now());

    assertThat(clock(ticket, "resolution", 1).region()).isEqualTo("south");
    assertThat(kinds(ticket))
        .containsExactly(
            MilestoneKind.CREATED,
            MilestoneKind.TRANSFERRED_OUT,
            MilestoneKind.TRANSFERRED_IN,
            MilestoneKind.RESOLVED);
    assertThat(ticket.milestones().get(1).facts().region()).isEqualTo("north");
    assertThat(ticket.facts().originRegion()).isEqualTo("north");
  }

  @Test
  void aBreachBelongsToTheRegionThatOwnedTheTicketAtTheDeadline() {
    TicketEvent creation = created(TEN).now();
    TicketEvent transfer = event(EventType.TRANSFERRED, TEN + 5 * HOUR).in("south").now();

    assertThat(clock(fold(creation, transfer), "resolution", 1).region()).isEqualTo("north");
  }

  @Test
  void anEventBeforeItsOwnCreationTakesEffectAtTheCreation() {
    Ticket ticket = fold(event(EventType.RESOLVED, TEN - HOUR).now(), created(TEN).now());

    assertThat(ticket.milestones()).extracting(Milestone::at).containsExactly(TEN, TEN);
    assertThat(kinds(ticket)).containsExactly(MilestoneKind.CREATED, MilestoneKind.RESOLVED);
    assertThat(clock(ticket, "resolution", 1).settledAt()).isEqualTo(TEN);
    assertThat(ticket.orphan()).isFalse();
  }

  @Test
  void aCorrectionOfWhatOpensNoTicketOpensItItself() {
    TicketEvent merged = event(EventType.ABSORBED, TEN).earlierStart(TEN - HOUR).named("merge");
    TicketEvent correction =
        event(EventType.CORRECTED, TEN + HOUR).in("north").corrects("merge").now();

    Ticket ticket = life.next(null, correction, () -> List.of(merged, correction)).ticket();

    assertThat(ticket.orphan()).isTrue();
    assertThat(ticket.createdAt()).isEqualTo(TEN + HOUR);
  }

  @Test
  void anOrphanOpensProvisionallyAndItsCreationRefolds() {
    TicketEvent creation = created(TEN).now();
    TicketEvent stop = event(EventType.RESOLVED, TEN + HOUR).in("north").now();
    Ticket orphan = life.next(null, stop, () -> List.of(stop)).ticket();
    assertThat(orphan.orphan()).isTrue();
    assertThat(orphan.createdAt()).isEqualTo(TEN + HOUR);

    Ticket whole = life.next(orphan, creation, () -> List.of(stop, creation)).ticket();

    assertThat(whole).isEqualTo(fold(creation, stop));
  }

  @Test
  void aDueTimeFromTheSourceIsJudgedBesideOurTargets() {
    Ticket ticket =
        fold(created(TEN).due(TEN + 2 * HOUR).now(), event(EventType.CLOSED, TEN + 3 * HOUR).now());

    assertThat(clock(ticket, "due", 1).verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock(ticket, "due", 1).settledAt()).isEqualTo(TEN + 2 * HOUR);
    assertThat(clock(ticket, "resolution", 1).verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void aTicketDueAtItsCreationBreachesAtTheDueInstant() {
    Ticket open = Later.advance(life, fold(created(TEN).due(TEN).now()), TEN);

    assertThat(clock(open, "due", 1).verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock(open, "due", 1).settledAt()).isEqualTo(TEN);
  }

  @Test
  void aCancelledTicketCancelsWhatRuns() {
    Ticket ticket = fold(created(TEN).now(), event(EventType.CANCELLED, TEN + HOUR).now());

    assertThat(ticket.clocks()).extracting(Clock::verdict).containsOnly(Verdict.CANCELLED);
    assertThat(ticket.open()).isFalse();
  }

  @Test
  void inOneInstantTheStopCountsBeforeTheResetUnlessTheSourceNumbersThem() {
    TicketEvent creation = created(TEN).now();
    TicketEvent solved = event(EventType.RESOLVED, TEN + HOUR).now();
    TicketEvent reopened = event(EventType.REOPENED, TEN + HOUR).now();

    assertThat(fold(reopened, solved, creation).open()).isTrue();

    Ticket numbered =
        fold(
            created(TEN).sequence(1).now(),
            event(EventType.REOPENED, TEN + HOUR).sequence(2).now(),
            event(EventType.RESOLVED, TEN + HOUR).sequence(3).now());
    assertThat(numbered.open()).isFalse();
  }

  @Test
  void aTicketWithoutPriorityIsPromisedAResolutionOnceItIsKnown() {
    Ticket ticket =
        fold(
            event(EventType.CREATED, TEN).in("north").channel(Channel.WEB).now(),
            event(EventType.CLASSIFIED, TEN + HOUR).priority(Priority.P2).now());

    assertThat(clock(ticket, "resolution", 1).openedAt()).isEqualTo(TEN);
    assertThat(clock(ticket, "resolution", 1).deadline()).isEqualTo(TEN + 8 * HOUR);
  }

  private Ticket fold(TicketEvent... events) {
    return life.fold(List.of(events), Long.MIN_VALUE);
  }

  private static Clock clock(Ticket ticket, String sla, int cycle) {
    return ticket.clocks().stream()
        .filter(c -> c.sla().equals(sla) && c.cycle() == cycle)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no clock " + sla + "/" + cycle + " in " + ticket));
  }

  private static List<MilestoneKind> kinds(Ticket ticket) {
    return ticket.milestones().stream().map(Milestone::kind).toList();
  }
}
