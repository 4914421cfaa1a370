package io.aftercare.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.window.Contribution;
import io.aftercare.domain.window.Customers;
import io.aftercare.domain.window.Dimension;
import io.aftercare.domain.window.PanePart;
import io.aftercare.domain.window.Parts;
import io.aftercare.domain.window.What;
import io.aftercare.domain.window.WindowEntry;
import io.aftercare.domain.window.WindowTerms;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The nodes between the judge and the windows topic. */
@SuppressWarnings("try") // the harness says that close() may be interrupted
class WindowNodesTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long TEN = Instant.parse("2026-05-04T10:00:00Z").toEpochMilli();
  private static final WindowTerms TERMS = new WindowTerms(region -> ZoneOffset.UTC, HOUR, 5);

  @Test
  void nothingOfAMinuteIsHeldBackWhenTimePassesItsEnd() throws Exception {
    try (var panes = new OneInputStreamOperatorTestHarness<>(new PrePanes(250))) {
      panes.open();
      panes.processWatermark(new Watermark(TEN));
      panes.processElement(new StreamRecord<>(created("p1", 1, TEN)));
      panes.processElement(new StreamRecord<>(created("p1", 2, TEN + 1)));
      panes.processElement(new StreamRecord<>(created("p2", 2, TEN + 1)));
      panes.processWatermark(new Watermark(TEN + MINUTE - 2));
      assertThat(panes.extractOutputValues()).isEmpty();
      panes.processWatermark(new Watermark(TEN + MINUTE - 1));
      List<PanePart> parts = panes.extractOutputValues();
      assertThat(parts).hasSize(2);
      assertThat(parts.get(0).figures().count(What.CREATED)).isEqualTo(2);
      assertThat(created(parts.get(0)).size()).isEqualTo(2);
      Object last = panes.getOutput().toArray()[panes.getOutput().size() - 1];
      assertThat(last).isEqualTo(new Watermark(TEN + MINUTE - 1));
    }
  }

  @Test
  void partsOfPanesLeaveAtTheIntervalAndBeforeABarrierAndAtTheEnd() throws Exception {
    PrePanes operator = new PrePanes(250);
    try (var panes = new OneInputStreamOperatorTestHarness<>(operator)) {
      panes.setProcessingTime(0);
      panes.open();
      panes.processElement(new StreamRecord<>(created("p1", 1, TEN)));
      panes.setProcessingTime(250);
      assertThat(panes.extractOutputValues()).hasSize(1);
      panes.processElement(new StreamRecord<>(created("p1", 1, TEN)));
      operator.prepareSnapshotPreBarrier(1);
      assertThat(panes.extractOutputValues()).hasSize(2);
      panes.processElement(new StreamRecord<>(created("p1", 1, TEN)));
      panes.processWatermark(new Watermark(Long.MAX_VALUE));
      assertThat(panes.extractOutputValues()).hasSize(3);
    }
  }

  @Test
  void whatIsTakenBackAtOnceIsNotSaidAndOfManyCustomersEnoughAre() throws Exception {
    PrePanes operator = new PrePanes(250);
    try (var panes = new OneInputStreamOperatorTestHarness<>(operator)) {
      panes.open();
      panes.processElement(new StreamRecord<>(created("p1", 1, TEN)));
      panes.processElement(new StreamRecord<>(created("p1", 1, TEN).back()));
      operator.prepareSnapshotPreBarrier(1);
      assertThat(panes.extractOutputValues()).isEmpty();
      for (int customer = 0; customer < 3 * Customers.MOST; customer++) {
        panes.processElement(new StreamRecord<>(created("p1", customer, TEN)));
      }
      panes.processElement(new StreamRecord<>(created("p1", -1, TEN).back()));
      operator.prepareSnapshotPreBarrier(2);
      PanePart part = panes.extractOutputValues().get(0);
      assertThat(part.figures().count(What.CREATED)).isEqualTo(3 * Customers.MOST - 1);
      assertThat(created(part).size()).isEqualTo(Customers.MOST + 1);
      assertThat(created(part).count(-1)).isEqualTo(-1);
    }
  }

  @Test
  void aWindowThatClosesIsSaidAndItsFiguresAreTold() throws Exception {
    try (var windows = harness(Long.MAX_VALUE)) {
      windows.processElement(Parts.of(resolved(1, TEN, 2_000)), 0);
      windows.processElement(Parts.of(verdict(1, TEN + 1, What.SLA_MET)), 0);
      windows.processElement(Parts.of(verdict(2, TEN + 2, What.SLA_BREACHED)), 0);
      windows.processElement(Parts.of(event(2, TEN + 2)), 0);
      assertThat(windows.extractOutputValues()).isEmpty();
      windows.processWatermark(TEN + MINUTE - 1);
      assertThat(last(windows.extractOutputValues()))
          .containsEntry("north REGION  5m 10:01", "resolved 1, met 1, breached 1")
          .containsEntry("null REGION  today 10:01", "resolved 1, met 1, breached 1");
      assertThat(levels(windows))
          .containsEntry("WINDOW_RESOLUTION[north, 1h, 0.9]", 2_019L) // 2 g^381 / (g + 1)
          .containsEntry("WINDOW_FIRST_RESPONSE[north, 1h, 0.9]", null)
          .containsEntry("WINDOW_TICKETS[north, 24h, resolved]", 1L)
          .containsEntry("WINDOW_SLA_RATIO[north, triage, today]", 500_000L)
          .containsEntry("WINDOW_SLA_SETTLED[north, triage, 24h]", 2L)
          .containsEntry("WINDOW_END[]", TEN + MINUTE)
          .containsEntry("REGION_LAST_EVENT[north, tickets]", TEN + 2);

      windows.processWatermark(TEN + 25 * HOUR);
      assertThat(levels(windows))
          .containsEntry("WINDOW_RESOLUTION[north, 24h, 0.9]", null)
          .containsEntry("WINDOW_SLA_RATIO[north, triage, today]", null)
          .containsEntry("WINDOW_SLA_SETTLED[north, triage, 24h]", null)
          .containsEntry("WINDOW_TICKETS[north, 24h, resolved]", 0L);
    }
  }

  @Test
  void aCorrectionOfAnOlderWindowDoesNotReplaceWhatIsTold() throws Exception {
    try (var windows = harness(Long.MAX_VALUE)) {
      windows.processElement(Parts.of(created("p1", 1, TEN)), 0);
      windows.processElement(Parts.of(created("p1", 1, TEN + 20 * MINUTE)), 0);
      windows.processWatermark(TEN + 21 * MINUTE);
      windows.processElement(Parts.of(created("p1", 2, TEN)), 0);
      windows.processWatermark(TEN + 22 * MINUTE);
      assertThat(last(windows.extractOutputValues()))
          .containsEntry("north REGION  5m 10:01", "created 2");
      assertThat(levels(windows))
          .containsEntry("WINDOW_TICKETS[north, 5m, created]", 1L)
          .containsEntry("WINDOW_TICKETS[north, 24h, created]", 3L);
    }
  }

  @Test
  void whatComesAfterAWindowIsFinalIsCounted() throws Exception {
    try (var windows = harness(Long.MAX_VALUE)) {
      windows.processWatermark(TEN + HOUR + MINUTE - 1);
      windows.processElement(Parts.of(created("p1", 1, TEN + MINUTE - 1)), 0);
      windows.processElement(Parts.of(created("p1", 1, TEN + MINUTE)), 0);
      assertThat(levels(windows)).containsEntry("WINDOW_LATE[north]", 1L);
      windows.processWatermark(TEN + HOUR + 2 * MINUTE);
      assertThat(last(windows.extractOutputValues()))
          .containsEntry("north REGION  24h 10:02", "created 1")
          .doesNotContainKey("north REGION  24h 10:01");
    }
  }

  @Test
  void atTheEndAllHasClosedThatEndedByAsOfAndNothingLater() throws Exception {
    long asOf = TEN + HOUR + 30 * MINUTE;
    try (var windows = harness(asOf)) {
      for (int customer = 0; customer < 6; customer++) {
        windows.processElement(Parts.of(created("p1", customer, TEN)), 0);
        windows.processElement(Parts.of(created("p2", customer, TEN + 70 * MINUTE)), 0);
      }
      windows.processElement(Parts.of(created("p1", 9, asOf - 1)), 0);
      windows.processElement(Parts.of(created("p1", 9, asOf)), 0);
      windows.processWatermark(TEN + 80 * MINUTE);
      windows.processElement(Parts.of(created("p1", 9, TEN + 71 * MINUTE)), 0);
      windows.processWatermark(Long.MAX_VALUE);
      List<WindowEntry> all = windows.extractOutputValues();
      assertThat(all).allMatch(entry -> entry.end() <= asOf);
      assertThat(last(all))
          .containsEntry("north REGION  24h 11:30", "created 14")
          .containsEntry("north REGION  24h 11:12", "created 13") // with what came late
          .containsEntry("north PRIORITY p1 1h 11:00", "created 6")
          .doesNotContainKey("north PRIORITY p2 1h 12:00");
      assertThat(levels(windows)).containsEntry("WINDOW_END[]", asOf);
      assertThat(windows.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void cellsArePublishedWhenTheirHourIsFinalAndOnceOnly() throws Exception {
    try (var windows = harness(Long.MAX_VALUE)) {
      for (int customer = 0; customer < 6; customer++) {
        windows.processElement(Parts.of(created("p1", customer, TEN)), 0);
        windows.processElement(Parts.of(created("p2", customer, TEN)), 0);
      }
      windows.processElement(Parts.of(created("p3", 1, TEN)), 0);
      windows.processWatermark(TEN + 2 * HOUR - 2);
      assertThat(cells(windows.extractOutputValues())).isEmpty();
      windows.processElement(Parts.of(created("p2", 7, TEN + 59 * MINUTE)), 0);
      windows.processWatermark(TEN + 2 * HOUR - 1);
      windows.processWatermark(TEN + 2 * HOUR + MINUTE);
      assertThat(cells(windows.extractOutputValues()))
          .containsExactlyInAnyOrder(
              "PRIORITY other 1h 11:00 created 7",
              "PRIORITY p2 1h 11:00 created 7",
              "PRIORITY other 24h 11:00 created 7",
              "PRIORITY p2 24h 11:00 created 7",
              "PRIORITY other today 11:00 created 7",
              "PRIORITY p2 today 11:00 created 7",
              "CHANNEL_CLASS live 1h 11:00 created 14",
              "CHANNEL_CLASS live 24h 11:00 created 14",
              "CHANNEL_CLASS live today 11:00 created 14");
    }
  }

  @Test
  void aLiveJobThatIsStoppedClosesNothingAndGoesOnWhereItWas() throws Exception {
    OperatorSubtaskState state;
    try (var windows = harness(Long.MAX_VALUE)) {
      for (int customer = 0; customer < 6; customer++) {
        windows.processElement(Parts.of(created("p1", customer, TEN)), 0);
      }
      windows.processWatermark(TEN + 90 * MINUTE);
      int said = windows.extractOutputValues().size();
      windows.processWatermark(Long.MAX_VALUE);
      assertThat(windows.extractOutputValues()).hasSize(said);
      state = windows.snapshot(1, 0);
    }
    try (var windows = unopened(Long.MAX_VALUE)) {
      windows.initializeState(state);
      windows.open();
      windows.processElement(Parts.of(created("p1", 7, TEN + 91 * MINUTE)), 0);
      windows.processWatermark(TEN + 2 * HOUR);
      assertThat(last(windows.extractOutputValues()))
          .containsEntry("north REGION  1h 11:32", "created 1")
          .containsEntry("north PRIORITY p1 1h 11:00", "created 6");
    }
  }

  @Test
  void anHourThatWasPublishedStaysWhenMoreLatenessIsAllowedLater() throws Exception {
    OperatorSubtaskState state;
    try (var windows = harness(Long.MAX_VALUE)) {
      for (int customer = 0; customer < 6; customer++) {
        windows.processElement(Parts.of(created("p1", customer, TEN)), 0);
      }
      windows.processWatermark(TEN + 40 * HOUR);
      assertThat(last(windows.extractOutputValues()))
          .containsEntry("north PRIORITY p1 1h 11:00", "created 6");
      state = windows.snapshot(1, 0);
    }
    WindowTerms patient = new WindowTerms(region -> ZoneOffset.UTC, 90 * HOUR, 5);
    try (var windows = unopened(patient, Long.MAX_VALUE)) {
      windows.initializeState(state);
      windows.open();
      windows.processWatermark(TEN + 41 * HOUR);
      for (int customer = 6; customer < 12; customer++) {
        windows.processElement(Parts.of(created("p1", customer, TEN)), 0);
        windows.processElement(Parts.of(created("p1", customer, TEN + 40 * HOUR)), 0);
      }
      windows.processWatermark(TEN + 200 * HOUR);
      assertThat(last(windows.extractOutputValues()))
          .containsEntry("north REGION  5m 10:01", "created 6") // the old ones have left
          .containsEntry("north PRIORITY p1 1h 03:00", "created 6")
          .doesNotContainKey("north PRIORITY p1 1h 11:00");
    }
  }

  @Test
  void whenAllHasLeftNothingIsKeptAndNoTimerRuns() throws Exception {
    try (var windows = harness(Long.MAX_VALUE)) {
      windows.processElement(Parts.of(created("p1", 1, TEN)), 0);
      windows.processWatermark(TEN + 30 * HOUR);
      assertThat(windows.numEventTimeTimers()).isZero();
      // One map entry each would be more: what is left is the region's last told rows.
      assertThat(last(windows.extractOutputValues())).containsEntry("north REGION  24h 10:01", "");
    }
  }

  @Test
  void aRunThatIsInterruptedSaysWhatAnUninterruptedOneSays() throws Exception {
    SplittableRandom random = new SplittableRandom(20260811);
    for (int round = 0; round < 20; round++) {
      List<Object> script = script(random);
      List<String> whole = new ArrayList<>();
      try (var windows = harness(Long.MAX_VALUE)) {
        play(windows, script);
        windows.extractOutputValues().forEach(entry -> whole.add(entry.toString()));
      }
      List<String> parts = new ArrayList<>();
      int cut = random.nextInt(script.size());
      OperatorSubtaskState state;
      try (var first = harness(Long.MAX_VALUE)) {
        play(first, script.subList(0, cut));
        state = first.snapshot(1, 0);
        first.extractOutputValues().forEach(entry -> parts.add(entry.toString()));
      }
      try (var again = unopened(Long.MAX_VALUE)) {
        again.initializeState(state);
        again.open();
        play(again, script.subList(cut, script.size()));
        again.extractOutputValues().forEach(entry -> parts.add(entry.toString()));
      }
      assertThat(parts).isEqualTo(whole);
    }
  }

  @Test
  void theLastWordOfEveryWindowIsTheSameInWhateverOrderThingsCome() throws Exception {
    SplittableRandom random = new SplittableRandom(20260812);
    for (int round = 0; round < 10; round++) {
      List<Contribution> inOrder = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        inOrder.add(
            created(
                "p" + (1 + random.nextInt(4)), random.nextInt(9), TEN + random.nextLong(3 * HOUR)));
      }
      inOrder.sort(Comparator.comparingLong(Contribution::at));
      Map<String, String> expected = run(inOrder, c -> c.at());
      Map<Contribution, Long> delay = new HashMap<>();
      inOrder.forEach(c -> delay.put(c, c.at() + random.nextLong(HOUR - MINUTE)));
      List<Contribution> late = new ArrayList<>(inOrder);
      late.sort(Comparator.comparingLong(delay::get));
      assertThat(run(late, c -> delay.getOrDefault(c, 0L))).containsAllEntriesOf(expected);
    }
  }

  private static Map<String, String> run(
      List<Contribution> contributions, ToLongFunction<Contribution> comes) throws Exception {
    try (var windows = harness(TEN + 40 * HOUR)) {
      for (Contribution c : contributions) {
        windows.processWatermark(comes.applyAsLong(c) - 1);
        windows.processElement(Parts.of(c), 0);
      }
      windows.processWatermark(Long.MAX_VALUE);
      return last(windows.extractOutputValues());
    }
  }

  /** Contributions, some late, and watermarks. */
  private static List<Object> script(SplittableRandom random) {
    List<Object> script = new ArrayList<>();
    long now = TEN;
    for (int i = 0; i < 60; i++) {
      now += random.nextInt(9) == 0 ? random.nextLong(3 * HOUR) : random.nextLong(3 * MINUTE);
      long at = random.nextInt(3) == 0 ? now - random.nextLong(HOUR + 9 * MINUTE) : now;
      script.add(created("p" + (1 + random.nextInt(3)), random.nextInt(12), at));
      if (random.nextBoolean()) {
        script.add(new Watermark(now));
      }
    }
    script.add(new Watermark(now + 30 * HOUR));
    return script;
  }

  private static void play(
      KeyedOneInputStreamOperatorTestHarness<String, PanePart, WindowEntry> windows,
      List<Object> script)
      throws Exception {
    for (Object step : script) {
      if (step instanceof Contribution c) {
        windows.processElement(Parts.of(c), 0);
      } else if (step instanceof Watermark mark) {
        windows.processWatermark(mark);
      }
    }
  }

  private static Customers created(PanePart part) {
    return part.customers().noted(What.CREATED, "");
  }

  private static Contribution created(String priority, long customer, long at) {
    return Parts.created("north", priority, customer, at);
  }

  private static Contribution resolved(long customer, long at, long millis) {
    return new Contribution(at, "north", "p1", "live", customer, What.RESOLVED, "", millis, 1);
  }

  private static Contribution verdict(long customer, long at, What what) {
    return new Contribution(at, "north", "p1", "live", customer, what, "triage", 0, 1);
  }

  private static Contribution event(long customer, long at) {
    return new Contribution(at, "north", "p1", "live", customer, What.EVENT, "", 0, 1);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, PanePart, WindowEntry> unopened(
      long asOf) throws Exception {
    return unopened(TERMS, asOf);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, PanePart, WindowEntry> unopened(
      WindowTerms terms, long asOf) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new CloseWindows(terms, asOf)), part -> "one", Types.STRING);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, PanePart, WindowEntry> harness(
      long asOf) throws Exception {
    var harness = unopened(asOf);
    harness.open();
    return harness;
  }

  private static List<String> cells(List<WindowEntry> entries) {
    List<String> cells = new ArrayList<>();
    for (WindowEntry e : entries) {
      if (e.dimension() != Dimension.REGION) {
        cells.add(
            "%s %s %s %s %s".formatted(e.dimension(), e.cell(), e.span(), clock(e.end()), text(e)));
      }
    }
    return cells;
  }

  /** What was said last of each window. */
  private static Map<String, String> last(List<WindowEntry> entries) {
    Map<String, String> last = new TreeMap<>();
    for (WindowEntry e : entries) {
      last.put(
          "%s %s %s %s %s".formatted(e.region(), e.dimension(), e.cell(), e.span(), clock(e.end())),
          text(e));
    }
    return last;
  }

  private static String clock(long instant) {
    return Instant.ofEpochMilli(instant).toString().substring(11, 16);
  }

  private static String text(WindowEntry e) {
    List<String> parts = new ArrayList<>();
    for (What what : List.of(What.CREATED, What.RESOLVED)) {
      if (e.figures().count(what) != 0) {
        parts.add(what.name().toLowerCase(Locale.ROOT) + " " + e.figures().count(what));
      }
    }
    e.figures().met().values().forEach(count -> parts.add("met " + count));
    e.figures().breached().values().forEach(count -> parts.add("breached " + count));
    return String.join(", ", parts);
  }

  /** The last value of each series; null where there is none. */
  private static Map<String, @Nullable Long> levels(
      KeyedOneInputStreamOperatorTestHarness<String, PanePart, WindowEntry> harness) {
    Map<String, @Nullable Long> levels = new HashMap<>();
    for (StreamRecord<Partial> each : harness.getSideOutput(CloseWindows.FIGURES)) {
      Partial partial = each.getValue();
      long value = partial.amount().value();
      levels.put(
          partial.series().measure() + "" + partial.series().labels(),
          value == Long.MIN_VALUE ? null : value);
    }
    return levels;
  }
}
