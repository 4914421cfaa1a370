package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.REGION_LAST_EVENT;
import static io.aftercare.contract.metric.MetricCatalogue.REGION_SILENCE_LIMIT;
import static io.aftercare.exporter.ledger.Say.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.exporter.board.Tile.Feed;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A region that says nothing is grey once chance no longer explains it, and never before. */
class SilencesTest {
  private final Given given = new Given().nineOClockInTheNorth();

  private Tile north() {
    return given.board.regions().regions().stream()
        .filter(tile -> Objects.equals(tile.region(), "north"))
        .findFirst()
        .orElseThrow();
  }

  private void heard(String time, double limitSeconds) {
    given
        .gauge(REGION_LAST_EVENT, at(time).toEpochMilli() / 1000.0, "north", "tickets")
        .gauge(REGION_SILENCE_LIMIT, limitSeconds, "north", "tickets");
  }

  @Test
  void aRegionThatNeverSpokeHasNoFeed() {
    assertThat(north().feed()).isNull();
    assertThat(north().level()).isEqualTo("ok");
  }

  @Test
  void atTheLimitItIsNotSilentYet() {
    heard("08:50", 600);
    assertThat(north().feed()).isEqualTo(new Feed(at("08:50"), 600.0, false));
    assertThat(north().level()).isEqualTo("ok");
  }

  @Test
  void beyondTheLimitItIsGreyWhateverElseIsKnown() {
    heard("08:50", 599.9);
    assertThat(north().feed()).isEqualTo(new Feed(at("08:50"), 599.9, true));
    assertThat(north().level()).isEqualTo("silent");
  }

  @Test
  void whereNothingIsLearntYetNothingIsSilent() {
    given.gauge(REGION_LAST_EVENT, at("01:00").toEpochMilli() / 1000.0, "north", "tickets");
    assertThat(north().feed()).isEqualTo(new Feed(at("01:00"), null, false));
    assertThat(north().level()).isEqualTo("ok");
  }
}
