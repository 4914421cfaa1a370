package io.aftercare.io.kafka.live;

import static io.aftercare.io.kafka.live.PartitionTime.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** One subtask's share of a topic; out-of-orderness and grace are 2 s. */
class InputTimeTest {
  private static final long NOW = 1_000_000;
  private static final TopicPartition P0 = new TopicPartition("tickets", 0);
  private static final TopicPartition P1 = new TopicPartition("tickets", 1);

  private final InputTime time = new InputTime(new TimeRule(2_000, 2_000));

  @Test
  void isTheLeastOfItsPartitions() {
    own(P0, P1);
    time.assigned(2);
    time.learnt(ends(NOW, 2, Map.of(P0, 0L, P1, 5L)));
    assertThat(time.at(NOW)).as("nothing of P1 is read").isEqualTo(UNKNOWN);
    time.of(P1).read(0, NOW - 50_000, NOW - 40_000);
    assertThat(time.at(NOW)).isEqualTo(NOW - 52_001);
    time.of(P1).read(4);
    assertThat(time.at(NOW)).isEqualTo(NOW - 2_001);
  }

  @Test
  void aPartitionThatNeverHadARecordHoldsNothingBack() {
    own(P0, P1);
    time.assigned(2);
    time.of(P0).read(0, NOW - 500, NOW - 400);
    time.learnt(ends(NOW, 2, Map.of(P0, 1L, P1, 0L)));
    assertThat(time.at(NOW)).isEqualTo(NOW - 2_001);
  }

  @Test
  void withoutPartitionsItIsTheWallClock() {
    time.assigned(2);
    assertThat(time.at(NOW)).as("nobody was asked").isEqualTo(UNKNOWN);
    time.learnt(ends(NOW - 10, 2, Map.of()));
    assertThat(time.at(NOW)).isEqualTo(NOW - 2_011);
    time.learnt(ends(NOW + 250, Ends.NOT_LEARNT, Map.of()));
    assertThat(time.at(NOW + 250)).as("the broker is away").isEqualTo(NOW - 2_011);
  }

  @Test
  void isUnknownUntilAllPartitionsAreInSomebodysHands() {
    time.learnt(ends(NOW, 2, Map.of()));
    assertThat(time.at(NOW)).isEqualTo(UNKNOWN);
    own(P1);
    time.assigned(1);
    time.learnt(ends(NOW, 2, Map.of(P1, 0L)));
    assertThat(time.incomplete()).isTrue();
    assertThat(time.at(NOW)).isEqualTo(UNKNOWN);
    time.assigned(2);
    assertThat(time.incomplete()).isFalse();
    assertThat(time.at(NOW)).isEqualTo(NOW - 2_001);
  }

  @Test
  void aNewPartitionStopsTimeUntilItIsReadToItsEnd() {
    own(P0);
    time.assigned(1);
    time.learnt(ends(NOW, 1, Map.of(P0, 0L)));
    assertThat(time.at(NOW)).isEqualTo(NOW - 2_001);

    time.learnt(ends(NOW + 250, 2, Map.of(P0, 0L)));
    assertThat(time.at(NOW + 250)).as("it is nobody's").isEqualTo(UNKNOWN);
    own(P1);
    time.assigned(2);
    assertThat(time.at(NOW + 250)).as("its end is not known").isEqualTo(UNKNOWN);
    time.learnt(ends(NOW + 500, 2, Map.of(P0, 0L, P1, 1L)));
    assertThat(time.at(NOW + 500)).as("it is not read").isEqualTo(UNKNOWN);
    time.of(P1).read(0, NOW + 100, NOW + 200);
    assertThat(time.at(NOW + 500)).isEqualTo(NOW - 1_501);
  }

  @Test
  void afterARestoreThePositionIsKeptAndTimeIsNot() {
    time.own(P0, 7);
    time.assigned(1);
    time.learnt(ends(NOW, 1, Map.of(P0, 8L)));
    assertThat(time.at(NOW)).isEqualTo(UNKNOWN);
    assertThat(time.positions()).isEqualTo(Map.of(P0, 7L));
    time.learnt(ends(NOW + 250, 1, Map.of(P0, 7L)));
    assertThat(time.at(NOW + 250)).isEqualTo(NOW - 1_751);
  }

  @Test
  void aPartitionThatWasAskedAboutInVainWasAwayAndOneThatWasNotAskedAboutWasNot() {
    own(P0, P1);
    time.assigned(2);
    time.learnt(new Ends(NOW, 2, Map.of(P0, 0L), Set.of()));
    time.learnt(ends(NOW + 250, 2, Map.of(P0, 0L, P1, 0L)));
    assertThat(time.at(NOW + 250)).isEqualTo(NOW - 1_751);

    time.learnt(new Ends(NOW + 500, 2, Map.of(P0, 0L), Set.of(P1)));
    time.learnt(ends(NOW + 750, 2, Map.of(P0, 0L, P1, 0L)));
    assertThat(time.at(NOW + 750)).as("P1 settles").isEqualTo(NOW - 1_751);
  }

  private static Ends ends(long askedAt, int partitions, Map<TopicPartition, Long> offsets) {
    return new Ends(askedAt, partitions, offsets, Set.of());
  }

  /** Read from the beginning. */
  private void own(TopicPartition... partitions) {
    for (TopicPartition each : partitions) {
      time.own(each, -2);
    }
  }
}
