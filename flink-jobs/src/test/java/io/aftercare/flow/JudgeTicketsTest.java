package io.aftercare.flow;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static io.aftercare.domain.ticket.Events.created;
import static io.aftercare.domain.ticket.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.ticket.ActorType;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.Calls;
import io.aftercare.domain.ticket.ClockChange;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.Promised;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.List;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lifecycle operator: arrival orders, timers, duplicates, forgetting, failure. */
class JudgeTicketsTest {
  private static final long RETENTION = 30 * 24 * HOUR;
  private static final TicketEvent CREATED = created(TEN).due(TEN + 2 * HOUR).now();
  private static final TicketEvent SOLVED = event(EventType.RESOLVED, TEN + HOUR).now();
  private static final TicketEvent CLOSED = event(EventType.CLOSED, TEN + 3 * HOUR).now();

  private JudgeHarness judge = harness(Long.MAX_VALUE);

  @AfterEach
  void close() throws Exception {
    judge.close();
  }

  @Test
  void inOrderTheStopBeforeTheDeadlineIsMetAndNothingIsCorrected() throws Exception {
    arrive(CREATED, SOLVED);
    judge.processWatermark(TEN + 2 * HOUR);

    assertThat(clock("due").verdict()).isEqualTo(Verdict.MET);
    assertThat(kinds("due")).containsExactly(ClockChange.Kind.OPENED, ClockChange.Kind.SETTLED);
  }

  @Test
  void aStopThatArrivesAfterItsDeadlineFiredCorrectsTheLogAndTheLedgerIsTheSame() throws Exception {
    arrive(CREATED);
    judge.processWatermark(TEN + 2 * HOUR);
    assertThat(clock("due").verdict()).isEqualTo(Verdict.BREACHED);

    arrive(SOLVED);

    assertThat(clock("due").verdict()).isEqualTo(Verdict.MET);
    assertThat(kinds("due"))
        .containsExactly(
            ClockChange.Kind.OPENED,
            ClockChange.Kind.WARNED,
            ClockChange.Kind.WARNED,
            ClockChange.Kind.SETTLED,
            ClockChange.Kind.CORRECTED);
    assertThat(net(Measure.SLA_VERDICTS, "north", "due", "p1", "breached", "active")).isZero();
    assertThat(net(Measure.SLA_VERDICTS, "north", "due", "p1", "met", "active")).isEqualTo(1);
    assertThat(sum(Measure.SLA_CORRECTIONS)).isEqualTo(1);
  }

  @Test
  void aStopThatArrivesBeforeItsCreationWaitsForIt() throws Exception {
    arrive(SOLVED);
    judge.processWatermark(TEN + HOUR);
    arrive(CREATED);

    assertThat(clock("due").verdict()).isEqualTo(Verdict.MET);
    assertThat(clock("due").openedAt()).isEqualTo(TEN);
    assertThat(net(Measure.TICKETS_CREATED, "north", "email")).isEqualTo(1);
    assertThat(sum(Measure.ORPHAN_TICKETS)).isZero();
  }

  @Test
  void theRecordsOwnDomainTimeFiresWhatIsDueBeforeTheEventCounts() throws Exception {
    arrive(CREATED);
    judge.processElement(new Arrival<>(SOLVED, "in", 0, 1, TEN + 2 * HOUR), SOLVED.occurredAt());

    assertThat(kinds("due"))
        .containsExactly(
            ClockChange.Kind.OPENED,
            ClockChange.Kind.WARNED,
            ClockChange.Kind.WARNED,
            ClockChange.Kind.SETTLED,
            ClockChange.Kind.CORRECTED);
  }

  @Test
  void aDuplicateHasNoEffectAndIsCounted() throws Exception {
    arrive(CREATED, SOLVED);
    int said = entries().size();
    arrive(SOLVED, CREATED);

    assertThat(entries()).hasSize(said);
    assertThat(net(Measure.EVENTS, "tickets", "duplicate")).isEqualTo(2);
    assertThat(net(Measure.EVENTS, "tickets", "applied")).isEqualTo(2);
  }

