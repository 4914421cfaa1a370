package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.BACKLOG_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.EXPECTED_SECONDS;
import static io.aftercare.contract.metric.MetricCatalogue.EXPECTED_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.OBSERVED_SECONDS;
import static io.aftercare.contract.metric.MetricCatalogue.OBSERVED_TICKETS;
import static io.aftercare.exporter.ledger.Say.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.Distribution;
import io.aftercare.contract.Window;
import io.aftercare.contract.WindowDimension;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The band of 15 %, and what is too little to say. */
class ExpectationsTest {
  private final Given given =
      new Given().nineOClockInTheNorth().gauge(BACKLOG_TICKETS, 1, "north", "p1", "new");

  private ExpectedRow row(String figure) {
    return Objects.requireNonNull(given.board.region("north")).expected().stream()
        .filter(each -> each.figure().equals(figure))
        .findFirst()
        .orElseThrow();
  }

  private void answersOfTheLastHour(long answers) {
    given.windows.take(
        Window.newBuilder()
            .setRegion("north")
            .setDimension(WindowDimension.REGION)
            .setWindow("1h")
            .setStart(at("08:00"))
            .setEnd(at("09:00"))
            .setFinalAt(at("10:00"))
            .setFirstResponse(Distribution.newBuilder().setCount(answers).build())
            .setResolution(Distribution.newBuilder().build())
            .build());
  }

  @ParameterizedTest
  @CsvSource({
    "1150, 1000, as_usual", // at the edge of the band
    "1151, 1000, above",
    "850, 1000, as_usual",
    "849, 1000, below",
    "130, 100, as_usual", // 3 times the square root of 100: chance
    "131, 100, above",
    "40, 19.9, few",
    "0, 1000, below",
  })
  void outsideTheBandIsWhatIsFartherOffThanItAndThanChance(
      double observed, double expected, String standing) {
    given
        .gauge(OBSERVED_TICKETS, observed, "north", "created")
        .gauge(EXPECTED_TICKETS, expected, "north", "created");
    assertThat(row("created").standing()).isEqualTo(standing);
  }

  @Test
  void theBandStandsBesideIt() {
    given
        .gauge(OBSERVED_TICKETS, 130, "north", "backlog")
        .gauge(EXPECTED_TICKETS, 100, "north", "backlog");
    assertThat(row("backlog"))
        .isEqualTo(
            new ExpectedRow("backlog", "tickets", 130.0, 100.0, 85.0, 115.0, 0.3, "as_usual"));
  }

  @Test
  void timesWantAHundredAnswers() {
    given
        .gauge(OBSERVED_SECONDS, 40, "north", "first_response")
        .gauge(EXPECTED_SECONDS, 20, "north", "first_response");
    assertThat(row("first_response").standing()).isEqualTo("few");
    answersOfTheLastHour(99);
    assertThat(row("first_response").standing()).isEqualTo("few");
    answersOfTheLastHour(100);
    assertThat(row("first_response"))
        .isEqualTo(
            new ExpectedRow("first_response", "seconds", 40.0, 20.0, 17.0, 23.0, 1.0, "above"));
  }

  @Test
  void whatIsNotLearntYetIsSaidAndWhatDidNotHappenIsNone() {
    given.gauge(OBSERVED_TICKETS, 12, "north", "created");
    assertThat(row("created"))
        .isEqualTo(new ExpectedRow("created", "tickets", 12.0, null, null, null, null, "learning"));
    assertThat(row("resolution").standing()).isEqualTo("none");
  }

  @Test
  void aRegionOfWhichNothingWasToldHasNone() {
    given.gauge(OBSERVED_TICKETS, 12, "south", "created");
    assertThat(Objects.requireNonNull(given.board.region("north")).expected()).isEmpty();
  }
}
