package io.aftercare.domain.measure;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static io.aftercare.domain.ticket.Events.created;
import static io.aftercare.domain.ticket.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.domain.ticket.ActorType;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.Promised;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketDiff;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.ticket.TicketLife;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is counted of stages and of what is open, each amount by hand. */
class StageMeasuresTest {
  private static final Rulebook RULES = Promised.shipped();
  private static final TicketEvent CREATED = created(TEN).now();
  private static final TicketEvent NOTE =
      event(EventType.INTERNAL_NOTE, TEN + HOUR).by(ActorType.AGENT).now();
  private static final TicketEvent MOVED =
      event(EventType.TRANSFERRED, TEN + 3 * HOUR).in("south").now();
  private static final TicketEvent ARRIVED =
      event(EventType.ENGINEER_ARRIVED, TEN + 6 * HOUR).now();

  private final TicketLife life = new TicketLife(RULES);
  private final List<TicketEvent> seen = new ArrayList<>();
  private final List<Delta> said = new ArrayList<>();
  private @Nullable Ticket ticket;

  @Test
  void timeIsBookedToWhoeverHeldTheTicketAndLifeToWhoeverHoldsItThen() {
    arrive(CREATED, NOTE, MOVED, ARRIVED);

    assertThat(sums(Measure.STAGE_TIME_SECONDS))
        .containsOnly(
            Map.entry("[north, intake]", HOUR),
            Map.entry("[north, triage]", 2 * HOUR),
            Map.entry("[south, triage]", 3 * HOUR));
    assertThat(sums(Measure.TICKET_LIFE_SECONDS))
        .containsOnly(Map.entry("[north]", HOUR), Map.entry("[south]", 5 * HOUR));
    assertThat(sums(Measure.STAGE_TIME_SECONDS_RETRACTED)).isEmpty();
    assertThat(sums(Measure.TICKET_LIFE_SECONDS_RETRACTED)).isEmpty();
  }

  @Test
  void aStayIsObservedOnceItEndsWhoeverHeldTheTicketMeanwhile() {
    arrive(CREATED, NOTE, MOVED);
    assertThat(observed()).containsExactly("[north, intake] " + HOUR);

    arrive(ARRIVED);
    assertThat(observed())
        .containsExactly("[north, intake] " + HOUR, "[south, triage] " + 5 * HOUR);
  }

  @Test
  void aLateEventCorrectsAStayAndObservesOnlyWhatHadNone() {
    arrive(CREATED, NOTE, ARRIVED);
    arrive(
        event(EventType.STATUS_CHANGED, TEN + 2 * HOUR).status(TicketStatus.WAITING_PARTS).now());

    // Triage lasted 1 h instead of 5; the wait was not known of and still lasts.
    assertThat(observed())
        .containsExactly("[north, intake] " + HOUR, "[north, triage] " + 5 * HOUR);
    assertThat(sums(Measure.OBSERVATIONS_CORRECTED))
        .containsOnly(Map.entry("[north, stage_dwell_seconds]", 1L));
    assertThat(sums(Measure.STAGE_TIME_SECONDS_RETRACTED))
        .containsOnly(Map.entry("[north, triage]", 4 * HOUR));
    assertThat(sums(Measure.TICKET_LIFE_SECONDS_RETRACTED))
        .containsOnly(Map.entry("[north]", 4 * HOUR));
  }

  @Test
  void aWaitThatIsHeardOfLateIsObservedAndTheRestOfTheStayIsNot() {
    arrive(CREATED, NOTE, event(EventType.RESOLVED, TEN + 9 * HOUR).now());
    arrive(
        event(EventType.STATUS_CHANGED, TEN + 4 * HOUR).status(TicketStatus.OPEN).now(),
        event(EventType.STATUS_CHANGED, TEN + 2 * HOUR).status(TicketStatus.WAITING_PARTS).now());

    // Triage 1 h, the wait 2 h, triage again 5 h: 8 h of triage were observed in place of the
    // first.
    assertThat(observed())
        .containsExactly(
            "[north, intake] " + HOUR,
            "[north, triage] " + 8 * HOUR,
            "[north, waiting_parts] " + 2 * HOUR,
            "[north, triage] " + 5 * HOUR);
    assertThat(net(Measure.STAGE_TIME_SECONDS, Measure.STAGE_TIME_SECONDS_RETRACTED))
        .containsOnly(
            Map.entry("[north, intake]", HOUR),
            Map.entry("[north, triage]", 6 * HOUR),
            Map.entry("[north, waiting_parts]", 2 * HOUR));
  }

