package io.aftercare.flow;

import static io.aftercare.flow.CallScript.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.call.AgentEvent;
import io.aftercare.domain.call.AgentState;
import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.FirstEntry;
import io.aftercare.domain.call.HourChange;
import io.aftercare.domain.call.Outcome;
import io.aftercare.domain.call.QueueEntry;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The small nodes behind the judge of calls, each on its own. */
@SuppressWarnings("try") // the harness says that close() may be interrupted
class QueueNodesTest {
  private static final long HOUR = HourChange.MILLIS;

  @Test
  void theLongestWaitBeginsWithWhoeverIsStillThereAndIsAbsentWhenNobodyIs() throws Exception {
    try (var queues = harness(new WatchQueues())) {
      queues.processElement(entry(TEN, 1), 0);
      queues.processElement(entry(TEN + 5_000, 1), 0);
      assertThat(levels(queues)).containsEntry("CALL_LONGEST_WAIT_START[north, line]", TEN);

      queues.processElement(entry(TEN, -1), 0);
      assertThat(levels(queues)).containsEntry("CALL_LONGEST_WAIT_START[north, line]", TEN + 5_000);

      queues.processElement(entry(TEN + 5_000, -1), 0);
      assertThat(levels(queues))
          .containsEntry("CALL_LONGEST_WAIT_START[north, line]", Total.ABSENT.value())
          .containsEntry("CALL_SERVICE_LEVEL_THRESHOLD[north, line]", 30_000L)
          .containsEntry("CALL_SERVICE_LEVEL_TARGET[north, line]", 800_000L);
    }
  }

  @Test
  void twoWhoEnteredAtOneInstantAreTwo() throws Exception {
    try (var queues = harness(new WatchQueues())) {
      queues.processElement(entry(TEN, 1), 0);
      queues.processElement(entry(TEN, 1), 0);
      queues.processElement(entry(TEN, -1), 0);
      assertThat(levels(queues)).containsEntry("CALL_LONGEST_WAIT_START[north, line]", TEN);
    }
  }

  @Test
  void afterARestartTheLongestWaitIsStillKnown() throws Exception {
    try (var first = harness(new WatchQueues())) {
      first.processElement(entry(TEN, 1), 0);
      first.processElement(entry(TEN + 9_000, 1), 0);
      var state = first.snapshot(1, 0);
      try (var again = unopened(new WatchQueues())) {
        again.initializeState(state);
        again.open();
        again.processElement(entry(TEN, -1), 0);
        assertThat(levels(again))
            .containsEntry("CALL_LONGEST_WAIT_START[north, line]", TEN + 9_000);
      }
    }
  }

  @Test
  void anHourThatClosedSaysEveryDefinitionAndIsSaidAgainWhenItChanges() throws Exception {
    try (var hours = harness(new CloseHours(Long.MAX_VALUE))) {
      // Of six: 3 answered in time, 1 late, 1 short abandon, 1 abandon in time. By hand:
      // 3/4, 3/6, 3/5, 3/4, (3 + 1)/5.
      for (int i = 0; i < 3; i++) {
        hours.processElement(settled(10, Outcome.ANSWERED_IN_TIME, 1), 0);
      }
      hours.processElement(settled(10, Outcome.ANSWERED_LATE, 1), 0);
      hours.processElement(settled(10, Outcome.ABANDONED_SHORT, 1), 0);
      hours.processElement(settled(10, Outcome.ABANDONED_IN_TIME, 1), 0);
      hours.processWatermark(11 * HOUR - 2);
      assertThat(levels(hours)).isEmpty();

      hours.processWatermark(11 * HOUR - 1);
      assertThat(levels(hours))
          .containsEntry(ratio("of_answered"), 750_000L)
          .containsEntry(ratio("of_offered"), 500_000L)
          .containsEntry(ratio("excl_short_abandons"), 600_000L)
          .containsEntry(ratio("excl_all_abandons"), 750_000L)
          .containsEntry(ratio("abandon_in_time_counts"), 800_000L)
          .containsEntry("CALL_SERVICE_LEVEL_CALLS[north, line, of_offered, hour]", 6L);

      hours.processElement(settled(10, Outcome.ANSWERED_LATE, -1), 0);
      assertThat(levels(hours))
          .containsEntry(ratio("of_answered"), 1_000_000L)
          .containsEntry("CALL_SERVICE_LEVEL_CALLS[north, line, of_offered, hour]", 5L);
    }
  }

