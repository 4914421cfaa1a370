package io.aftercare.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.SeriesUpdate;
import io.aftercare.domain.measure.Total;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Counters are committed facts, gauges are live, and a failure takes nothing back. */
@SuppressWarnings("try") // the harness says that close() may be interrupted
class TotalsTest {
  private static final long PUBLISH = 250;
  private static final Series CREATED =
      new Series(Measure.TICKETS_CREATED, List.of("north", "email"));
  private static final Series BACKLOG =
      new Series(Measure.BACKLOG_TICKETS, List.of("north", "p1", "new"));

  @Test
  void aCounterIsPublishedOnlyFromACompletedCheckpointAndAsOfItsBarrier() throws Exception {
    try (var totals = totals()) {
      totals.open();
      add(totals, CREATED, 3);
      tick(totals, 1);
      assertThat(value(totals, CREATED)).isEmpty();

      totals.snapshot(7, 0);
      add(totals, CREATED, 2);
      tick(totals, 2);
      assertThat(value(totals, CREATED)).isEmpty();

      totals.notifyOfCompletedCheckpoint(7);
      tick(totals, 3);
      assertThat(value(totals, CREATED)).contains(3L);
      assertThat(last(totals, CREATED).orElseThrow().checkpointId()).isEqualTo(7);
    }
  }

  @Test
  void aGaugeIsPublishedAtOnceAndOnlyWhenItChanged() throws Exception {
    try (var totals = totals()) {
      totals.open();
      add(totals, BACKLOG, 1);
      tick(totals, 1);
      assertThat(value(totals, BACKLOG)).contains(1L);

      add(totals, BACKLOG, -1);
      tick(totals, 2);
      assertThat(value(totals, BACKLOG)).contains(0L);
      tick(totals, 3);
      assertThat(of(totals, BACKLOG)).hasSize(2);
    }
  }

  @Test
  void afterAFailureTheCommittedValuesComeAgainInTheSameLineage() throws Exception {
    OperatorSubtaskState saved;
    String lineage;
    try (var totals = totals()) {
      totals.open();
      add(totals, CREATED, 3);
      saved = totals.snapshot(1, 0);
      totals.notifyOfCompletedCheckpoint(1);
      tick(totals, 1);
      lineage = last(totals, CREATED).orElseThrow().lineage().id();
      add(totals, CREATED, 40);
    }
    try (var totals = totals()) {
      totals.setRestoredCheckpointId(1);
      totals.initializeState(saved);
      totals.open();
      tick(totals, 2);
      tick(totals, 3);
      assertThat(value(totals, CREATED)).contains(3L);
      assertThat(last(totals, CREATED).orElseThrow().lineage().id()).isEqualTo(lineage);
      assertThat(last(totals, CREATED).orElseThrow().checkpointId()).isEqualTo(1);
      add(totals, CREATED, 1);
      totals.snapshot(2, 0);
      totals.notifyOfCompletedCheckpoint(2);
      tick(totals, 4);
      assertThat(value(totals, CREATED)).contains(4L);
      assertThat(totals.numProcessingTimeTimers()).isEqualTo(1);
    }
  }

  @Test
  void aNewGaugeWaitsForACheckpointThatKnowsIt() throws Exception {
    try (var totals = totals()) {
      totals.open();
      totals.snapshot(1, 0);
      totals.notifyOfCompletedCheckpoint(1);
      add(totals, BACKLOG, 1);
      tick(totals, 1);
      assertThat(value(totals, BACKLOG)).as("a failure now would forget it").isEmpty();

      totals.snapshot(2, 0);
      tick(totals, 2);
      assertThat(value(totals, BACKLOG)).as("not complete").isEmpty();
      totals.notifyOfCompletedCheckpoint(2);
      tick(totals, 3);
      assertThat(value(totals, BACKLOG)).contains(1L);

      add(totals, BACKLOG, 1);
      tick(totals, 4);
      assertThat(value(totals, BACKLOG)).as("never again").contains(2L);
    }
  }

