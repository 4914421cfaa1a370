package io.aftercare.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.expectation.HourOfRegion;
import io.aftercare.domain.expectation.LastEvent;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness says that close() may be interrupted
class ExpectRegionsTest {
  private static final long HOUR = 3_600_000;

  /** Monday, 5 January 2026, midnight UTC. */
  private static final long MONDAY = 1_767_571_200_000L;

  private static final Rulebook RULES =
      Rulebook.of(List.of(), List.of(), List.of(new Region("north", ZoneId.of("UTC"), "24x7")));

  private static HourOfRegion hour(int hour, long created) {
    long start = MONDAY + hour * HOUR;
    return new HourOfRegion(
        "north", start, start + HOUR, created, created - 1, 50, 30_000, -1, 8 * created);
  }

  private static HourOfRegion empty(int hour) {
    long start = MONDAY + hour * HOUR;
    return new HourOfRegion("north", start, start + HOUR, 0, 0, 50, -1, -1, 0);
  }

  @Test
  void anHourSaysWhatItHadAndWhatWasUsualBeforeIt() throws Exception {
    try (var regions = harness(null)) {
      say(regions, hour(10, 100));
      assertThat(levels(regions))
          .containsEntry("OBSERVED_TICKETS[north, created]", 100L)
          .containsEntry("OBSERVED_TICKETS[north, resolved]", 99L)
          .containsEntry("OBSERVED_TICKETS[north, backlog]", 50L)
          .containsEntry("OBSERVED_SECONDS[north, first_response]", 30_000L)
          .containsEntry("OBSERVED_SECONDS[north, resolution]", absent())
          .containsEntry("REGION_OBSERVED_EVENTS[north, tickets]", 800L)
          .containsEntry("EXPECTED_TICKETS[north, created]", absent())
          .containsEntry("EXPECTED_SECONDS[north, resolution]", absent())
          .containsEntry("REGION_EXPECTED_EVENTS[north, tickets]", absent())
          .hasSize(12);

      say(regions, hour(34, 60));
      assertThat(levels(regions))
          .containsEntry("OBSERVED_TICKETS[north, created]", 60L)
          .containsEntry("EXPECTED_TICKETS[north, created]", 100L)
          .containsEntry("EXPECTED_TICKETS[north, backlog]", 50L)
          .containsEntry("EXPECTED_SECONDS[north, first_response]", 30_000L)
          .containsEntry("EXPECTED_SECONDS[north, resolution]", absent())
          .containsEntry("REGION_EXPECTED_EVENTS[north, tickets]", 800L);
    }
  }

  @Test
  void anHourThatIsSaidAgainIsNotHeard() throws Exception {
    try (var regions = harness(null)) {
      say(regions, hour(10, 100));
      say(regions, hour(34, 60));
      int said = regions.extractOutputValues().size();
      say(regions, hour(10, 900));
      say(regions, hour(34, 900));
      assertThat(regions.extractOutputValues()).hasSize(said);
      say(regions, hour(58, 70));
      assertThat(levels(regions)).containsEntry("EXPECTED_TICKETS[north, created]", 80L);
    }
  }

  @Test
  void aRegionThatSpeaksSaysWhenAndHowLongItMaySayNothing() throws Exception {
    try (var regions = harness(null)) {
      hear(regions, MONDAY + 10 * HOUR);
      assertThat(levels(regions))
          .containsEntry("REGION_LAST_EVENT[north, tickets]", MONDAY + 10 * HOUR)
          .containsEntry("REGION_SILENCE_LIMIT[north, tickets]", absent())
          .hasSize(2);

      say(regions, hour(10, 100));
      hear(regions, MONDAY + 11 * HOUR);
      // 800 events an hour: 41.4 s, at least 2 min.
      assertThat(levels(regions))
          .containsEntry("REGION_LAST_EVENT[north, tickets]", MONDAY + 11 * HOUR)
          .containsEntry("REGION_SILENCE_LIMIT[north, tickets]", 120_000L);
    }
  }

  @Test
  void whatIsHeardLateDoesNotTurnTimeBack() throws Exception {
    try (var regions = harness(null)) {
      hear(regions, MONDAY + HOUR);
      hear(regions, MONDAY);
      assertThat(levels(regions)).containsEntry("REGION_LAST_EVENT[north, tickets]", MONDAY + HOUR);
    }
  }

  @Test
  void hoursThatPassInSilenceDoNotMakeSilenceUsual() throws Exception {
    try (var regions = harness(null)) {
      say(regions, hour(10, 100));
      hear(regions, MONDAY + 11 * HOUR);
      for (int i = 11; i < 17; i++) {
        say(regions, empty(i));
      }
      assertThat(levels(regions)).containsEntry("REGION_SILENCE_LIMIT[north, tickets]", 120_000L);
    }
  }

  @Test
  void afterARestartAllIsKnownAsBefore() throws Exception {
    OperatorSubtaskState state;
    try (var first = harness(null)) {
      say(first, hour(10, 100));
      hear(first, MONDAY + 11 * HOUR);
      state = first.snapshot(1, 0);
      say(first, hour(34, 900)); // after the checkpoint, lost
    }
    try (var again = harness(state)) {
      say(again, hour(10, 77));
      hear(again, MONDAY + 10 * HOUR);
      assertThat(again.extractOutputValues()).isEmpty();
      say(again, hour(34, 60));
      hear(again, MONDAY + 36 * HOUR);
      assertThat(levels(again))
          .containsEntry("EXPECTED_TICKETS[north, created]", 100L)
          .containsEntry("REGION_SILENCE_LIMIT[north, tickets]", 120_000L);
    }
  }

  private static long absent() {
    return Total.ABSENT.value();
  }

  private static void say(Harness regions, HourOfRegion hour) throws Exception {
    regions.processElement1(hour, 0);
  }

  private static void hear(Harness regions, long at) throws Exception {
    regions.processElement2(new LastEvent("north", at), 0);
  }

  private static Harness harness(@Nullable OperatorSubtaskState state) throws Exception {
    Harness harness = new Harness();
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  /** The node under its one key. */
  private static final class Harness
      extends KeyedTwoInputStreamOperatorTestHarness<String, HourOfRegion, LastEvent, Partial> {
    Harness() throws Exception {
      super(
          new KeyedCoProcessOperator<>(new ExpectRegions(RULES)),
          hour -> "one",
          event -> "one",
          Types.STRING);
    }
  }

  /** The last value of each series. */
  private static Map<String, Long> levels(Harness regions) {
    Map<String, Long> levels = new HashMap<>();
    for (Partial partial : regions.extractOutputValues()) {
      Series series = partial.series();
      levels.put(series.measure() + "" + series.labels(), partial.amount().value());
    }
    return levels;
  }
}
