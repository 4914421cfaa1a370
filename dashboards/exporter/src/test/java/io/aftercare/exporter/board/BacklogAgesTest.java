package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.BACKLOG_AGED_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.BACKLOG_OLDEST;
import static io.aftercare.contract.metric.MetricCatalogue.TICKETS_UNTRIAGED;
import static io.aftercare.exporter.ledger.Say.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.exporter.board.BacklogAges.AgeRow;
import io.aftercare.exporter.board.BacklogAges.OldestRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How old the backlog of a region is. */
class BacklogAgesTest {
  private final Given given = new Given();

  private BacklogAges north() {
    return BacklogAges.of(given.metrics, "north");
  }

  @Test
  void theYoungestFirstAndAllFourOnceOneIsTold() {
    given
        .gauge(BACKLOG_AGED_TICKETS, 2, "north", "over_3d")
        .gauge(BACKLOG_AGED_TICKETS, 5, "north", "under_4h")
        .gauge(BACKLOG_AGED_TICKETS, 9, "south", "1d_to_3d")
        .gauge(TICKETS_UNTRIAGED, 0, "north");
    assertThat(north().ages())
        .containsExactly(
            new AgeRow("under_4h", 5),
            new AgeRow("4h_to_24h", 0),
            new AgeRow("1d_to_3d", 0),
            new AgeRow("over_3d", 2));
    assertThat(north().untriaged()).isZero();
  }

  @Test
  void theOldestOfEachPriorityThatHasAny() {
    given
        .gauge(BACKLOG_OLDEST, at("08:00").toEpochMilli() / 1000.0, "north", "p2")
        .gauge(BACKLOG_OLDEST, at("07:00").toEpochMilli() / 1000.0, "north", "p1")
        .gauge(BACKLOG_OLDEST, Double.NaN, "north", "p3")
        .gauge(BACKLOG_OLDEST, at("06:00").toEpochMilli() / 1000.0, "south", "p1");
    assertThat(north().oldest())
        .containsExactly(new OldestRow("p1", at("07:00")), new OldestRow("p2", at("08:00")));
  }

  @Test
  void ofWhatNobodyToldThereIsNothing() {
    assertThat(north()).isEqualTo(new BacklogAges(List.of(), List.of(), null));
  }
}
