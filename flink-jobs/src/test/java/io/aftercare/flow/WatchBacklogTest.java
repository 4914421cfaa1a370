package io.aftercare.flow;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.MINUTE;
import static io.aftercare.domain.ticket.Events.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.measure.BirthChange;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ages that move with time, whether anything happens or not, and through a restart. */
@SuppressWarnings({"try", "NullAway.Init"}) // the harness says that close() may be interrupted
class WatchBacklogTest {
  private static final long TELL = 1_000;
  private static final String UNDER_4H = "north under_4h";
  private static final String UNDER_24H = "north 4h_to_24h";
  private static final String OLDEST = "north p1";

  private KeyedOneInputStreamOperatorTestHarness<String, BirthChange, Partial> node;

  @BeforeEach
  void open() throws Exception {
    node = unopened(Long.MAX_VALUE);
    node.open();
  }

  @AfterEach
  void close() throws Exception {
    node.close();
  }

  @Test
  void agesMoveWithTimeWhenNothingHappens() throws Exception {
    come(TEN, 3);
    time(TEN + MINUTE);
    assertThat(said())
        .containsEntry(UNDER_4H, 3L)
        .containsEntry(UNDER_24H, 0L)
        .containsEntry(OLDEST, TEN);

    time(TEN + 4 * HOUR - MINUTE);
    assertThat(said()).isEmpty();

    time(TEN + 4 * HOUR);
    assertThat(said()).containsOnly(Map.entry(UNDER_4H, 0L), Map.entry(UNDER_24H, 3L));
  }

  @Test
  void aMinuteIsFullOnceNothingBeforeItsEndCanCome() throws Exception {
    come(TEN, 1);
    node.processWatermark(TEN + 4 * HOUR - 2);
    said();
    node.processWatermark(TEN + 4 * HOUR - 1);
    assertThat(said()).containsEntry(UNDER_24H, 1L);
  }

  @Test
  void whatChangesIsSaidOncePerIntervalAndOnlyIfItDiffers() throws Exception {
    time(TEN + MINUTE);
    come(TEN, 1);
    come(TEN - 5 * HOUR, 1);
    come(TEN - 5 * HOUR, -1);
    assertThat(said()).isEmpty();

    node.setProcessingTime(TELL);
    assertThat(order()).doesNotHaveDuplicates();
    assertThat(said()).containsEntry(UNDER_4H, 1L).containsEntry(OLDEST, TEN);

    come(TEN, 1);
    node.setProcessingTime(2 * TELL);
    assertThat(said()).containsOnly(Map.entry(UNDER_4H, 2L));

    come(TEN, -1);
    come(TEN, 1);
    node.setProcessingTime(3 * TELL);
    assertThat(said()).isEmpty();
  }

  @Test
  void whetherTimeOrTheTicketComesFirstTheAgeIsTheSame() throws Exception {
    come(TEN, 2);
    time(TEN + 5 * HOUR);
    Map<String, Long> ticketFirst = said();
    node.close();

    open();
    time(TEN + 5 * HOUR);
    come(TEN, 2);
    node.setProcessingTime(TELL);
    assertThat(said()).isEqualTo(ticketFirst).containsEntry(UNDER_24H, 2L);
  }

  @Test
  void theOldestIsAbsentWhenNoneIsOpenAndTimeIsNoLongerWatched() throws Exception {
    come(TEN, 1);
    time(TEN + MINUTE);
    said();
    come(TEN, -1);
    time(TEN + 2 * MINUTE);
    assertThat(said())
        .containsOnly(Map.entry(OLDEST, Total.ABSENT.value()), Map.entry(UNDER_4H, 0L));
    assertThat(node.numEventTimeTimers()).as("but the end of time").isEqualTo(1);
  }

  @Test
  void afterARestartTimeGoesOnAndNothingIsSaidTwice() throws Exception {
    come(TEN, 2);
    time(TEN + MINUTE);
    said();
    restart();
    time(TEN + 2 * MINUTE);
    assertThat(said()).isEmpty();
    time(TEN + 4 * HOUR);
    assertThat(said()).containsOnly(Map.entry(UNDER_4H, 0L), Map.entry(UNDER_24H, 2L));
  }

  @Test
  void whatChangedShortlyBeforeARestartIsSaidAfterIt() throws Exception {
    come(TEN, 1);
    time(TEN + MINUTE);
    said();
    come(TEN, -1);
    restart();
    time(TEN + 2 * MINUTE);
    assertThat(said())
        .containsOnly(Map.entry(OLDEST, Total.ABSENT.value()), Map.entry(UNDER_4H, 0L));
  }