  @Test
  void aStageThatIsPassedInNoTimeIsNoStay() {
    arrive(
        CREATED,
        event(EventType.CLASSIFIED, TEN + HOUR).now(),
        event(EventType.ASSIGNED, TEN + HOUR).now(),
        ARRIVED);

    assertThat(observed())
        .containsExactly("[north, intake] " + HOUR, "[north, dispatch] " + 5 * HOUR);
  }

  @Test
  void aStayEndsEvenIfItsStatusChangedInTheSameInstant() {
    arrive(
        CREATED,
        event(EventType.STATUS_CHANGED, TEN + HOUR).status(TicketStatus.OPEN).named("1"),
        event(EventType.UPDATED, TEN + HOUR).by(ActorType.AGENT).named("2"),
        ARRIVED);

    assertThat(observed())
        .containsExactly("[north, intake] " + HOUR, "[north, triage] " + 5 * HOUR);
  }

  @Test
  void aTicketIsInOneStageUntilItIsForgotten() {
    arrive(CREATED, NOTE, MOVED);
    assertThat(sums(Measure.TICKETS_IN_STAGE)).containsOnly(Map.entry("[south, triage]", 1L));

    arrive(event(EventType.CLOSED, TEN + 4 * HOUR).now());
    assertThat(sums(Measure.TICKETS_IN_STAGE)).containsOnly(Map.entry("[south, closed]", 1L));

    TicketMeasures.forget(known(), RULES, said::add);
    assertThat(sums(Measure.TICKETS_IN_STAGE)).isEmpty();
  }

  @Test
  void whatIsOpenIsKnownByServiceAndByWhetherItIsTriaged() {
    arrive(CREATED);
    assertThat(sums(Measure.TICKETS_UNTRIAGED)).containsOnly(Map.entry("[north]", 1L));
    assertThat(sums(Measure.BACKLOG_SERVICE_TICKETS))
        .containsOnly(Map.entry("[north, unknown]", 1L));

    arrive(event(EventType.CLASSIFIED, TEN + HOUR).now(), MOVED);
    assertThat(sums(Measure.TICKETS_UNTRIAGED)).containsOnly(Map.entry("[south]", 1L));
    assertThat(sums(Measure.BACKLOG_SERVICE_TICKETS))
        .containsOnly(Map.entry("[south, unknown]", 1L));

    arrive(event(EventType.ASSIGNED, TEN + 4 * HOUR).now());
    assertThat(sums(Measure.TICKETS_UNTRIAGED)).isEmpty();

    arrive(event(EventType.RESOLVED, TEN + 5 * HOUR).now());
    assertThat(sums(Measure.BACKLOG_SERVICE_TICKETS)).isEmpty();
    assertThat(sums(Measure.TICKETS_BY_SERVICE))
        .containsOnly(
            Map.entry("[north, unknown, created]", 1L),
            Map.entry("[south, unknown, resolved]", 1L));
  }

  @Test
  void aTicketThatWasMovedBeforeItWasResolvedIsCountedAgainWhereItWas() {
    arrive(CREATED, event(EventType.RESOLVED, TEN + 5 * HOUR).now(), MOVED);

    assertThat(net(Measure.TICKETS_BY_SERVICE, Measure.TICKETS_BY_SERVICE_RETRACTED))
        .containsOnly(
            Map.entry("[north, unknown, created]", 1L),
            Map.entry("[south, unknown, resolved]", 1L));
    assertThat(sums(Measure.TICKETS_BY_SERVICE_RETRACTED))
        .containsOnly(Map.entry("[north, unknown, resolved]", 1L));
  }

  private void arrive(TicketEvent... events) {
    for (TicketEvent event : events) {
      List<TicketEvent> before = List.copyOf(seen);
      seen.add(event);
      TicketLife.Step step = life.next(ticket, event, () -> seen);
      TicketMeasures.count(
          TicketDiff.between(ticket, step.ticket(), life.booked(ticket, step, () -> before)),
          RULES,
          said::add);
      ticket = step.ticket();
    }
  }

  private Ticket known() {
    return java.util.Objects.requireNonNull(ticket);
  }

  private List<String> observed() {
    return said.stream()
        .filter(delta -> delta.measure() == Measure.STAGE_DWELL_SECONDS)
        .map(delta -> delta.labels() + " " + delta.amount())
        .toList();
  }

  private Map<String, Long> sums(Measure measure) {
    Map<String, Long> sums = new HashMap<>();
    for (Delta delta : said) {
      if (delta.measure() == measure) {
        sums.merge(delta.labels().toString(), delta.amount(), Long::sum);
      }
    }
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  private Map<String, Long> net(Measure counted, Measure retracted) {
    Map<String, Long> net = sums(counted);
    sums(retracted).forEach((labels, amount) -> net.merge(labels, -amount, Long::sum));
    net.values().removeIf(sum -> sum == 0);
    return net;
  }
}
