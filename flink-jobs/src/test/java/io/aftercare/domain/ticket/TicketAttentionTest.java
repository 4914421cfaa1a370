package io.aftercare.domain.ticket;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.MINUTE;
import static io.aftercare.domain.ticket.Events.TEN;
import static io.aftercare.domain.ticket.Events.created;
import static io.aftercare.domain.ticket.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.domain.ticket.TicketAttention.State;
import io.aftercare.domain.ticket.TicketAttention.Watched;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Who needs a look, and why. A P1 mail is to be answered within an hour (warnings after 42 and 54
 * minutes) and resolved within four (2:48 and 3:36), not counting what waits for the customer.
 */
class TicketAttentionTest {
  private static final TicketEvent CREATED = created(TEN).now();
  private static final TicketEvent ANSWERED =
      event(EventType.AGENT_REPLY, TEN + 10 * MINUTE).by(ActorType.AGENT).now();
  private static final Rulebook RULES =
      Rulebook.of(
          List.of(
              policy("answer", "first_response", ClockMetric.FIRST_RESPONSE, HOUR),
              policy("solve", "resolution", ClockMetric.RESOLUTION, 4 * HOUR),
              policy("call-back", "follow_up", ClockMetric.POST_SERVICE_FOLLOW_UP, 24 * HOUR),
              policy("strict", "resolution", ClockMetric.RESOLUTION, HOUR)
                  .inSlot("strict", "strict")));

  @Test
  void aFreshTicketNeedsNone() {
    assertThat(at(TEN + 41 * MINUTE, CREATED)).isNull();
  }

  @Test
  void aWarningPutsTheTicketAtRiskSinceThenAndTheNextOneRaisesTheLevel() {
    TicketAttention seventy = attention(TEN + 168 * MINUTE, CREATED, ANSWERED);
    assertThat(seventy.state()).isEqualTo(State.AT_RISK);
    assertThat(seventy.since()).isEqualTo(TEN + 168 * MINUTE);
    assertThat(seventy.region()).isEqualTo("north");
    assertThat(seventy.priority()).isEqualTo(Priority.P1);
    assertThat(seventy.clocks())
        .containsExactly(resolution(State.AT_RISK, 70, TEN + 168 * MINUTE, TEN + 4 * HOUR));

    TicketAttention ninety = attention(TEN + 216 * MINUTE, CREATED, ANSWERED);
    assertThat(ninety.since()).as("at risk all the time").isEqualTo(TEN + 168 * MINUTE);
    assertThat(ninety.clocks())
        .containsExactly(resolution(State.AT_RISK, 90, TEN + 168 * MINUTE, TEN + 4 * HOUR));
  }

  @Test
  void theDeadlineMakesItOverdueSinceThenAndTheStopEndsIt() {
    TicketAttention overdue = attention(TEN + 4 * HOUR, CREATED, ANSWERED);
    assertThat(overdue.state()).isEqualTo(State.OVERDUE);
    assertThat(overdue.since()).isEqualTo(TEN + 4 * HOUR);
    assertThat(overdue.clocks())
        .containsExactly(resolution(State.OVERDUE, 90, TEN + 4 * HOUR, TEN + 4 * HOUR));

    assertThat(
            at(TEN + 6 * HOUR, CREATED, ANSWERED, event(EventType.RESOLVED, TEN + 5 * HOUR).now()))
        .isNull();
  }

  @Test
  void theWorstClockSpeaksForTheTicketAndAllAreListed() {
    TicketAttention both = attention(TEN + 170 * MINUTE, CREATED);
    assertThat(both.state()).isEqualTo(State.OVERDUE);
    assertThat(both.since()).isEqualTo(TEN + HOUR);
    assertThat(both.clocks())
        .extracting(c -> c.sla() + " " + c.state())
        .containsExactly("first_response OVERDUE", "resolution AT_RISK");
  }

  @Test
  void aPausedClockStaysAtRiskWithoutDeadline() {
    TicketEvent waits =
        event(EventType.STATUS_CHANGED, TEN + 3 * HOUR).status(TicketStatus.WAITING_CUSTOMER).now();
    TicketAttention paused = attention(TEN + 9 * HOUR, CREATED, ANSWERED, waits);
    assertThat(paused.clocks())
        .containsExactly(resolution(State.AT_RISK, 70, TEN + 168 * MINUTE, Clock.NEVER));
  }

  @Test
  void moreTimeTakesItOffTheListUntilThatComesNearToo() {
    TicketEvent lowered =
        event(EventType.PRIORITY_CHANGED, TEN + 3 * HOUR).priority(Priority.P2).now();
    assertThat(at(TEN + 3 * HOUR, CREATED, ANSWERED, lowered)).isNull();
    // Twice the time: 70 % are 5:36.
    TicketAttention again = attention(TEN + 336 * MINUTE, CREATED, ANSWERED, lowered);
    assertThat(again.since()).isEqualTo(TEN + 336 * MINUTE);
    assertThat(again.clocks()).extracting(Watched::warnedAt).containsExactly(TEN + 168 * MINUTE);
  }

  @Test
  void aCustomerWhoWasNeverAnsweredIsOwedNothingOnceItIsResolved() {
    assertThat(at(TEN + 3 * HOUR, CREATED)).isNotNull();
    assertThat(at(TEN + 3 * HOUR, CREATED, event(EventType.RESOLVED, TEN + 2 * HOUR).now()))
        .isNull();
  }

  @Test
  void aFollowUpIsOwedEvenWhenTheTicketIsClosed() {
    TicketAttention owed =
        attention(
            TEN + 30 * HOUR,
            CREATED,
            ANSWERED,
            event(EventType.RESOLVED, TEN + HOUR).now(),
            event(EventType.CLOSED, TEN + 2 * HOUR).now());
    assertThat(owed.clocks()).extracting(Watched::sla).containsExactly("follow_up");
    assertThat(owed.since()).isEqualTo(TEN + 25 * HOUR);
  }

  @Test
  void aVoidTicketNeedsNone() {
    assertThat(at(TEN + 6 * HOUR, CREATED, event(EventType.CANCELLED, TEN + 5 * HOUR).now()))
        .isNull();
  }

  @Test
  void aShadowNeedsNobody() {
    assertThat(at(TEN + 2 * HOUR, CREATED, ANSWERED)).isNull();
  }

  private static Watched resolution(State state, int level, long since, long deadline) {
    return new Watched(
        "resolution", 1, "solve", 1, state, level, since, TEN, deadline, TEN + 168 * MINUTE);
  }

  private static TicketAttention attention(long now, TicketEvent... events) {
    return Objects.requireNonNull(at(now, events));
  }

  private static @Nullable TicketAttention at(long now, TicketEvent... events) {
    TicketLife life = new TicketLife(RULES);
    Ticket ticket = Later.advance(life, life.fold(List.of(events), Long.MIN_VALUE), now);
    return TicketAttention.of(ticket, RULES);
  }

  private static Policy policy(String id, String sla, ClockMetric metric, long p1) {
    return Policy.of(
        id,
        sla,
        metric,
        Match.ANY,
        Allowance.of(Map.of(Priority.P1, p1, Priority.P2, 2 * p1)),
        ClockRules.on("24x7", Set.of(TicketStatus.WAITING_CUSTOMER)));
  }
}
