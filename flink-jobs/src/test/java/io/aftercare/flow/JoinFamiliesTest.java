package io.aftercare.flow;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.MergeFact;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Who takes in whom outlives a failure, and is forgotten when the ledger is. */
@SuppressWarnings("try") // the harness says that close() may be interrupted
class JoinFamiliesTest {
  private static final long DAY = 24 * HOUR;

  @Test
  void aChainIsJoinedAcrossARestore() throws Exception {
    OperatorSubtaskState saved;
    try (var families = harness()) {
      families.open();
      families.processElement(merge("A", "B", TEN, TEN - 3 * HOUR), TEN);
      saved = families.snapshot(1, 1);
    }
    try (var families = harness()) {
      families.initializeState(saved);
      families.open();
      families.processElement(merge("B", "C", TEN + HOUR, TEN - HOUR), TEN + HOUR);

      assertThat(families.extractOutputValues())
          .extracting(Arrival::event)
          .allMatch(event -> event.type() == EventType.ABSORBED)
          .extracting(e -> tuple(e.ticketId(), e.relatedTicketId(), e.earlierStart()))
          .contains(tuple("C", "A", TEN - 3 * HOUR), tuple("C", "B", TEN - HOUR));
    }
  }

  @Test
  void aMergeIsForgottenADayAfterTheLedgerIs() throws Exception {
    try (var families = harness()) {
      families.open();
      families.processElement(merge("A", "B", TEN, TEN - HOUR), TEN);
      families.processElement(merge("X", "Y", TEN + 10 * DAY, TEN), TEN + 10 * DAY);
      families.processWatermark(TEN + 399 * DAY);
      assertThat(families.numKeyedStateEntries()).isEqualTo(2); // one map of each kind
      assertThat(told(families, merge("B", "C", TEN + 399 * DAY, TEN))).contains("C takes A");

      families.processWatermark(TEN + 402 * DAY);

      assertThat(told(families, merge("B", "D", TEN + 402 * DAY, TEN)))
          .contains("D takes B")
          .doesNotContain("D takes A");
      families.processWatermark(TEN + 900 * DAY);
      assertThat(families.numKeyedStateEntries()).isZero();
      assertThat(families.numEventTimeTimers()).isZero();
    }
  }

  private static List<String> told(
      KeyedOneInputStreamOperatorTestHarness<String, MergeFact, Arrival<TicketEvent>> families,
      MergeFact fact)
      throws Exception {
    int before = families.extractOutputValues().size();
    families.processElement(fact, fact.at());
    return families.extractOutputValues().stream()
        .skip(before)
        .map(a -> a.event().ticketId() + " takes " + a.event().relatedTicketId())
        .toList();
  }

  private static MergeFact merge(String child, String survivor, long at, long start) {
    return new MergeFact(child, "merge into " + survivor, survivor, at, start, true);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, MergeFact, Arrival<TicketEvent>>
      harness() throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new JoinFamilies()), fact -> "all", Types.STRING);
  }
}
