package io.aftercare.flow;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static io.aftercare.domain.ticket.Events.created;
import static io.aftercare.domain.ticket.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.Events;
import io.aftercare.domain.ticket.MergeFact;
import io.aftercare.domain.ticket.TicketEvent;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What survivors are told of when a ticket began, and how long that is known. */
class TraceMergesTest {
  private static final long DAY = 24 * HOUR;
  private static final long RETENTION = 30 * DAY;

  @SuppressWarnings("NullAway.Init")
  private KeyedOneInputStreamOperatorTestHarness<String, Arrival<TicketEvent>, MergeFact> merges;

  @BeforeEach
  void open() throws Exception {
    merges =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new TraceMerges(RETENTION)),
            arrival -> arrival.event().ticketId(),
            Types.STRING);
    merges.open();
  }

  @AfterEach
  void close() throws Exception {
    merges.close();
  }

  @Test
  void aMergeIsToldWithTheInstantAtWhichTheTicketBegan() throws Exception {
    arrive(created(TEN));
    arrive(merged(TEN + HOUR));

    assertThat(merges.extractOutputValues())
        .containsExactly(new MergeFact("T-1", "merge", "S", TEN + HOUR, TEN, true));
  }

  @Test
  void aBeginningThatIsHeardOfLaterIsToldThen() throws Exception {
    arrive(merged(TEN + HOUR));
    arrive(created(TEN));

    assertThat(merges.extractOutputValues())
        .extracting(MergeFact::start)
        .containsExactly(Clock.NEVER, TEN);
  }

  @Test
  void aTicketThatEndedIsForgottenAfterTheRetention() throws Exception {
    arrive(created(TEN));
    arrive(event(EventType.CLOSED, TEN + DAY));
    arrive(event(EventType.CORRECTED, TEN + 10 * DAY));
    merges.processWatermark(TEN + 10 * DAY + RETENTION - 1);
    assertThat(merges.numKeyedStateEntries()).isPositive();

    merges.processWatermark(TEN + 10 * DAY + RETENTION);

    assertThat(merges.numKeyedStateEntries()).isZero();
    assertThat(merges.numEventTimeTimers()).isZero();
    arrive(created(TEN)); // a copy, too old to be news
    assertThat(merges.numKeyedStateEntries()).isZero();
  }

  @Test
  void aTicketThatWasReopenedIsNot() throws Exception {
    arrive(created(TEN));
    arrive(event(EventType.CLOSED, TEN + DAY));
    arrive(event(EventType.REOPENED, TEN + 2 * DAY));
    merges.processWatermark(TEN + 100 * DAY);

    arrive(merged(TEN + 100 * DAY));

    assertThat(merges.extractOutputValues()).extracting(MergeFact::start).containsExactly(TEN);
  }

  private void arrive(Events event) throws Exception {
    arrive(event.now());
  }

  private void arrive(TicketEvent event) throws Exception {
    merges.processElement(new Arrival<>(event, "in", 0, 0, Long.MIN_VALUE), event.occurredAt());
  }

  private static TicketEvent merged(long at) {
    return event(EventType.MERGED, at).into("S").named("merge");
  }
}