  @Test
  void aCalendarThatNobodyPublishedIsCounted() throws Exception {
    arrive(
        created(TEN).calendar("24x7").now(),
        event(EventType.STATUS_CHANGED, TEN + 1).calendar("lunar").now());

    assertThat(net(Measure.EVENTS, "tickets", "applied")).isEqualTo(2);
    assertThat(net(Measure.EVENTS_UNKNOWN_VALUE, "tickets", "calendar_id")).isEqualTo(1);
  }

  @Test
  void theSameIdWithOtherContentIsADeadLetterAndTheFirstStands() throws Exception {
    arrive(CREATED, created(TEN).due(TEN + 9 * HOUR).named(CREATED.eventId()));

    assertThat(rejections()).extracting(Rejection::reason).containsExactly("conflicting_duplicate");
    assertThat(clock("due").deadline()).isEqualTo(TEN + 2 * HOUR);
    assertThat(net(Measure.EVENTS, "tickets", "rejected")).isEqualTo(1);
  }

  @Test
  void thereIsAtMostOneLiveTimerAndNoneIsLeftWhenAllIsOver() throws Exception {
    arrive(CREATED);
    assertThat(judge.numEventTimeTimers()).isEqualTo(1);
    arrive(SOLVED, CLOSED);
    assertThat(judge.numEventTimeTimers()).isEqualTo(1);

    judge.processWatermark(TEN + 3 * HOUR + RETENTION);

    assertThat(judge.numEventTimeTimers()).isZero();
    assertThat(judge.numKeyedStateEntries()).isZero();
  }

  @Test
  void anEventOfAForgottenTicketIsLateDropped() throws Exception {
    arrive(CREATED, SOLVED, CLOSED);
    judge.processWatermark(TEN + 3 * HOUR + RETENTION + HOUR);
    arrive(event(EventType.INTERNAL_NOTE, TEN + 30).now());

    assertThat(net(Measure.EVENTS, "tickets", "late_dropped")).isEqualTo(1);
    assertThat(rejections()).extracting(Rejection::reason).containsExactly("late_dropped");
  }

  @Test
  void aLateSurveyKeepsTheTicketUntilItsCopyWouldBeTooOldToo() throws Exception {
    TicketEvent survey = event(EventType.SURVEY_COMPLETED, TEN + RETENTION - HOUR).now();
    arrive(CREATED, SOLVED, CLOSED, survey);
    judge.processWatermark(TEN + RETENTION + 5 * HOUR);
    arrive(survey);
    assertThat(net(Measure.EVENTS, "tickets", "duplicate")).isEqualTo(1);

    judge.processWatermark(TEN + 2 * RETENTION);
    arrive(survey);
    assertThat(net(Measure.EVENTS, "tickets", "late_dropped")).isEqualTo(1);
    assertThat(judge.numKeyedStateEntries()).isZero();
  }

  @Test
  void theLogIsTheSameWhetherTimersOrTheNextRecordTellTheTime() throws Exception {
    arrive(CREATED);
    for (long hour = 0; hour <= 5; hour++) {
      judge.processWatermark(TEN + hour * HOUR);
    }
    arrive(CLOSED);
    List<LedgerEntry> byTimers = entries();

    judge.close();
    judge = harness(Long.MAX_VALUE);
    arrive(CREATED);
    judge.processElement(new Arrival<>(CLOSED, "in", 0, 1, TEN + 5 * HOUR), CLOSED.occurredAt());
    assertThat(entries()).isEqualTo(byTimers);
  }

  @Test
  void nothingHappensAfterTheEndOfTime() throws Exception {
    judge.close();
    judge = harness(TEN + 2 * HOUR);
    arrive(CREATED);
    judge.processWatermark(Long.MAX_VALUE);

    assertThat(clock("due").verdict()).isEqualTo(Verdict.RUNNING);
    assertThat(clock("first_response").verdict()).isEqualTo(Verdict.BREACHED);
  }

