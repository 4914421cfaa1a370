package io.aftercare.io.kafka.live;

import static io.aftercare.io.kafka.live.PartitionTime.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rule of one partition, with out-of-orderness 2 s and grace 3 s. Instants are ms; a watermark
 * of an instant says that nothing at or before it is to come, hence the 1 ms.
 */
class PartitionTimeTest {
  private static final TimeRule RULE = new TimeRule(2_000, 3_000);
  private static final long NOW = 1_000_000;
  private static final long START = 100;

  interface Step {
    void on(PartitionTime time);
  }

  /** What happens to a partition that is to be read from offset 100, and its time at NOW. */
  record Case(String law, List<Step> steps, long time) {
    @Override
    public String toString() {
      return law;
    }
  }

  private static Case of(String law, long time, Step... steps) {
    return new Case(law, List.of(steps), time);
  }

  private static Step event(long offset, long occurredAt) {
    return time -> time.read(offset, occurredAt, Math.max(occurredAt, NOW - 400));
  }

  private static Step event(long offset, long occurredAt, long arrivedAt) {
    return time -> time.read(offset, occurredAt, arrivedAt);
  }

  private static Step rejected(long offset) {
    return time -> time.read(offset);
  }

  private static Step end(long askedAt, long offset) {
    return time -> time.learnt(askedAt, offset);
  }

  /** Steps of which the order does not matter. */
  static List<Case> anyOrder() {
    return List.of(
        of("nothing is known of what nobody asked about", UNKNOWN),
        of("an end ahead of the position tells nothing", UNKNOWN, end(NOW - 10, 101)),
        of("an empty partition follows the clock", NOW - 3_011, end(NOW - 10, 100)),
        of("what expired before it was read is read", NOW - 3_011, end(NOW - 10, 40)),
        of(
            "read to its end it follows the clock, before asking, less the grace",
            NOW - 3_011,
            event(100, NOW - 60_000),
            end(NOW - 10, 101)),
        of(
            "a rejected record is read and has no say",
            NOW - 3_011,
            rejected(100),
            end(NOW - 10, 101)),
        of(
            "with a record unread it is never ahead of its records",
            NOW - 62_001,
            event(100, NOW - 60_000),
            end(NOW - 10, 102)),
        of(
            "it follows its records when nobody tells the end",
            NOW - 62_001,
            event(100, NOW - 60_000)),
        of(
            "the newest record counts, not the last",
            NOW - 52_001,
            event(100, NOW - 50_000),
            event(101, NOW - 90_000),
            end(NOW - 10, 103)),
        of(
            "an event from the future counts from its arrival",
            NOW - 42_001,
            event(100, NOW + 200_000, NOW - 40_000),
            end(NOW - 10, 102)),
        of(
            "and takes time no further than the clock less the grace",
            NOW - 3_001,
            event(100, NOW + 240_000, NOW + 240_000),
            end(NOW - 10, 102)),
        of(
            "a position beyond the end that was told has read to it",
            NOW - 3_011,
            event(100, NOW - 60_000),
            event(101, NOW - 60_000),
            end(NOW - 10, 101)));
  }

  @ParameterizedTest
  @MethodSource("anyOrder")
  void tellsTheTime(Case each) {
    PartitionTime time = new PartitionTime(RULE, START);
    each.steps().forEach(step -> step.on(time));
    assertThat(time.at(NOW)).isEqualTo(each.time());
  }

  @ParameterizedTest
  @MethodSource("anyOrder")
  void tellsTheSameWhenTheEndWasLearntFirst(Case each) {
    PartitionTime time = new PartitionTime(RULE, START);
    if (!each.steps().isEmpty()) {
      int last = each.steps().size() - 1;
      each.steps().get(last).on(time);
      each.steps().subList(0, last).forEach(step -> step.on(time));
    }
    assertThat(time.at(NOW)).isEqualTo(each.time());
  }

  @Test
  void neverGoesBack() {
    PartitionTime time = new PartitionTime(RULE, START);
    time.learnt(NOW, 100);
    assertThat(time.at(NOW)).isEqualTo(NOW - 3_001);
    time.learnt(NOW + 250, 101);
    assertThat(time.at(NOW + 250)).as("a record is unread").isEqualTo(NOW - 3_001);
    time.read(100, NOW - 60_000, NOW + 200);
    assertThat(time.at(NOW + 250)).as("a late one").isEqualTo(NOW - 2_751);
  }

  @Test
  void standsStillWhileTheBrokerIsAwayAndUntilThingsHaveSettled() {
    PartitionTime time = new PartitionTime(RULE, START);
    time.learnt(NOW, 100);
    assertThat(time.at(NOW)).isEqualTo(NOW - 3_001);
    for (long at = NOW + 2_000; at <= NOW + 60_000; at += 2_000) {
      time.notLearnt();
      assertThat(time.at(at)).isEqualTo(NOW - 3_001);
    }
    time.learnt(NOW + 61_000, 100);
    assertThat(time.at(NOW + 61_000)).as("producers come back").isEqualTo(NOW - 3_001);
    time.read(100, NOW + 59_000, NOW + 66_000);
    time.learnt(NOW + 71_500, 101);
    assertThat(time.at(NOW + 71_500)).as("one held back came at 66 s").isEqualTo(NOW - 3_001);
    time.learnt(NOW + 76_000, 101);
    assertThat(time.at(NOW + 76_000)).as("10 s of quiet").isEqualTo(NOW + 72_999);
  }

  @Test
  void newsAfterAnOutageDoesNotDelayTheSettling() {
    PartitionTime time = new PartitionTime(RULE, START);
    time.learnt(NOW, 100);
    time.notLearnt();
    time.learnt(NOW + 10_000, 100);
    time.read(100, NOW + 15_000, NOW + 15_100);
    time.learnt(NOW + 20_000, 101);
    assertThat(time.at(NOW + 20_000)).isEqualTo(NOW + 16_999);
  }

  @Test
  void aSourceThatBackDatesForEverStopsTimeForAMinute() {
    PartitionTime time = new PartitionTime(RULE, START);
    time.learnt(NOW, 100);
    time.notLearnt();
    long recovered = NOW + 10_000;
    for (int second = 0; second < 60; second++) {
      time.read(100 + second, NOW + 5_000, recovered + second * 1_000L);
      time.learnt(recovered + second * 1_000L, 101 + second);
      assertThat(time.at(recovered + second * 1_000L)).isEqualTo(UNKNOWN);
    }
    time.learnt(recovered + 60_000, 160);
    assertThat(time.at(recovered + 60_000)).isEqualTo(recovered + 56_999);
  }

  @Test
  void aSecondOutageBeforeThingsHaveSettledProlongsTheFirst() {
    PartitionTime time = new PartitionTime(RULE, START);
    time.learnt(NOW, 100);
    time.notLearnt();
    time.learnt(NOW + 5_000, 100);
    time.notLearnt();
    time.learnt(NOW + 12_000, 100);
    assertThat(time.at(NOW + 16_000)).isEqualTo(UNKNOWN);
    time.learnt(NOW + 22_000, 100);
    assertThat(time.at(NOW + 22_000)).isEqualTo(NOW + 18_999);
  }

  @Test
  void aBrokerThatWasNeverReachedIsAnOutageToo() {
    PartitionTime time = new PartitionTime(RULE, START);
    time.notLearnt();
    time.learnt(NOW, 100);
    assertThat(time.at(NOW)).isEqualTo(UNKNOWN);
    time.learnt(NOW + 10_000, 100);
    assertThat(time.at(NOW + 10_000)).isEqualTo(NOW + 6_999);
  }
}