  @Test
  void aBenchmarkThatIsNoLongerSetEndsWithTheNextRun() throws Exception {
    Series old =
        new Series(Measure.BENCHMARK_SECONDS, List.of("first_response", "survey", "2025-01-31"));
    Series today =
        new Series(Measure.BENCHMARK_SECONDS, List.of("first_response", "survey", "2026-01-31"));
    OperatorSubtaskState saved;
    try (var totals = totals(Map.of(old, 30_000L))) {
      totals.open();
      add(totals, BACKLOG, 1);
      tick(totals, 1);
      assertThat(value(totals, old)).contains(30_000L);
      saved = totals.snapshot(1, 0);
    }
    try (var totals = totals(Map.of(today, 25_000L))) {
      totals.initializeState(saved);
      totals.open();
      add(totals, BACKLOG, 1);
      tick(totals, 2);
      tick(totals, 3);
      assertThat(value(totals, old)).contains(Total.ABSENT.value());
      assertThat(value(totals, today)).contains(25_000L);
    }
  }

  @Test
  void aStartOnEmptyStateIsANewLineage() throws Exception {
    try (var first = totals();
        var second = totals()) {
      first.open();
      second.open();
      add(first, BACKLOG, 1);
      add(second, BACKLOG, 1);
      tick(first, 1);
      tick(second, 1);
      assertThat(last(first, BACKLOG).orElseThrow().lineage())
          .isNotEqualTo(last(second, BACKLOG).orElseThrow().lineage());
    }
  }

  @Test
  void theEndOfTimePublishesEverything() throws Exception {
    try (var totals = totals()) {
      totals.open();
      add(totals, CREATED, 3);
      totals.processWatermark(Long.MAX_VALUE);
      assertThat(value(totals, CREATED)).contains(3L);
    }
  }

  @Test
  void aReplayTellsNothingThatDependsOnWhenItRan() throws Exception {
    try (var totals = totals(false)) {
      totals.open();
      add(totals, CREATED, 1);
      totals.processWatermark(1_000_000);
      totals.snapshot(1, 0);
      totals.notifyOfCompletedCheckpoint(1);
      tick(totals, 1);
      totals.processWatermark(Long.MAX_VALUE);
      assertThat(totals.extractOutputValues())
          .extracting(update -> update.series().measure())
          .contains(Measure.TICKETS_CREATED)
          .doesNotContain(
              Measure.WATERMARK_TIMESTAMP, Measure.CATCHING_UP, Measure.CHECKPOINT_TIMESTAMP);
    }
  }

  @Test
  void catchingUpIsToBeFurtherBehindTheWallClockThanTenSeconds() throws Exception {
    Series catchingUp = new Series(Measure.CATCHING_UP, List.of("tickets"));
    try (var totals = totals()) {
      totals.setProcessingTime(1_000_000);
      totals.open();
      add(totals, CREATED, 1);
      totals.setProcessingTime(1_000_250);
      assertThat(value(totals, catchingUp)).as("no time is known").contains(1L);
      totals.processWatermark(990_500);
      totals.setProcessingTime(1_000_500);
      assertThat(value(totals, catchingUp)).as("10 s behind").contains(0L);
      totals.setProcessingTime(1_000_750);
      assertThat(value(totals, catchingUp)).as("10.25 s behind").contains(1L);
      totals.processWatermark(998_500);
      totals.setProcessingTime(1_001_000);
      assertThat(value(totals, catchingUp)).contains(0L);
    }
  }

  @Test
  void simulatedTimeHasNothingToCatchUpWith() throws Exception {
    try (var totals = totals(true, false)) {
      totals.setProcessingTime(1_000_000_000);
      totals.open();
      add(totals, CREATED, 1);
      totals.processWatermark(1_000);
      totals.setProcessingTime(1_000_000_250);
      assertThat(totals.extractOutputValues())
          .extracting(update -> update.series().measure())
          .contains(Measure.WATERMARK_TIMESTAMP)
          .doesNotContain(Measure.CATCHING_UP);
    }
  }

  @Test
  void nothingOlderIsPublishedAfterTheEndOfTime() throws Exception {
    try (var totals = totals()) {
      totals.open();
      add(totals, CREATED, 3);
      totals.snapshot(1, 0);
      totals.notifyOfCompletedCheckpoint(1);
      add(totals, CREATED, 1);
      totals.snapshot(2, 0);
      add(totals, CREATED, 1);
      totals.processWatermark(Long.MAX_VALUE);
      totals.notifyOfCompletedCheckpoint(2);
      tick(totals, 1);
      assertThat(value(totals, CREATED)).contains(5L);
    }
  }

