package io.aftercare.flow;

import static io.aftercare.flow.CallScript.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallEventType;
import io.aftercare.domain.call.CallLimits;
import io.aftercare.domain.call.ContactEntry;
import io.aftercare.domain.call.Outcome;
import io.aftercare.domain.call.Segment;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.io.policy.RuleFiles;
import io.aftercare.io.policy.RuleLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness says that close() may be interrupted
class JudgeCallsTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final CallLimits LIMITS = new CallLimits(2 * HOUR, 12 * HOUR, 30 * MINUTE);
  private static final CallScript CALL = CallScript.of("c-1");

  private KeyedTwoInputStreamOperatorTestHarness<String, Arrival<CallEvent>, PublishedRule, Delta>
      judge;

  @BeforeEach
  void open() throws Exception {
    judge =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new JudgeCalls(
                    RuleFiles.shipped().rulebook(),
                    new RuleLines(),
                    RuleArchive.NONE,
                    LIMITS,
                    24 * HOUR,
                    Long.MAX_VALUE),
                List.of(JudgeCalls.RULES)),
            arrival -> arrival.event().contactId(),
            rule -> "",
            Types.STRING);
    judge.open();
    judge.processWatermark2(Watermark.MAX_WATERMARK);
  }

  @AfterEach
  void close() throws Exception {
    judge.close();
  }

  @Test
  void anAnswerThatArrivesBeforeItsQueueEntryCountsAsIfItHadComeAfter() throws Exception {
    arrive(
        CALL.event(CallEventType.ANSWERED, 50),
        CALL.entered(10),
        CALL.offered(0),
        CALL.event(CallEventType.DISCONNECTED, 110));

    Segment only = last().contact().segments().get(0);
    assertThat(only.outcome()).isEqualTo(Outcome.ANSWERED_LATE);
    assertThat(only.waitMillis()).isEqualTo(40_000);
    assertThat(net(Measure.CALLS_OFFERED, "north", "line")).isEqualTo(1);
    assertThat(net(Measure.CALLS_SETTLED, "north", "line", "answered_late")).isEqualTo(1);
    assertThat(net(Measure.CALLS_SETTLED, "north", "line", "answered_in_time")).isZero();
    assertThat(sum(Measure.CALLS_WAITING)).isZero();
    assertThat(sum(Measure.EVENTS_LATE)).isEqualTo(2);
  }

  @Test
  void whoWaitsIsCountedUntilTheWaitEndsAndQueuesAreTold() throws Exception {
    arrive(CALL.offered(0), CALL.entered(10));
    assertThat(sum(Measure.CALLS_WAITING)).isEqualTo(1);
    assertThat(side(CallOutputs.QUEUES)).extracting(e -> e.more()).containsExactly(1);

    arrive(CALL.event(CallEventType.ABANDONED, 45));
    assertThat(sum(Measure.CALLS_WAITING)).isZero();
    assertThat(side(CallOutputs.QUEUES)).extracting(e -> e.more()).containsExactly(1, -1);
    assertThat(net(Measure.CALLS_SETTLED, "north", "line", "abandoned_late")).isEqualTo(1);
  }

  @Test
  void aWaitWhoseEndWasLostEndsByTheLimitAndALateEndPutsItRight() throws Exception {
    arrive(CALL.offered(0), CALL.entered(0));
    judge.processWatermark1(new Watermark(TEN + 2 * HOUR - 1));
    assertThat(last().contact().segments().get(0).waiting()).isTrue();

    judge.processWatermark1(new Watermark(TEN + 2 * HOUR));
    assertThat(last().contact().segments().get(0).timedOut()).isTrue();
    assertThat(net(Measure.CALLS_SETTLED, "north", "line", "failed")).isEqualTo(1);
    assertThat(net(Measure.CALLS_TIMED_OUT, "north", "line")).isEqualTo(1);
    assertThat(sum(Measure.CALLS_WAITING)).isZero();

    arrive(CALL.event(CallEventType.ANSWERED, 20));
    assertThat(last().contact().segments().get(0).outcome()).isEqualTo(Outcome.ANSWERED_IN_TIME);
    assertThat(net(Measure.CALLS_SETTLED, "north", "line", "failed")).isZero();
    assertThat(net(Measure.CALLS_TIMED_OUT, "north", "line")).isZero();
    assertThat(net(Measure.CALLS_SETTLED, "north", "line", "answered_in_time")).isEqualTo(1);
  }

  @Test
  void aCallbackHasItsClockOnTheLedgerAndOnTheAttentionList() throws Exception {
    arrive(CALL.offered(0), CALL.entered(0), CALL.event(CallEventType.CALLBACK_REQUESTED, 60));
    judge.processWatermark1(new Watermark(TEN + MINUTE + HOUR));

    assertThat(side(TicketOutputs.LEDGER))
        .extracting(e -> e.ticketId() + " " + e.row().sla() + " " + e.row().verdict())
        .containsExactly(
            "c-1 callback RUNNING",
            "c-1 callback RUNNING",
            "c-1 callback RUNNING",
            "c-1 callback BREACHED");
    assertThat(attention()).isNotNull();
    assertThat(sum(Measure.CALLBACKS_WAITING)).isEqualTo(1);

    arrive(CALL.event(CallEventType.CALLBACK_STARTED, 2 * 3600));
    assertThat(attention()).isNull();
    assertThat(sum(Measure.CALLBACKS_WAITING)).isZero();
    LedgerEntry end = side(TicketOutputs.LEDGER).get(4);
    assertThat(end.row().verdict()).isEqualTo(Verdict.BREACHED);
    assertThat(end.row().stoppedAt()).isEqualTo(TEN + 2 * HOUR);
    assertThat(net(Measure.SLA_VERDICTS, "north", "callback", "unknown", "breached", "active"))
        .isEqualTo(1);
    assertThat(net(Measure.CALLS_SETTLED, "north", "line", "callback")).isEqualTo(1);
  }

  @Test
  void theSameEventTwiceIsADuplicateAndAnotherUnderItsIdADeadLetter() throws Exception {
    CallEvent entered = CALL.entered(0);
    arrive(CALL.offered(0), entered, entered);
    assertThat(net(Measure.EVENTS, "calls", "duplicate")).isEqualTo(1);

    CallEvent forged = CALL.entered(5).named(entered.eventId(), "c-1");
    arrive(forged);
    assertThat(side(TicketOutputs.REJECTIONS))
        .extracting(Rejection::reason)
        .containsExactly("conflicting_duplicate");
    assertThat(net(Measure.EVENTS, "calls", "applied")).isEqualTo(2);
    assertThat(net(Measure.EVENTS, "calls", "rejected")).isEqualTo(1);
    assertThat(last().contact().segments().get(0).enteredAt()).isEqualTo(TEN);
  }

  @Test
  void aContactIsForgottenAfterTheRetentionAndWhatComesThenIsTooLate() throws Exception {
    arrive(CALL.offered(0), CALL.entered(0), CALL.event(CallEventType.CALLBACK_REQUESTED, 10));
    judge.processWatermark1(new Watermark(TEN + 10_000 + 24 * HOUR));
    assertThat(judge.numKeyedStateEntries()).isZero();
    assertThat(sum(Measure.CALLBACKS_WAITING)).isZero();
    assertThat(attention()).isNull();

    judge.processWatermark1(new Watermark(TEN + 10_000 + 24 * HOUR + 1));
    arrive(CALL.event(CallEventType.CALLBACK_STARTED, 10));
    assertThat(net(Measure.EVENTS, "calls", "late_dropped")).isEqualTo(1);
    assertThat(side(TicketOutputs.REJECTIONS))
        .extracting(Rejection::reason)
        .containsExactly("late_dropped");
  }

  @Test
  void aContactIsNotForgottenWhileItsClockRuns() throws Exception {
    CallEvent asked = CALL.event(CallEventType.CALLBACK_REQUESTED, 10);
    arrive(CALL.offered(0), CALL.entered(0), dueAt(asked, TEN + 60 * HOUR));
    judge.processWatermark1(new Watermark(TEN + 50 * HOUR));
    assertThat(judge.numKeyedStateEntries()).isPositive();

    judge.processWatermark1(new Watermark(TEN + 61 * HOUR));
    assertThat(side(TicketOutputs.LEDGER))
        .last()
        .extracting(e -> e.row().verdict())
        .isEqualTo(Verdict.BREACHED);
    assertThat(judge.numKeyedStateEntries()).isZero();
    assertThat(sum(Measure.SLA_OPEN_CLOCKS)).isZero();
  }

  private static CallEvent dueAt(CallEvent e, long due) {
    return new CallEvent(
        e.eventId(),
        e.type(),
        e.contactId(),
        e.sequence(),
        e.segment(),
        e.occurredAt(),
        e.recordedAt(),
        e.channel(),
        e.region(),
        e.queue(),
        e.fromQueue(),
        e.agentRef(),
        e.customerRef(),
        e.ticketId(),
        e.talkMillis(),
        e.holdMillis(),
        e.wrapUpMillis(),
        due,
        e.correctsEventId());
  }

  @Test
  void anIdThatAllCallsShareIsRefusedBeforeItCanHoldUpTheOthers() throws Exception {
    arrive(CALL.offered(0));
    for (int i = 1; i <= JudgeCalls.MOST_EVENTS; i++) {
      arrive(CALL.event(CallEventType.RINGING, i));
    }
    assertThat(net(Measure.EVENTS, "calls", "applied")).isEqualTo(JudgeCalls.MOST_EVENTS);
    assertThat(net(Measure.EVENTS, "calls", "rejected")).isEqualTo(1);
    assertThat(side(TicketOutputs.REJECTIONS))
        .extracting(Rejection::reason)
        .containsExactly("too_many_events");
  }

  @Test
  void revisionsCountFromOneWithoutAGap() throws Exception {
    arrive(
        CALL.offered(0),
        CALL.entered(0),
        CALL.event(CallEventType.ANSWERED, 5),
        CALL.event(CallEventType.DISCONNECTED, 65));
    judge.processWatermark1(new Watermark(TEN + HOUR));
    List<ContactEntry> log = side(CallOutputs.CONTACTS);
    for (int i = 0; i < log.size(); i++) {
      assertThat(log.get(i).revision()).isEqualTo(i + 1);
    }
    assertThat(last().contact().legs().get(0).handleMillis()).isEqualTo(60_000);
    assertThat(last().contact().legs().get(0).settledAt()).isEqualTo(TEN + 65_000 + 30 * MINUTE);
  }

  private void arrive(CallEvent... events) throws Exception {
    for (CallEvent event : events) {
      judge.processElement1(new Arrival<>(event, "in", 0, 0, Long.MIN_VALUE), event.occurredAt());
    }
  }

  private <T> List<T> side(OutputTag<T> tag) {
    Queue<StreamRecord<T>> records = judge.getSideOutput(tag);
    List<T> values = new ArrayList<>();
    if (records != null) {
      records.forEach(record -> values.add(record.getValue()));
    }
    return values;
  }

  private ContactEntry last() {
    List<ContactEntry> log = side(CallOutputs.CONTACTS);
    return log.get(log.size() - 1);
  }

  private @Nullable Object attention() {
    List<AttentionChange> changes = side(TicketOutputs.ATTENTION);
    return changes.isEmpty() ? null : changes.get(changes.size() - 1).now();
  }

  private long net(Measure measure, String... labels) {
    return amount(measure.name(), labels) - amount(measure.name() + "_RETRACTED", labels);
  }

  private long amount(String measure, String... labels) {
    return judge.extractOutputValues().stream()
        .filter(d -> d.measure().name().equals(measure) && d.labels().equals(List.of(labels)))
        .mapToLong(Delta::amount)
        .sum();
  }

  private long sum(Measure measure) {
    return judge.extractOutputValues().stream()
        .filter(d -> d.measure() == measure)
        .mapToLong(Delta::amount)
        .sum();
  }
}
