package io.aftercare.flow;

import static io.aftercare.domain.call.CallEventType.ANSWERED;
import static io.aftercare.domain.call.CallEventType.CORRECTED;
import static io.aftercare.domain.call.CallEventType.OFFERED;
import static io.aftercare.domain.call.CallEventType.QUEUE_ENTERED;
import static io.aftercare.domain.call.CallLines.call;
import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.MINUTE;
import static io.aftercare.domain.ticket.Events.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallLines;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.ticket.Calls;
import io.aftercare.domain.ticket.ContactNamed;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which tickets are told of which calls, whichever comes first, and how long that is known. */
class JoinCallsTest {
  private static final long DAY = 24 * HOUR;
  private static final long RETENTION = 30 * DAY;

  @SuppressWarnings("NullAway.Init")
  private KeyedTwoInputStreamOperatorTestHarness<
          String, ContactNamed, Arrival<CallEvent>, Arrival<TicketEvent>>
      join;

  private int heard;

  @BeforeEach
  void open() throws Exception {
    join = harness();
    join.open();
  }

  @AfterEach
  void close() throws Exception {
    join.close();
  }

  @Test
  void aTicketThatNamedACallIsToldWhatBecomesOfIt() throws Exception {
    named("T", TEN);
    arrive(call(OFFERED, TEN - MINUTE));
    assertThat(told()).isEmpty();

    arrive(call(QUEUE_ENTERED, TEN));
    assertThat(told()).containsExactly(Calls.told("T", "C", TEN, TEN, false, false));

    arrive(call(ANSWERED, TEN + MINUTE));
    assertThat(told()).containsExactly(Calls.told("T", "C", TEN, TEN + MINUTE, true, false));
  }

  @Test
  void aTicketThatNamesACallThatIsKnownIsToldAtOnceAndOnce() throws Exception {
    arrive(call(QUEUE_ENTERED, TEN));
    arrive(call(ANSWERED, TEN + MINUTE));
    assertThat(told()).isEmpty();

    named("T", TEN + HOUR);
    named("T", TEN + 2 * HOUR);
    assertThat(told()).containsExactly(Calls.told("T", "C", TEN, TEN + MINUTE, true, false));
  }

  @Test
  void aTicketThatOnlyTheCallNamesIsTold() throws Exception {
    arrive(call(QUEUE_ENTERED, TEN).about("T"));
    assertThat(told()).containsExactly(Calls.told("T", "C", TEN, TEN, false, true));

    named("U", TEN);
    assertThat(told()).containsExactly(Calls.told("U", "C", TEN, TEN, false, false));

    arrive(call(ANSWERED, TEN + MINUTE));
    assertThat(told())
        .containsExactly(
            Calls.told("T", "C", TEN, TEN + MINUTE, true, true),
            Calls.told("U", "C", TEN, TEN + MINUTE, true, false));
  }

  @Test
  void whatChangesNothingIsNotTold() throws Exception {
    named("T", TEN);
    arrive(call(QUEUE_ENTERED, TEN));
    arrive(call(ANSWERED, TEN + MINUTE));
    told();

    arrive(call(QUEUE_ENTERED, TEN));
    arrive(call(QUEUE_ENTERED, TEN + 2 * MINUTE));
    arrive(call(ANSWERED, TEN + 3 * MINUTE));
    assertThat(told()).isEmpty();
  }

  @Test
  void ofTwoEventsOfOneIdTheFirstStands() throws Exception {
    named("T", TEN);
    arrive(call(ANSWERED, TEN).named("a"));
    told();
    arrive(call(ANSWERED, TEN - HOUR).named("a"));
    assertThat(told()).isEmpty();
  }

  @Test
  void anAnswerThatIsCorrectedIsToldAgain() throws Exception {
    named("T", TEN);
    arrive(call(QUEUE_ENTERED, TEN));
    arrive(call(ANSWERED, TEN + MINUTE).named("a"));
    told();
    arrive(call(CORRECTED, TEN + 2 * MINUTE).corrects("a"));
    assertThat(told()).containsExactly(Calls.told("T", "C", TEN, TEN + 2 * MINUTE, true, false));
  }

  @Test
  void aTicketThatTheCallDoesNotNameAfterAllHearsThat() throws Exception {
    arrive(call(ANSWERED, TEN).named("a").about("T"));
    told();
    arrive(call(CORRECTED, TEN).corrects("a").about("U"));
    assertThat(told())
        .containsExactly(
            Calls.told("T", "C", TEN, TEN, true, false),
            Calls.told("U", "C", TEN, TEN, true, true));
  }

