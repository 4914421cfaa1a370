package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.AGENTS;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_OFFERED;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_WAITING;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_LONGEST_WAIT_START;
import static io.aftercare.exporter.ledger.Say.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.exporter.board.Tile.CallsNow;
import io.aftercare.exporter.board.Tile.LongestWait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who waits, on the tiles: it is nine o'clock, and the north has tickets. */
class WaitsTest {
  private final Given given = new Given().nineOClockInTheNorth();

  private Tile tile(String region) {
    return given.board.regions().regions().stream()
        .filter(tile -> region.equals(tile.region()))
        .findFirst()
        .orElseThrow();
  }

  private Tile all() {
    return given.board.overview().all();
  }

  @Test
  void aTileAddsUpItsQueuesAndTellsWhoWaitsLongest() {
    given
        .waiting("north", "desk", 3, at("08:59").plusSeconds(30))
        .waiting("north", "field", 1, at("08:59").plusMillis(250))
        .gauge(CALLS_WAITING, 0, "north", "night");
    assertThat(tile("north").calls())
        .isEqualTo(new CallsNow(4, new LongestWait("field", at("08:59").plusMillis(250))));
  }

  @Test
  void allTogetherAreTheSumOfTheRegionsAndTheLongestWaitOfAny() {
    given.waiting("north", "desk", 3, at("08:58")).waiting("south", "line", 2, at("08:57"));
    assertThat(all().calls()).isEqualTo(new CallsNow(5, new LongestWait("line", at("08:57"))));
  }

  @Test
  void aRegionWithoutCallsSaysNothingOfThem() {
    assertThat(tile("north").calls()).isNull();
    assertThat(all().calls()).isNull();
    given.waiting("south", "line", 1, at("08:59"));
    assertThat(tile("north").calls()).isNull();
  }

  @Test
  void aQueueThatWasOnceEnteredHasNobodyWaitingUntilItIsSaid() {
    given.counter(CALLS_OFFERED, 7, "south", "line");
    assertThat(tile("south").calls()).isEqualTo(new CallsNow(0, null));
  }

  @Test
  void aRegionWithAgentsAloneIsKnownAndHasNoQueue() {
    given.gauge(AGENTS, 4, "south", "available");
    assertThat(tile("south").calls()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    // ms before event time at which the caller entered, level
    "119000, ok",
    "120000, ok", // not more than 120 s
    "120001, warning",
    "7200000, warning",
  })
  void moreThanTwoMinutesIsTooLong(long waitMillis, String level) {
    given.waiting("north", "desk", 1, at("09:00").minusMillis(waitMillis));
    assertThat(tile("north").level()).isEqualTo(level);
    assertThat(all().level()).isEqualTo(level);
  }

  @Test
  void everyQueueWithAWaitTooLongMakesTroubleAndOnlyThose() {
    given
        .waiting("south", "line", 1, at("08:50"))
        .waiting("south", "other", 1, at("08:40"))
        .waiting("south", "third", 9, at("08:59"));
    assertThat(tile("south").trouble()).isEqualTo(2);
    assertThat(all().trouble()).isEqualTo(2);
    assertThat(given.board.overview().regions())
        .extracting(Tile::region)
        .containsExactly("south", "north", "quiet town");
  }

  @Test
  void beforeEventTimeIsKnownNobodyWaitsTooLong() {
    Given timeless = new Given().waiting("north", "desk", 1, at("08:00"));
    assertThat(timeless.board.overview().all().level()).isEqualTo("ok");
  }

  @Test
  void aStartThatIsNoInstantIsNoWait() {
    given
        .gauge(CALL_LONGEST_WAIT_START, Double.NaN, "north", "desk")
        .gauge(CALL_LONGEST_WAIT_START, 0, "north", "field")
        .gauge(CALLS_WAITING, -3, "north", "desk");
    assertThat(tile("north").calls()).isEqualTo(new CallsNow(0, null));
  }
}
