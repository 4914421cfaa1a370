package io.aftercare.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aftercare.domain.expectation.HourOfRegion;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.window.Dimension;
import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.What;
import io.aftercare.domain.window.WindowEntry;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every local clock hour of a region is told once, when it closes, whether anything happened or
 * not.
 */
@SuppressWarnings("try") // the harness says that close() may be interrupted
class TellHoursTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  /** Monday, 5 January 2026, midnight UTC. */
  private static final long MONDAY = 1_767_571_200_000L;

  /** India is five and a half hours ahead of UTC: its hours end at half past. */
  private static final Rulebook RULES =
      Rulebook.of(
          List.of(),
          List.of(),
          List.of(
              new Region("north", ZoneId.of("UTC"), "24x7"),
              new Region("east", ZoneId.of("Asia/Kolkata"), "24x7")));

  private static WindowEntry window(String region, long end, long created) {
    Figures figures = new Figures();
    figures.addCount(What.CREATED, created);
    figures.addCount(What.EVENT, 8 * created);
    figures.resolution().add(90_000, created);
    return new WindowEntry(
        region, Dimension.REGION, "", "1h", end - HOUR, end, end + HOUR, false, figures);
  }

  private static Partial aged(String age, long tickets) {
    return new Partial(
        new Series(Measure.BACKLOG_AGED_TICKETS, List.of("north", age)),
        new Total(tickets, List.of()));
  }

  @Test
  void anHourHasTheWindowThatStandsAtItsEndAndTheBacklogOfAllAges() throws Exception {
    try (var hours = harness(Long.MAX_VALUE, null)) {
      known(hours);
      say(hours, window("north", MONDAY + HOUR + 5 * MINUTE, 1));
      say(hours, window("north", MONDAY + 2 * HOUR - MINUTE, 20));
      hours.processElement2(aged("under_4h", 7), 0);
      hours.processElement2(aged("over_3d", 2), 0);
      hours.processElement2(aged("under_4h", 8), 0);
      reach(hours, MONDAY + 2 * HOUR - 1);
      assertThat(hours.extractOutputValues()).isEmpty();
      reach(hours, MONDAY + 2 * HOUR);
      assertThat(hours.extractOutputValues()).hasSize(1);
      HourOfRegion hour = hours.extractOutputValues().get(0);
      assertThat(hour.hourStart()).isEqualTo(MONDAY + HOUR);
      assertThat(hour.hourEnd()).isEqualTo(MONDAY + 2 * HOUR);
      assertThat(hour.created()).isEqualTo(20);
      assertThat(hour.events()).isEqualTo(160);
      assertThat(hour.backlog()).isEqualTo(10);
      assertThat(hour.firstResponseP50Millis()).isEqualTo(HourOfRegion.NONE);
      assertThat(hour.resolutionP50Millis()).isBetween(89_100L, 90_900L);
    }
  }

  @Test
  void theHourInWhichARegionIsHeardOfFirstIsNotWhole() throws Exception {
    try (var hours = harness(Long.MAX_VALUE, null)) {
      say(hours, window("north", MONDAY + 30 * MINUTE, 5));
      reach(hours, MONDAY + HOUR);
      assertThat(hours.extractOutputValues()).isEmpty();
    }
  }

  @Test
  void hoursCloseWhileNothingComes() throws Exception {
    try (var hours = harness(Long.MAX_VALUE, null)) {
      known(hours);
      say(hours, window("north", MONDAY + 2 * HOUR, 0)); // the last ticket has left the window
      reach(hours, MONDAY + 4 * HOUR);
      assertThat(hours.extractOutputValues())
          .extracting(HourOfRegion::hourEnd, HourOfRegion::created, HourOfRegion::backlog)
          .containsExactly(
              tuple(MONDAY + 2 * HOUR, 0L, HourOfRegion.NONE),
              tuple(MONDAY + 3 * HOUR, 0L, HourOfRegion.NONE),
              tuple(MONDAY + 4 * HOUR, 0L, HourOfRegion.NONE));
    }
  }

  @Test
  void aLaterWindowClosesTheHoursBeforeIt() throws Exception {
    try (var hours = harness(Long.MAX_VALUE, null)) {
      known(hours);
      say(hours, window("north", MONDAY + 2 * HOUR, 3));
      say(hours, window("north", MONDAY + 3 * HOUR, 0));
      say(hours, window("north", MONDAY + 3 * HOUR + MINUTE, 9));
      assertThat(hours.extractOutputValues())
          .extracting(HourOfRegion::created)
          .containsExactly(3L, 0L);
    }
  }

  @Test
  void aCorrectionOfTheWindowThatStandsCountsAndOneOfAnOlderDoesNot() throws Exception {
    try (var hours = harness(Long.MAX_VALUE, null)) {
      known(hours);
      say(hours, window("north", MONDAY + HOUR + 30 * MINUTE, 3));
      say(hours, corrected(window("north", MONDAY + HOUR + 20 * MINUTE, 8)));
      say(hours, corrected(window("north", MONDAY + HOUR + 30 * MINUTE, 4)));
      reach(hours, MONDAY + 2 * HOUR);
      assertThat(hours.extractOutputValues()).extracting(HourOfRegion::created).containsExactly(4L);
    }
  }

  @Test
  void aWeekOfSilenceEndsWhatIsToldUntilItIsHeardOfAgain() throws Exception {
    try (var hours = harness(Long.MAX_VALUE, null)) {
      known(hours);
      say(hours, window("north", MONDAY + 2 * HOUR, 0));
      reach(hours, MONDAY + 1000 * HOUR);
      assertThat(hours.extractOutputValues()).hasSize(1 + 7 * 24);
      say(hours, window("north", MONDAY + 2000 * HOUR + MINUTE, 6)); // its hour is not whole
      reach(hours, MONDAY + 2002 * HOUR);
      assertThat(hours.extractOutputValues())
          .hasSize(2 + 7 * 24)
          .last()
          .extracting(HourOfRegion::hourEnd)
          .isEqualTo(MONDAY + 2002 * HOUR);
    }
  }

  private static WindowEntry corrected(WindowEntry e) {
    return new WindowEntry(
        e.region(),
        e.dimension(),
        e.cell(),
        e.span(),
        e.start(),
        e.end(),
        e.finalAt(),
        true,
        e.figures());
  }

  @Test
  void hoursAreOfTheRegionsOwnClock() throws Exception {
    try (var hours = harness(Long.MAX_VALUE, null)) {
      say(hours, window("east", MONDAY + 10 * MINUTE, 1));
      reach(hours, MONDAY + 30 * MINUTE);
      say(hours, window("east", MONDAY + 50 * MINUTE, 4));
      reach(hours, MONDAY + 90 * MINUTE);
      assertThat(hours.extractOutputValues())
          .extracting(HourOfRegion::hourStart)
          .containsExactly(MONDAY + 30 * MINUTE);
    }
  }

  @Test
  void nothingIsToldAfterTheEndOfTime() throws Exception {
    try (var hours = harness(MONDAY + 3 * HOUR, null)) {
      known(hours);
      say(hours, window("north", MONDAY + 2 * HOUR, 3));
      reach(hours, MONDAY + 20 * HOUR);
      hours.processBothWatermarks(new Watermark(Long.MAX_VALUE));
      assertThat(hours.extractOutputValues())
          .extracting(HourOfRegion::hourEnd)
          .containsExactly(MONDAY + 2 * HOUR, MONDAY + 3 * HOUR);
    }
  }

  @Test
  void aRestartTellsNoHourTwiceAndForgetsNone() throws Exception {
    OperatorSubtaskState saved;
    try (var hours = harness(Long.MAX_VALUE, null)) {
      known(hours);
      hours.processElement2(aged("under_4h", 7), 0);
      say(hours, window("north", MONDAY + 2 * HOUR, 3));
      reach(hours, MONDAY + 2 * HOUR);
      assertThat(hours.extractOutputValues()).hasSize(1);
      saved = hours.snapshot(1, 1);
    }
    try (var hours = harness(Long.MAX_VALUE, saved)) {
      reach(hours, MONDAY + 3 * HOUR);
      assertThat(hours.extractOutputValues())
          .extracting(HourOfRegion::hourEnd, HourOfRegion::backlog)
          .containsExactly(tuple(MONDAY + 3 * HOUR, 7L));
    }
  }

  /** The region was heard of in the hour before the second of Monday. */
  private static void known(
      KeyedTwoInputStreamOperatorTestHarness<String, WindowEntry, Partial, HourOfRegion> hours)
      throws Exception {
    say(hours, window("north", MONDAY + 30 * MINUTE, 5));
    reach(hours, MONDAY + HOUR);
  }

  private static void say(
      KeyedTwoInputStreamOperatorTestHarness<String, WindowEntry, Partial, HourOfRegion> hours,
      WindowEntry entry)
      throws Exception {
    hours.processElement1(entry, 0);
  }

  /** All that happened before this instant is there. */
  private static void reach(
      KeyedTwoInputStreamOperatorTestHarness<String, WindowEntry, Partial, HourOfRegion> hours,
      long instant)
      throws Exception {
    hours.processBothWatermarks(new Watermark(instant - 1));
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, WindowEntry, Partial, HourOfRegion>
      harness(long asOf, @Nullable OperatorSubtaskState state) throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new TellHours(RULES, asOf)),
            entry -> "all",
            partial -> "all",
            Types.STRING);
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }
}
