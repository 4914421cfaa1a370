package io.aftercare.domain.ticket;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static io.aftercare.domain.ticket.Events.created;
import static io.aftercare.domain.ticket.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.domain.sla.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Since when a clock runs or stands still: told by hand in the hours of {@link Office}, where ten
 * o'clock on Monday is eleven in Berlin and the office closes at 16:00Z.
 */
class StateSinceTest {
  private final TicketLife life = new TicketLife(Office.rules());

  @Test
  void whatWasNeverPausedRunsSinceItsStartWhateverItsTargetAndCalendar() {
    Clock clock =
        resolution(
            created(TEN).priority(Priority.P3).now(),
            event(EventType.PRIORITY_CHANGED, TEN + HOUR).priority(Priority.P1).now(),
            event(EventType.TRANSFERRED, TEN + 2 * HOUR).in("south").now());

    assertThat(clock.calendar()).isEqualTo("kolkata");
    assertThat(clock.since()).as("on these terms").isEqualTo(TEN + 2 * HOUR);
    assertThat(clock.stateSince()).isEqualTo(TEN);
  }

  @Test
  void aPauseBeganWhenItBeganWhateverHappensInIt() {
    Clock clock =
        resolution(
            created(TEN).priority(Priority.P3).now(),
            waiting(TEN + HOUR),
            waiting(TEN + 2 * HOUR),
            event(EventType.PRIORITY_CHANGED, TEN + 3 * HOUR).priority(Priority.P1).now(),
            event(EventType.TRANSFERRED, TEN + 4 * HOUR).in("south").now());

    assertThat(clock.verdict()).isEqualTo(Verdict.PAUSED);
    assertThat(clock.stateSince()).isEqualTo(TEN + HOUR);
  }

  @Test
  void whatGoesOnRunsSinceThen() {
    assertThat(resolution(created(TEN).now(), waiting(TEN + HOUR), working(TEN + 2 * HOUR)))
        .returns(Verdict.RUNNING, Clock::verdict)
        .returns(TEN + 2 * HOUR, Clock::stateSince);
  }

  @Test
  void whatIsSettledIsInNoStateSinceAnInstant() {
    TicketEvent created = created(TEN).now();
    assertThat(resolution(created, event(EventType.RESOLVED, TEN + HOUR).now()))
        .returns(Verdict.MET, Clock::verdict)
        .returns(Clock.NEVER, Clock::stateSince);
    assertThat(resolution(created, event(EventType.READ, TEN + 5 * HOUR).now()))
        .returns(Verdict.BREACHED, Clock::verdict)
        .returns(Clock.NEVER, Clock::stateSince);
  }

  @Test
  void aClockWithATrueStartBeforeItsPromiseTakesItsStateFromThere() {
    TicketEvent created = created(TEN).priority(Priority.UNKNOWN).now();
    TicketEvent classified =
        event(EventType.CLASSIFIED, TEN + 3 * HOUR).priority(Priority.P2).now();

    assertThat(resolution(created, classified))
        .returns(TEN, Clock::openedAt)
        .returns(TEN, Clock::stateSince);
    assertThat(resolution(created, waiting(TEN + HOUR), classified))
        .returns(Verdict.PAUSED, Clock::verdict)
        .returns(TEN + HOUR, Clock::stateSince);
    assertThat(resolution(created, waiting(TEN + HOUR), working(TEN + 2 * HOUR), classified))
        .returns(Verdict.RUNNING, Clock::verdict)
        .returns(TEN + 2 * HOUR, Clock::stateSince);
  }

  @Test
  void theEarlierStartOfAMergeIsThatOfTheStateItBeganIn() {
    TicketEvent created = created(TEN).now();
    TicketEvent absorbed = event(EventType.ABSORBED, TEN + 2 * HOUR).earlierStart(TEN - HOUR).now();

    assertThat(resolution(created, absorbed)).returns(TEN - HOUR, Clock::stateSince);
    assertThat(resolution(created, waiting(TEN + HOUR), absorbed))
        .returns(TEN + HOUR, Clock::stateSince);
  }

  @Test
  void theLogSaysAPauseAgainThatBeganBeforeThoughNoOpenTimeLiesBetween() {
    TicketEvent created = created(TEN).priority(Priority.P2).now();
    TicketEvent asked = waiting(TEN + 10 * HOUR);
    TicketEvent askedBefore = waiting(TEN + 9 * HOUR);
    Ticket before = life.fold(List.of(created, asked), Long.MIN_VALUE);
    Ticket after =
        life.next(before, askedBefore, () -> List.of(created, asked, askedBefore)).ticket();

    assertThat(TicketDiff.between(before, after).clocks())
        .filteredOn(change -> change.row().sla().equals("resolution"))
        .extracting(ClockChange::kind, change -> change.row().stateSince())
        .containsExactly(tuple(ClockChange.Kind.UPDATED, TEN + 9 * HOUR));
  }

  private Clock resolution(TicketEvent... events) {
    return life.fold(List.of(events), Long.MIN_VALUE).clocks().stream()
        .filter(clock -> clock.sla().equals("resolution"))
        .findFirst()
        .orElseThrow();
  }

  private static TicketEvent waiting(long at) {
    return event(EventType.STATUS_CHANGED, at).status(TicketStatus.WAITING_CUSTOMER).now();
  }

  private static TicketEvent working(long at) {
    return event(EventType.STATUS_CHANGED, at).status(TicketStatus.IN_PROGRESS).now();
  }
}