  @Test
  void aRestoredTicketGoesOnWhereItWas() throws Exception {
    arrive(CREATED);
    var snapshot = judge.snapshot(1, 1);
    judge.close();
    judge = unopened(Long.MAX_VALUE);
    judge.initializeState(snapshot);
    judge.open();

    arrive(CREATED, SOLVED);

    assertThat(net(Measure.EVENTS, "tickets", "duplicate")).isEqualTo(1);
    assertThat(clock("due").verdict()).isEqualTo(Verdict.MET);
    assertThat(entries()).extracting(LedgerEntry::revision).doesNotContain(1L);
  }

  @Test
  void theAttentionListHearsOfATicketOnlyWhenItHasSomethingElseToSay() throws Exception {
    arrive(CREATED);
    judge.processWatermark(TEN + 2 * HOUR);
    arrive(event(EventType.INTERNAL_NOTE, TEN + 2 * HOUR + 1).now());
    arrive(event(EventType.CUSTOMER_MESSAGE, TEN + 2 * HOUR + 2).now());
    // First response of an hour: 0:42, 0:54, 1:00. Due after two: 1:24, 1:48, 2:00.
    assertThat(attention()).hasSize(6).extracting(AttentionChange::now).doesNotContainNull();

    arrive(event(EventType.RESOLVED, TEN + 2 * HOUR + 3).now());
    assertThat(attention()).hasSize(7);
    assertThat(attention().get(6)).isEqualTo(new AttentionChange("T-1", null));
  }

  @Test
  void aLateStopTakesTheTicketOffTheAttentionList() throws Exception {
    arrive(CREATED, event(EventType.AGENT_REPLY, TEN + 5).by(ActorType.AGENT).now());
    judge.processWatermark(TEN + 2 * HOUR);
    arrive(SOLVED);
    assertThat(attention().get(attention().size() - 1)).isEqualTo(new AttentionChange("T-1", null));
  }

  // ---- calls

  private static final TicketEvent FOR_A_CALL =
      event(EventType.CREATED, TEN)
          .by(ActorType.AGENT)
          .in("north")
          .channel(Channel.VOICE)
          .contact("C")
          .now();

  private static TicketEvent call(long wait) {
    return Calls.told("T-1", "C", TEN - HOUR, TEN - HOUR + wait, true, false);
  }

  @Test
  void aCallAndItsTicketEndTheSameWhicheverComesFirst() throws Exception {
    arrive(FOR_A_CALL, call(20_000));
    Clock afterwards = clock("first_response");
    assertThat(afterwards.verdict()).isEqualTo(Verdict.MET);
    assertThat(afterwards.settledAt()).isEqualTo(TEN - HOUR + 20_000);

    judge.close();
    judge = harness(Long.MAX_VALUE);
    arrive(call(20_000), FOR_A_CALL);
    assertThat(clock("first_response")).isEqualTo(afterwards);
    assertThat(kinds("first_response")).containsExactly(ClockChange.Kind.SETTLED);
  }

  @Test
  void anAnswerThatIsHeardOfAfterTheDeadlineCorrectsTheBreach() throws Exception {
    TicketEvent waiting = Calls.told("T-1", "C", TEN + 5_000, TEN + 5_000, false, false);
    arrive(FOR_A_CALL, waiting);
    judge.processWatermark(TEN + HOUR);
    assertThat(clock("first_response").verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock("first_response").settledAt()).isEqualTo(TEN + 35_000);

    arrive(Calls.told("T-1", "C", TEN + 5_000, TEN + 30_000, true, false));

    assertThat(clock("first_response").verdict()).isEqualTo(Verdict.MET);
    assertThat(clock("first_response").settledAt()).isEqualTo(TEN + 30_000);
    assertThat(kinds("first_response")).endsWith(ClockChange.Kind.CORRECTED);
    assertThat(net(Measure.SLA_VERDICTS, "north", "first_response", "unknown", "met", "active"))
        .isEqualTo(1);
  }

