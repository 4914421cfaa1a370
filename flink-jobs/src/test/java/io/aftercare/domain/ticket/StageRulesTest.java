package io.aftercare.domain.ticket;

import static io.aftercare.domain.sla.TicketStatus.IN_PROGRESS;
import static io.aftercare.domain.sla.TicketStatus.ON_HOLD;
import static io.aftercare.domain.sla.TicketStatus.OPEN;
import static io.aftercare.domain.sla.TicketStatus.SCHEDULED;
import static io.aftercare.domain.sla.TicketStatus.WAITING_CUSTOMER;
import static io.aftercare.domain.sla.TicketStatus.WAITING_PARTS;
import static io.aftercare.domain.sla.TicketStatus.WAITING_THIRD_PARTY;
import static io.aftercare.domain.ticket.ActorType.AGENT;
import static io.aftercare.domain.ticket.ActorType.BOT;
import static io.aftercare.domain.ticket.ActorType.CUSTOMER;
import static io.aftercare.domain.ticket.ActorType.ENGINEER;
import static io.aftercare.domain.ticket.EventType.ACCEPTANCE_FAILED;
import static io.aftercare.domain.ticket.EventType.ACCEPTANCE_PASSED;
import static io.aftercare.domain.ticket.EventType.AGENT_REPLY;
import static io.aftercare.domain.ticket.EventType.APPOINTMENT_CANCELLED;
import static io.aftercare.domain.ticket.EventType.APPOINTMENT_SET;
import static io.aftercare.domain.ticket.EventType.ASSIGNED;
import static io.aftercare.domain.ticket.EventType.AUTO_REPLY;
import static io.aftercare.domain.ticket.EventType.CANCELLED;
import static io.aftercare.domain.ticket.EventType.CLASSIFIED;
import static io.aftercare.domain.ticket.EventType.CLOSED;
import static io.aftercare.domain.ticket.EventType.CUSTOMER_MESSAGE;
import static io.aftercare.domain.ticket.EventType.ENGINEER_ARRIVED;
import static io.aftercare.domain.ticket.EventType.FOLLOW_UP_COMPLETED;
import static io.aftercare.domain.ticket.EventType.INTERNAL_NOTE;
import static io.aftercare.domain.ticket.EventType.MARKED_SPAM;
import static io.aftercare.domain.ticket.EventType.MERGED;
import static io.aftercare.domain.ticket.EventType.REOPENED;
import static io.aftercare.domain.ticket.EventType.RESOLVED;
import static io.aftercare.domain.ticket.EventType.STATUS_CHANGED;
import static io.aftercare.domain.ticket.EventType.TRANSFERRED;
import static io.aftercare.domain.ticket.EventType.WORK_COMPLETED;
import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static io.aftercare.domain.ticket.Events.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of {@link Stage}, row by row: an hour between events, a customer's mail first. */
class StageRulesTest {
  private final TicketLife life = new TicketLife(Promised.shipped());