  @Test
  void atTheEndOfAReplayAgesAreThoseAsOfItsEndAndNoOlder() throws Exception {
    node.close();
    node = unopened(TEN + 4 * HOUR + 30_000);
    node.open();
    come(TEN, 1);
    come(TEN + MINUTE, 1);
    node.processWatermark(Watermark.MAX_WATERMARK);

    // As of 14:00, the last full minute: the second one is 3 h 59 min old.
    assertThat(said())
        .containsEntry(UNDER_4H, 1L)
        .containsEntry(UNDER_24H, 1L)
        .containsEntry(OLDEST, TEN);
    assertThat(node.numEventTimeTimers()).isZero();
  }

  @Test
  void timeBeyondTheEndOfAReplayIsNotTold() throws Exception {
    node.close();
    node = unopened(TEN + 2 * HOUR);
    node.open();
    come(TEN, 1);
    time(TEN + 100 * HOUR);
    assertThat(said()).containsEntry(UNDER_4H, 1L).containsEntry("north over_3d", 0L);
  }

  @Test
  void aLiveJobThatEndsTellsWhatItKnewLast() throws Exception {
    come(TEN, 1);
    time(TEN + 5 * HOUR);
    said();
    come(TEN, 1);
    node.processWatermark(Watermark.MAX_WATERMARK);
    assertThat(said()).containsOnly(Map.entry(UNDER_24H, 2L));
  }

  @Test
  void changesAreAddedUpUntilAFlushWhichComesBeforeAFullMinuteABarrierAndTheEnd() throws Exception {
    try (var births = new OneInputStreamOperatorTestHarness<>(new CountBirths(TELL))) {
      births.open();
      births.processElement(birth(TEN, 1), 0);
      births.processElement(birth(TEN, 1), 0);
      births.processElement(birth(TEN + MINUTE, 1), 0);
      births.processElement(birth(TEN + MINUTE, -1), 0);
      births.processWatermark(new Watermark(TEN + 30_000));
      assertThat(flushed(births)).as("the first time that is told").containsExactly(birth(TEN, 2));

      births.processElement(birth(TEN, 1), 0);
      births.processWatermark(new Watermark(TEN + MINUTE - 2));
      assertThat(flushed(births)).isEmpty();
      births.processWatermark(new Watermark(TEN + MINUTE - 1));
      assertThat(new ArrayList<>(births.getOutput()))
          .as("before the minute is told")
          .containsExactly(new StreamRecord<>(birth(TEN, 1)), new Watermark(TEN + MINUTE - 1));
      births.getOutput().clear();

      births.processElement(birth(TEN, 1), 0);
      births.setProcessingTime(TELL);
      assertThat(flushed(births)).containsExactly(birth(TEN, 1));

      births.processElement(birth(TEN, 1), 0);
      births.prepareSnapshotPreBarrier(1);
      assertThat(flushed(births)).containsExactly(birth(TEN, 1));

      births.processElement(birth(TEN, -1), 0);
      births.endInput();
      births.getOperator().finish();
      assertThat(flushed(births)).containsExactly(birth(TEN, -1));
    }
  }

  private static List<BirthChange> flushed(
      OneInputStreamOperatorTestHarness<BirthChange, BirthChange> births) {
    List<BirthChange> all = births.extractOutputValues();
    births.getOutput().clear();
    return all;
  }

  private static BirthChange birth(long created, long more) {
    return new BirthChange("north", "p1", created / MINUTE, more);
  }

  private void come(long created, long more) throws Exception {
    node.processElement(birth(created, more), 0);
  }

  /** Nothing before this instant can come any more. */
  private void time(long instant) throws Exception {
    node.processWatermark(instant - 1);
  }

  private void restart() throws Exception {
    OperatorSubtaskState state = node.snapshot(1, 0);
    node.close();
    node = unopened(Long.MAX_VALUE);
    node.initializeState(state);
    node.open();
  }

  /** What was said since it was last asked for. */
  private Map<String, Long> said() {
    Map<String, Long> levels = new LinkedHashMap<>();
    for (Partial partial : node.extractOutputValues()) {
      levels.put(String.join(" ", partial.series().labels()), partial.amount().value());
    }
    node.getOutput().clear();
    return levels;
  }

  private List<Series> order() {
    return node.extractOutputValues().stream().map(Partial::series).toList();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, BirthChange, Partial> unopened(
      long asOf) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new WatchBacklog(TELL, asOf)), change -> "one", Types.STRING);
  }
}