  @Test
  void aCallThatIsToldAnewReplacesWhatWasToldBefore() throws Exception {
    arrive(FOR_A_CALL, call(20_000));
    int said = entries().size();
    arrive(call(20_000));
    assertThat(entries()).hasSize(said);

    arrive(call(40_000));
    assertThat(clock("first_response").verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(clock("first_response").stoppedAt()).isEqualTo(TEN - HOUR + 40_000);
  }

  @Test
  void whatIsToldOfCallsIsNoEventOfTheInput() throws Exception {
    arrive(FOR_A_CALL, event(EventType.INTERNAL_NOTE, TEN + HOUR).now(), call(1), call(2));
    assertThat(sum(Measure.EVENTS)).isEqualTo(2);
    assertThat(sum(Measure.EVENTS_LATE)).isZero();
    assertThat(sum(Measure.EVENTS_SKEWED)).isZero();
  }

  @Test
  void aCallOpensNoTicketAndIsForgottenAfterTheRetention() throws Exception {
    arrive(call(20_000));
    arrive(Calls.told("T-1", "D", TEN, TEN, false, true));
    assertThat(entries()).isEmpty();
    assertThat(judge.extractOutputValues()).isEmpty();

    judge.processWatermark(TEN - HOUR + 20_000 + RETENTION);
    assertThat(judge.numEventTimeTimers()).isEqualTo(1);
    assertThat(judge.numKeyedStateEntries()).isEqualTo(1);

    judge.processWatermark(TEN + RETENTION);
    assertThat(judge.numEventTimeTimers()).isZero();
    assertThat(judge.numKeyedStateEntries()).isZero();
  }

  private List<AttentionChange> attention() {
    return side(TicketOutputs.ATTENTION);
  }

  private void arrive(TicketEvent... events) throws Exception {
    for (TicketEvent event : events) {
      judge.processElement(new Arrival<>(event, "in", 0, 0, Long.MIN_VALUE), event.occurredAt());
    }
  }

  private List<LedgerEntry> entries() {
    return side(TicketOutputs.LEDGER);
  }

  private List<Rejection> rejections() {
    return side(TicketOutputs.REJECTIONS);
  }

  private <T> List<T> side(OutputTag<T> tag) {
    var records = judge.getSideOutput(tag);
    return records == null ? List.of() : records.stream().map(r -> r.getValue()).toList();
  }

  /** The fold of the log: the last row of the first cycle. */
  private Clock clock(String sla) {
    return entries().stream()
        .map(LedgerEntry::row)
        .filter(row -> row.sla().equals(sla) && row.cycle() == 1)
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new AssertionError("no clock of " + sla));
  }

  private List<ClockChange.Kind> kinds(String sla) {
    return entries().stream()
        .filter(e -> e.row().sla().equals(sla))
        .map(LedgerEntry::kind)
        .toList();
  }

  /** As retracted verdicts are labelled. */
  private static List<String> withoutPriority(List<String> verdict) {
    return verdict.stream().filter(label -> !label.matches("p[1-4]")).toList();
  }

  private long net(Measure measure, String... labels) {
    List<String> wanted = List.of(labels);
    String retracted = measure.name() + "_RETRACTED";
    return judge.extractOutputValues().stream()
        .filter(d -> d.labels().equals(wanted) || d.labels().equals(withoutPriority(wanted)))
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

  private static JudgeHarness harness(long asOf) {
    try {
      var harness = unopened(asOf);
      harness.open();
      return harness;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static JudgeHarness unopened(long asOf) throws Exception {
    return new JudgeHarness(Promised.shipped(), RETENTION, asOf);
  }
}