  @Test
  void afterAnHourWithoutCallsThereIsNoServiceLevel() throws Exception {
    try (var hours = harness(new CloseHours(Long.MAX_VALUE))) {
      hours.processElement(settled(10, Outcome.ANSWERED_IN_TIME, 1), 0);
      hours.processWatermark(11 * HOUR - 1);
      hours.processWatermark(12 * HOUR - 1);
      assertThat(levels(hours)).containsEntry(ratio("of_answered"), Total.ABSENT.value());
      assertThat(hours.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void anHourOfTransfersAloneHasCallsButNoShare() throws Exception {
    try (var hours = harness(new CloseHours(Long.MAX_VALUE))) {
      hours.processElement(settled(10, Outcome.TRANSFERRED, 1), 0);
      hours.processWatermark(11 * HOUR - 1);
      assertThat(levels(hours))
          .containsEntry(ratio("of_offered"), Total.ABSENT.value())
          .containsEntry("CALL_SERVICE_LEVEL_CALLS[north, line, of_offered, hour]", 0L);
    }
  }

  @Test
  void whoCallsAgainWithinTwoMinutesIsARepeatWhicheverContactIsHeardOfFirst() throws Exception {
    try (var repeats = harness(new CountRepeats(24 * HOUR))) {
      repeats.processElement(first("b", TEN + 120_000), 0);
      repeats.processElement(first("a", TEN), 0);
      assertThat(sum(repeats, Measure.CALLS_REPEATED)).isEqualTo(1);
      repeats.processElement(first("c", TEN + 240_001), 0);
      assertThat(sum(repeats, Measure.CALLS_REPEATED)).isEqualTo(1);

      repeats.processElement(first("a", CallEvent.NEVER), 0);
      assertThat(sum(repeats, Measure.CALLS_REPEATED_RETRACTED)).isEqualTo(1);

      repeats.processWatermark(TEN + 25 * HOUR);
      assertThat(repeats.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void agentsTimeIsBookedToWhatTheyDidAndALateStateTakesItsShare() throws Exception {
    try (var agents = harness(new BookAgents())) {
      agents.processElement(state("1", AgentState.AVAILABLE, 0), 0);
      agents.processElement(state("3", AgentState.AWAY, 100), 0);
      assertThat(sum(agents, Measure.AGENT_STAFFED_SECONDS)).isEqualTo(100_000);

      agents.processElement(state("2", AgentState.ON_CONTACT, 40), 0);
      long staffed =
          sum(agents, Measure.AGENT_STAFFED_SECONDS)
              - sum(agents, Measure.AGENT_STAFFED_SECONDS_RETRACTED);
      assertThat(staffed).isEqualTo(100_000);
      assertThat(sum(agents, Measure.AGENT_HANDLE_SECONDS)).isEqualTo(60_000);
      assertThat(sum(agents, Measure.AGENTS)).isEqualTo(1);

      agents.processElement(state("4", AgentState.SIGNED_OUT, 200), 0);
      assertThat(sum(agents, Measure.AGENTS)).isZero();
      agents.processElement(state("4", AgentState.SIGNED_OUT, 200), 0);
      assertThat(sum(agents, Measure.EVENTS)).isEqualTo(5);
    }
  }

  private static QueueEntry entry(long enteredAt, int more) {
    return new QueueEntry("north", "line", enteredAt, more, 30_000, 800_000);
  }

  private static HourChange settled(long hour, Outcome outcome, int more) {
    return new HourChange("north", "line", HourChange.SETTLED, hour, outcome, more);
  }

  private static FirstEntry first(String contact, long enteredAt) {
    return new FirstEntry("k", contact, enteredAt, "north", "line");
  }

  private static Arrival<AgentEvent> state(String id, AgentState state, int second) {
    AgentEvent event =
        new AgentEvent(id, "a", CallEvent.UNSEQUENCED, state, TEN + second * 1000L, "north");
    return new Arrival<>(event, "in", 0, 0, Long.MIN_VALUE);
  }

  private static String ratio(String definition) {
    return "CALL_SERVICE_LEVEL_RATIO[north, line, " + definition + ", hour]";
  }

  private static <I, O> KeyedOneInputStreamOperatorTestHarness<String, I, O> unopened(
      KeyedProcessFunction<String, I, O> function) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(function), element -> "one", Types.STRING);
  }

  private static <I, O> KeyedOneInputStreamOperatorTestHarness<String, I, O> harness(
      KeyedProcessFunction<String, I, O> function) throws Exception {
    KeyedOneInputStreamOperatorTestHarness<String, I, O> harness = unopened(function);
    harness.open();
    return harness;
  }

  /** The last value of each series. */
  private static Map<String, Long> levels(
      KeyedOneInputStreamOperatorTestHarness<String, ?, Partial> harness) {
    Map<String, Long> levels = new HashMap<>();
    for (Partial partial : harness.extractOutputValues()) {
      Series series = partial.series();
      levels.put(series.measure() + "" + series.labels(), partial.amount().value());
    }
    return levels;
  }

  private static long sum(
      KeyedOneInputStreamOperatorTestHarness<String, ?, Delta> harness, Measure measure) {
    List<Delta> deltas = harness.extractOutputValues();
    return deltas.stream().filter(d -> d.measure() == measure).mapToLong(Delta::amount).sum();
  }
}
