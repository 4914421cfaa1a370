package io.aftercare.flow;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static io.aftercare.domain.ticket.Events.created;
import static io.aftercare.domain.ticket.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.sla.ServiceType;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.Promised;
import io.aftercare.domain.ticket.Repair;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the judge says of the quality of service: by timers, by late events, and at the end. */
class JudgeQualityTest {
  private static final long WEEK = 7 * 24 * HOUR;
  private static final long RETENTION = 30 * 24 * HOUR;
  private static final TicketEvent CREATED = created(TEN).now();
  private static final TicketEvent SOLVED = event(EventType.RESOLVED, TEN + HOUR).now();
  private static final TicketEvent CLOSED = event(EventType.CLOSED, TEN + 2 * HOUR).now();
  private static final TicketEvent AT_THE_END =
      event(EventType.CUSTOMER_MESSAGE, TEN + HOUR + WEEK).now();

  private JudgeHarness judge = harness(RETENTION);

  @AfterEach
  void close() throws Exception {
    judge.close();
  }

  @Test
  void aWeekAfterItWasResolvedATimerSettlesWhatNobodyContradicted() throws Exception {
    arrive(CREATED, SOLVED);
    judge.processWatermark(TEN + HOUR + WEEK - 1);
    assertThat(net(Measure.FIRST_CONTACT_RESOLUTIONS, "provisional")).isEqualTo(1);
    assertThat(net(Measure.FIRST_CONTACT_RESOLUTIONS, "confirmed")).isZero();
    assertThat(judge.numEventTimeTimers()).isEqualTo(1);

    judge.processWatermark(TEN + HOUR + WEEK);
    judge.processWatermark(TEN + HOUR + 2 * WEEK);
    assertThat(net(Measure.FIRST_CONTACT_RESOLUTIONS, "confirmed")).isEqualTo(1);
    assertThat(net(Measure.CLOSED_LOOP_VERDICTS, "open")).isEqualTo(1);
    assertThat(sum(Measure.FIRST_CONTACT_RESOLUTIONS_RETRACTED)).isZero();
    assertThat(judge.numEventTimeTimers()).isZero();
  }

  @Test
  void anEventAtTheInstantOfTheDeadlineComesFirstAlsoIfItArrivesAfterwards() throws Exception {
    arrive(CREATED, SOLVED, AT_THE_END);
    judge.processWatermark(TEN + HOUR + WEEK);
    assertThat(net(Measure.FIRST_CONTACT_RESOLUTIONS, "failed")).isEqualTo(1);
    assertThat(sum(Measure.FIRST_CONTACT_RESOLUTIONS_RETRACTED)).isZero();

    close();
    judge = harness(RETENTION);
    arrive(CREATED, SOLVED);
    judge.processWatermark(TEN + HOUR + WEEK);
    arrive(AT_THE_END);
    assertThat(net(Measure.FIRST_CONTACT_RESOLUTIONS, "confirmed")).isZero();
    assertThat(net(Measure.FIRST_CONTACT_RESOLUTIONS, "failed")).isEqualTo(1);
    assertThat(sum(Measure.FIRST_CONTACT_RESOLUTIONS_RETRACTED)).isEqualTo(1);
  }

  @Test
  void aTicketWithSomethingPendingIsNotForgottenHoweverShortTheRetention() throws Exception {
    close();
    judge = harness(HOUR);
    arrive(CREATED, SOLVED, CLOSED);
    judge.processWatermark(TEN + HOUR + WEEK - 1);
    assertThat(judge.numKeyedStateEntries()).isPositive();

    judge.processWatermark(TEN + HOUR + WEEK);
    assertThat(net(Measure.FIRST_CONTACT_RESOLUTIONS, "confirmed")).isEqualTo(1);
    judge.processWatermark(TEN + HOUR + WEEK + 1);
    assertThat(judge.numKeyedStateEntries()).isZero();
    assertThat(judge.numEventTimeTimers()).isZero();
  }

  @Test
  void afterARestartTheWeekGoesOn() throws Exception {
    arrive(CREATED, SOLVED, event(EventType.SURVEY_SENT, TEN + 2 * HOUR).now());
    var snapshot = judge.snapshot(1, 1);
    close();
    judge = new JudgeHarness(Promised.shipped(), RETENTION, Long.MAX_VALUE);
    judge.initializeState(snapshot);
    judge.open();

    judge.processWatermark(TEN + 2 * HOUR + WEEK);
    assertThat(net(Measure.FIRST_CONTACT_RESOLUTIONS, "confirmed")).isEqualTo(1);
    assertThat(net(Measure.FIRST_CONTACT_RESOLUTIONS, "provisional"))
        .as("said before the restart")
        .isZero();
    assertThat(net(Measure.SURVEY_VERDICTS, "unanswered")).isEqualTo(1);
  }

  @Test
  void nothingSettlesAfterTheEndOfTime() throws Exception {
    close();
    judge = new JudgeHarness(Promised.shipped(), RETENTION, TEN + HOUR + WEEK);
    judge.open();
    arrive(CREATED, SOLVED);
    judge.processWatermark(Long.MAX_VALUE);
    assertThat(net(Measure.FIRST_CONTACT_RESOLUTIONS, "confirmed")).isZero();
  }

  @Test
  void theRepairsOfADeviceHearOfATicketWhenSomethingOfItChanged() throws Exception {
    TicketEvent found =
        event(EventType.CLASSIFIED, TEN + 1).service(ServiceType.REPAIR).asset(7).now();
    TicketEvent another = event(EventType.UPDATED, TEN + 2).asset(8).now();
    arrive(CREATED, found, event(EventType.READ, TEN + 1).now(), another, SOLVED);
    arrive(event(EventType.CANCELLED, TEN + 2 * HOUR).now());
    Repair first = new Repair(7, "T-1", "north", TEN, List.of());
    Repair second = new Repair(8, "T-1", "north", TEN, List.of());
    Repair solved = new Repair(8, "T-1", "north", TEN, List.of(TEN + HOUR));
    assertThat(judge.getSideOutput(TicketOutputs.REPAIRS))
        .extracting(record -> record.getValue())
        .containsExactly(first, first.withdrawn(), second, solved, solved.withdrawn());
  }

  private void arrive(TicketEvent... events) throws Exception {
    for (TicketEvent event : events) {
      judge.processElement(new Arrival<>(event, "in", 0, 0, Long.MIN_VALUE), event.occurredAt());
    }
  }

  private long net(Measure measure, String label) {
    String retracted = measure.name() + "_RETRACTED";
    return judge.extractOutputValues().stream()
        .filter(d -> d.labels().equals(List.of("north", label)))
        .mapToLong(
            d ->
                d.measure() == measure
                    ? d.amount()
                    : d.measure().name().equals(retracted) ? -d.amount() : 0)
        .sum();
  }

  private long sum(Measure measure) {
    return judge.extractOutputValues().stream()
        .filter(d -> d.measure() == measure)
        .mapToLong(Delta::amount)
        .sum();
  }

  private static JudgeHarness harness(long retention) {
    try {
      var harness = new JudgeHarness(Promised.shipped(), retention, Long.MAX_VALUE);
      harness.open();
      return harness;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