  static Stream<Arguments> rows() {
    return Stream.of(
        row("nobody touched it", Stage.INTAKE),
        row("a machine answered", Stage.INTAKE, by(AUTO_REPLY, BOT)),
        row("the customer wrote again", Stage.INTAKE, by(CUSTOMER_MESSAGE, CUSTOMER)),
        row("a person made a note", Stage.TRIAGE, by(INTERNAL_NOTE, AGENT)),
        row("an engineer made a note", Stage.TRIAGE, by(INTERNAL_NOTE, ENGINEER)),
        row("somebody replied", Stage.TRIAGE, it(AGENT_REPLY)),
        row("a machine classified it", Stage.TRIAGE, by(CLASSIFIED, BOT)),
        row("assigned only", Stage.TRIAGE, it(ASSIGNED)),
        row("both", Stage.DISPATCH, it(CLASSIFIED), it(ASSIGNED)),
        row("both, then a note", Stage.DISPATCH, it(ASSIGNED), it(CLASSIFIED), note()),
        row("an appointment", Stage.SCHEDULE, it(ASSIGNED), StageRulesTest::appointment),
        row("an appointment without a window", Stage.TRIAGE, it(ASSIGNED), it(APPOINTMENT_SET)),
        row("status scheduled", Stage.SCHEDULE, status(SCHEDULED)),
        row(
            "appointment off",
            Stage.TRIAGE,
            StageRulesTest::appointment,
            it(APPOINTMENT_CANCELLED)),
        row(
            "triaged, appointment off",
            Stage.DISPATCH,
            it(CLASSIFIED),
            it(ASSIGNED),
            StageRulesTest::appointment,
            it(APPOINTMENT_CANCELLED)),
        row("window taken back", Stage.TRIAGE, StageRulesTest::appointment, it(APPOINTMENT_SET)),
        row("off while at work", Stage.WORK, it(ENGINEER_ARRIVED), it(APPOINTMENT_CANCELLED)),
        row("the engineer is there", Stage.WORK, StageRulesTest::appointment, it(ENGINEER_ARRIVED)),
        row("status in progress", Stage.WORK, status(IN_PROGRESS)),
        row(
            "another appointment",
            Stage.SCHEDULE,
            it(ENGINEER_ARRIVED),
            StageRulesTest::appointment),
        row("work done", Stage.ACCEPTANCE, it(ENGINEER_ARRIVED), it(WORK_COMPLETED)),
        row(
            "work done, status as it was",
            Stage.ACCEPTANCE,
            status(IN_PROGRESS),
            it(WORK_COMPLETED),
            note()),
        row("not accepted", Stage.WORK, it(WORK_COMPLETED), it(ACCEPTANCE_FAILED)),
        row("accepted", Stage.ACCEPTANCE, it(WORK_COMPLETED), it(ACCEPTANCE_PASSED)),
        row("accepted unasked", Stage.ACCEPTANCE, it(ACCEPTANCE_PASSED)),
        row("resolved", Stage.FOLLOW_UP, it(RESOLVED)),
        row("resolved, then a note", Stage.FOLLOW_UP, it(RESOLVED), note()),
        row("resolved, work done after", Stage.FOLLOW_UP, it(RESOLVED), it(WORK_COMPLETED)),
        row("resolved, waits", Stage.FOLLOW_UP, it(RESOLVED), status(WAITING_CUSTOMER)),
        row("followed up", Stage.FOLLOW_UP, it(RESOLVED), it(FOLLOW_UP_COMPLETED)),
        row("closed", Stage.CLOSED, it(RESOLVED), it(CLOSED)),
        row("closed at once", Stage.CLOSED, it(CLOSED)),
        row("cancelled", Stage.CLOSED, it(CANCELLED)),
        row("spam", Stage.CLOSED, it(MARKED_SPAM)),
        row("merged", Stage.CLOSED, it(MERGED)),
        row("reopened untriaged", Stage.TRIAGE, it(RESOLVED), it(REOPENED)),
        row(
            "reopened triaged",
            Stage.DISPATCH,
            it(CLASSIFIED),
            it(ASSIGNED),
            it(WORK_COMPLETED),
            it(CLOSED),
            it(REOPENED)),
        row(
            "reopened in progress",
            Stage.WORK,
            it(RESOLVED),
            at -> Events.event(REOPENED, at).status(IN_PROGRESS)),
        row("reopened while open", Stage.WORK, it(ENGINEER_ARRIVED), it(REOPENED)),
        row("waits for the customer", Stage.WAITING_CUSTOMER, status(WAITING_CUSTOMER)),
        row("waits for parts", Stage.WAITING_PARTS, status(WAITING_PARTS)),
        row("waits for others", Stage.WAITING_THIRD_PARTY, status(WAITING_THIRD_PARTY)),
        row("on hold", Stage.WORK, it(ENGINEER_ARRIVED), status(ON_HOLD)),
        row(
            "back from a wait",
            Stage.ACCEPTANCE,
            it(WORK_COMPLETED),
            status(WAITING_PARTS),
            status(WAITING_CUSTOMER),
            status(OPEN)),
        row(
            "back from a wait to hold",
            Stage.DISPATCH,
            it(CLASSIFIED),
            it(ASSIGNED),
            status(WAITING_PARTS),
            status(ON_HOLD)),
        row(
            "back from a wait, at work",
            Stage.WORK,
            it(ASSIGNED),
            status(WAITING_PARTS),
            status(IN_PROGRESS)),
        row(
            "triaged while it waits",
            Stage.DISPATCH,
            status(WAITING_CUSTOMER),
            it(CLASSIFIED),
            it(ASSIGNED),
            status(OPEN)),
        row(
            "waits whatever happens",
            Stage.WAITING_PARTS,
            status(WAITING_PARTS),
            it(ENGINEER_ARRIVED)),
        row("resolved from a wait", Stage.FOLLOW_UP, status(WAITING_PARTS), it(RESOLVED)),
        row(
            "handed on",
            Stage.WORK,
            it(ENGINEER_ARRIVED),
            at -> Events.event(TRANSFERRED, at).in("south")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rows")
  void inAnyOrderOfArrivalTheTicketIsInTheStageThatTheTableGives(
      String when, Stage expected, List<TicketEvent> events) {
    assertThat(life.fold(events, Long.MIN_VALUE).stage()).isEqualTo(expected);

    Ticket inOrder = arrive(events);
    assertThat(inOrder.stage()).isEqualTo(expected);

    List<TicketEvent> backwards = new ArrayList<>(events);
    java.util.Collections.reverse(backwards);
    assertThat(arrive(backwards).stage()).isEqualTo(expected);
  }

  private Ticket arrive(List<TicketEvent> events) {
    List<TicketEvent> seen = new ArrayList<>();
    Ticket ticket = null;
    for (TicketEvent event : events) {
      seen.add(event);
      ticket = life.next(ticket, event, () -> seen).ticket();
    }
    return java.util.Objects.requireNonNull(ticket);
  }

  @SafeVarargs
  private static Arguments row(String when, Stage expected, LongFunction<Events>... then) {
    List<TicketEvent> events = new ArrayList<>();
    events.add(created(TEN).now());
    for (int i = 0; i < then.length; i++) {
      events.add(then[i].apply(TEN + (i + 1) * HOUR).now());
    }
    return Arguments.of(when, expected, events);
  }

  private static LongFunction<Events> it(EventType type) {
    return at -> Events.event(type, at);
  }

  private static LongFunction<Events> by(EventType type, ActorType who) {
    return at -> Events.event(type, at).by(who);
  }

  private static LongFunction<Events> status(TicketStatus now) {
    return at -> Events.event(STATUS_CHANGED, at).status(now);
  }

  private static Events appointment(long at) {
    return Events.event(APPOINTMENT_SET, at).appointment(at + HOUR);
  }

  private static LongFunction<Events> note() {
    return by(INTERNAL_NOTE, AGENT);
  }
}