  @Test
  void aBrokenIdentityShows() throws Exception {
    try (var totals = totals()) {
      totals.open();
      add(totals, new Series(Measure.EVENTS_READ, List.of("tickets")), 5);
      add(totals, new Series(Measure.EVENTS, List.of("tickets", "applied")), 3);
      totals.snapshot(1, 0);
      tick(totals, 1);
      assertThat(value(totals, new Series(Measure.IDENTITY_IMBALANCE, List.of("events", ""))))
          .contains(2L);
    }
  }

  @Test
  void amountsAreAddedUpAndLeaveBeforeTheBarrier() throws Exception {
    PreAggregate operator =
        new PreAggregate(PUBLISH, Map.of(Measure.RESOLUTION_SECONDS, new long[] {1000, 2000}));
    try (var measure = new OneInputStreamOperatorTestHarness<Delta, Partial>(operator)) {
      measure.open();
      element(measure, new Delta(CREATED.measure(), CREATED.labels(), 1));
      element(measure, new Delta(CREATED.measure(), CREATED.labels(), 1));
      element(measure, new Delta(BACKLOG.measure(), BACKLOG.labels(), 1));
      element(measure, new Delta(BACKLOG.measure(), BACKLOG.labels(), -1));
      for (long millis : new long[] {0, 1000, 1001, 2000, 2001}) {
        element(measure, Delta.of(Measure.RESOLUTION_SECONDS, millis, "north", "p1"));
      }
      assertThat(measure.extractOutputValues()).isEmpty();

      operator.prepareSnapshotPreBarrier(1);

      assertThat(measure.extractOutputValues())
          .containsExactlyInAnyOrder(
              new Partial(CREATED, new Total(2, List.of())),
              new Partial(
                  new Series(Measure.RESOLUTION_SECONDS, List.of("north", "p1")),
                  new Total(6002, List.of(2L, 2L, 1L))));
    }
  }

  private static void element(
      OneInputStreamOperatorTestHarness<Delta, Partial> harness, Delta delta) throws Exception {
    harness.processElement(delta, 0);
  }

  private static void add(
      KeyedOneInputStreamOperatorTestHarness<String, Partial, SeriesUpdate> totals,
      Series series,
      long amount)
      throws Exception {
    totals.processElement(new Partial(series, new Total(amount, List.of())), 0);
  }

  private static void tick(
      KeyedOneInputStreamOperatorTestHarness<String, Partial, SeriesUpdate> totals, int n)
      throws Exception {
    totals.setProcessingTime(n * 2L * PUBLISH);
  }

  private static Optional<Long> value(
      KeyedOneInputStreamOperatorTestHarness<String, Partial, SeriesUpdate> totals, Series series) {
    return last(totals, series).map(update -> update.total().value());
  }

  private static Optional<SeriesUpdate> last(
      KeyedOneInputStreamOperatorTestHarness<String, Partial, SeriesUpdate> totals, Series series) {
    return of(totals, series).stream().reduce((a, b) -> b);
  }

  private static List<SeriesUpdate> of(
      KeyedOneInputStreamOperatorTestHarness<String, Partial, SeriesUpdate> totals, Series series) {
    return totals.extractOutputValues().stream().filter(u -> u.series().equals(series)).toList();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Partial, SeriesUpdate> totals()
      throws Exception {
    return totals(true);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Partial, SeriesUpdate> totals(
      boolean live) throws Exception {
    return totals(live, live);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Partial, SeriesUpdate> totals(
      boolean live, boolean wallClock) throws Exception {
    return harness(new KeepTotals("tickets", PUBLISH, Map.of(), live, wallClock));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Partial, SeriesUpdate> totals(
      Map<Series, Long> constants) throws Exception {
    return harness(new KeepTotals("tickets", PUBLISH, constants, true, true));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Partial, SeriesUpdate> harness(
      KeepTotals totals) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(totals), partial -> "tickets", Types.STRING);
  }
}
