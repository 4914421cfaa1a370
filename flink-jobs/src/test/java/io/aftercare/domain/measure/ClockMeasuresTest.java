package io.aftercare.domain.measure;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.MINUTE;
import static io.aftercare.domain.ticket.Events.TEN;
import static io.aftercare.domain.ticket.Events.created;
import static io.aftercare.domain.ticket.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.Later;
import io.aftercare.domain.ticket.Promised;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketDiff;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.ticket.TicketLife;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Warnings, clocks at risk, shadows and actions, counted by hand. The resolution of a P1 may take
 * four hours: it warns after 2:48 (70 %) and 3:36 (90 %), the last 5 % begin at 3:48.
 */
class ClockMeasuresTest {
  private static final Rulebook RULES = Promised.withShadow();

  private final TicketLife life = new TicketLife(RULES);
  private final List<TicketEvent> history = new ArrayList<>();
  private @Nullable Ticket ticket;

  @Test
  void aWarningIsCountedWhenItIsGivenAndTheClockIsAtRiskUntilItSettles() {
    arrives(created(TEN).now());
    assertThat(reaches(TEN + 168 * MINUTE))
        .containsEntry("SLA_WARNINGS[north, resolution, 70]", 1L)
        .containsEntry("SLA_AT_RISK_CLOCKS[north, resolution, 70]", 1L);
    assertThat(reaches(TEN + 216 * MINUTE))
        .containsEntry("SLA_WARNINGS[north, resolution, 90]", 1L)
        .containsEntry("SLA_AT_RISK_CLOCKS[north, resolution, 70]", -1L)
        .containsEntry("SLA_AT_RISK_CLOCKS[north, resolution, 90]", 1L);
    assertThat(arrives(event(EventType.RESOLVED, TEN + 220 * MINUTE).now()))
        .containsEntry("SLA_AT_RISK_CLOCKS[north, resolution, 90]", -1L)
        .doesNotContainKey("SLA_WARNINGS_RETRACTED[north, resolution, 90]");
  }

  @Test
  void aStopThatArrivesLateTakesBackTheWarningsThatWereNone() {
    arrives(created(TEN).now());
    reaches(TEN + 216 * MINUTE);
    assertThat(arrives(event(EventType.RESOLVED, TEN + 170 * MINUTE).now()))
        .containsEntry("SLA_WARNINGS_RETRACTED[north, resolution, 90]", 1L)
        .doesNotContainKey("SLA_WARNINGS_RETRACTED[north, resolution, 70]");
  }

  @Test
  void aTransferTakesTheWarningsOfItsClocksAlong() {
    arrives(created(TEN).now());
    reaches(TEN + 168 * MINUTE);
    assertThat(arrives(event(EventType.TRANSFERRED, TEN + 3 * HOUR).in("south").now()))
        .containsEntry("SLA_WARNINGS_RETRACTED[north, resolution, 70]", 1L)
        .containsEntry("SLA_WARNINGS[south, resolution, 70]", 1L)
        .containsEntry("SLA_AT_RISK_CLOCKS[north, resolution, 70]", -1L)
        .containsEntry("SLA_AT_RISK_CLOCKS[south, resolution, 70]", 1L);
  }

  @Test
  void aShadowIsOpenAmongTheShadowsAlone() {
    assertThat(arrives(created(TEN).now()))
        .containsEntry("SLA_SHADOW_CLOCKS[north, resolution, strict]", 1L)
        .containsEntry("SLA_OPEN_CLOCKS[north, resolution, p1, running]", 1L);
    reaches(TEN + HOUR); // the first response breaches
    // It warns after 2:06 and 2:42 and breaches after 3:00: nobody is told by the active figures.
    assertThat(reaches(TEN + 126 * MINUTE)).isEmpty();
    assertThat(reaches(TEN + 3 * HOUR))
        .containsEntry("SLA_SHADOW_CLOCKS[north, resolution, strict]", -1L)
        .containsEntry("SLA_VERDICTS[north, resolution, p1, breached, strict]", 1L)
        .doesNotContainKey("SLA_OPEN_CLOCKS[north, resolution, p1, overdue]");
  }

  @Test
  void aFollowUpIsOverdueOnAClosedTicketTooAndAnAnswerIsNot() {
    arrives(created(TEN).now());
    assertThat(reaches(TEN + HOUR))
        .containsEntry("SLA_OPEN_CLOCKS[north, first_response, p1, overdue]", 1L);
    assertThat(arrives(event(EventType.RESOLVED, TEN + 2 * HOUR).now()))
        .containsEntry("SLA_OPEN_CLOCKS[north, first_response, p1, overdue]", -1L)
        .containsEntry("SLA_OPEN_CLOCKS[north, follow_up, p1, running]", 1L);
    arrives(event(EventType.CLOSED, TEN + 3 * HOUR).now());
    assertThat(reaches(TEN + 26 * HOUR))
        .containsEntry("SLA_OPEN_CLOCKS[north, follow_up, p1, running]", -1L)
        .containsEntry("SLA_OPEN_CLOCKS[north, follow_up, p1, overdue]", 1L);
  }

  @Test
  void anActionIsCountedAlwaysAndAnAnomalyNearADeadlineOnly() {
    arrives(created(TEN).now());
    assertThat(arrives(event(EventType.PRIORITY_CHANGED, TEN + 5).priority(Priority.P2).now()))
        .containsEntry("CLOCK_ACTIONS[north, downgraded]", 1L)
        .doesNotContainKey("CLOCK_ANOMALIES[north, downgraded]");
    // Eight hours now; the last 5 % begin at 7:36.
    assertThat(
            arrives(
                event(EventType.PRIORITY_CHANGED, TEN + 460 * MINUTE).priority(Priority.P3).now()))
        .containsEntry("CLOCK_ACTIONS[north, downgraded]", 1L)
        .containsEntry("CLOCK_ANOMALIES[north, downgraded]", 1L);
  }

  @Test
  void anActionThatNeverWasIsTakenBack() {
    arrives(created(TEN).now());
    arrives(event(EventType.PRIORITY_CHANGED, TEN + 230 * MINUTE).priority(Priority.P2).now());
    // It was P3 already: raised, not lowered, and the clock was far from its end.
    assertThat(
            arrives(
                event(EventType.PRIORITY_CHANGED, TEN + 10 * MINUTE).priority(Priority.P3).now()))
        .doesNotContainKey("CLOCK_ACTIONS[north, downgraded]")
        .containsEntry("CLOCK_ANOMALIES_RETRACTED[north, downgraded]", 1L);
  }

  private Map<String, Long> arrives(TicketEvent event) {
    history.add(event);
    return becomes(life.next(ticket, event, () -> history).ticket());
  }

  private Map<String, Long> reaches(long instant) {
    return becomes(Later.advance(life, java.util.Objects.requireNonNull(ticket), instant));
  }

  private Map<String, Long> becomes(Ticket now) {
    Map<String, Long> said = new TreeMap<>();
    TicketMeasures.count(
        TicketDiff.between(ticket, now),
        RULES,
        delta -> said.merge(delta.measure() + "" + delta.labels(), delta.amount(), Long::sum));
    ticket = now;
    return said;
  }
}