  @Test
  void whatTurnsOutToBeAChatIsTakenBack() throws Exception {
    arrive(call(ANSWERED, TEN).about("T"));
    told();
    arrive(call(OFFERED, TEN).by(Channel.CHAT));
    assertThat(told()).containsExactly(Calls.told("T", "C", Clock.NEVER, TEN, false, false));
    named("U", TEN);
    assertThat(told()).isEmpty();
  }

  @Test
  void itSaysNothingOfTime() throws Exception {
    arrive(call(ANSWERED, TEN).about("T"));
    assertThat(join.extractOutputValues())
        .extracting(Arrival::domainTime)
        .containsExactly(Long.MIN_VALUE);
  }

  @Test
  void contactsDoNotMix() throws Exception {
    named("T", TEN);
    arrive(call(ANSWERED, TEN).of("D"));
    assertThat(told()).isEmpty();
  }

  @Test
  void aContactIsForgottenAfterTheRetention() throws Exception {
    arrive(call(QUEUE_ENTERED, TEN));
    arrive(call(ANSWERED, TEN + MINUTE));
    named("T", TEN + 10 * DAY);
    assertThat(join.numEventTimeTimers()).isEqualTo(1);
    time(TEN + 10 * DAY + RETENTION - 1);
    assertThat(join.numEventTimeTimers()).isEqualTo(1);
    assertThat(join.numKeyedStateEntries()).isPositive();

    time(TEN + 10 * DAY + RETENTION);

    assertThat(join.numKeyedStateEntries()).isZero();
    assertThat(join.numEventTimeTimers()).isZero();
    told();
    arrive(call(ANSWERED, TEN + MINUTE)); // copies, too old to be news
    named("T", TEN);
    assertThat(told()).isEmpty();
    assertThat(join.numKeyedStateEntries()).isZero();
    assertThat(join.numEventTimeTimers()).isZero();
  }

  @Test
  void whatIsKnownOutlivesAFailure() throws Exception {
    named("T", TEN);
    arrive(call(QUEUE_ENTERED, TEN));
    OperatorSubtaskState saved = join.snapshot(1, 1);
    join.close();
    join = harness();
    join.initializeState(saved);
    join.open();
    heard = 0;

    arrive(call(ANSWERED, TEN + MINUTE));

    assertThat(told()).containsExactly(Calls.told("T", "C", TEN, TEN + MINUTE, true, false));
  }

  @Test
  void onlyEventsThatHaveASayComeHere() {
    List<Arrival<CallEvent>> picked = new ArrayList<>();
    PickCalls pick = new PickCalls();
    CallEvent answered = call(ANSWERED, TEN).now();
    ListCollector<Arrival<CallEvent>> out = new ListCollector<>(picked);
    pick.flatMap(Inbound.of(arrival(answered), List.of()), out);
    pick.flatMap(
        Inbound.of(
            arrival(call(io.aftercare.domain.call.CallEventType.RINGING, TEN).now()), List.of()),
        out);
    pick.flatMap(Inbound.refused(Rejection.at("calls", 0, 0, "not_avro", "")), out);
    assertThat(picked).extracting(Arrival::event).containsExactly(answered);
  }

  private void named(String ticket, long at) throws Exception {
    join.processElement1(new ContactNamed(ticket, "C", at), at);
  }

  private void arrive(CallLines line) throws Exception {
    CallEvent event = line.now();
    join.processElement2(arrival(event), event.occurredAt());
  }

  private static Arrival<CallEvent> arrival(CallEvent event) {
    return new Arrival<>(event, "calls", 0, 0, Long.MIN_VALUE);
  }

  private void time(long instant) throws Exception {
    join.processWatermark1(new Watermark(instant));
    join.processWatermark2(new Watermark(instant));
  }

  /** What was said since this was asked last. */
  private List<TicketEvent> told() {
    List<TicketEvent> all = join.extractOutputValues().stream().map(Arrival::event).toList();
    List<TicketEvent> news = all.subList(heard, all.size());
    heard = all.size();
    return news;
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, ContactNamed, Arrival<CallEvent>, Arrival<TicketEvent>>
      harness() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new JoinCalls(RETENTION)),
        ContactNamed::contactId,
        arrival -> arrival.event().contactId(),
        Types.STRING);
  }
}
