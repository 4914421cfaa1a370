package io.aftercare.flow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.expectation.Figure;
import io.aftercare.domain.expectation.HourOfRegion;
import io.aftercare.domain.expectation.RegionUsual;
import io.aftercare.domain.expectation.UsualWeek;
import io.aftercare.domain.expectation.WeekHour;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is usual of a region comes back to the bit, and takes little room. */
class RegionUsualWireTest {
  private static final long HOUR = 3_600_000;

  /** Hours of so many weeks, some figures missing. */
  private static RegionUsual learnt(int hours) {
    SplittableRandom random = new SplittableRandom(hours);
    RegionUsual region = RegionUsual.nothing();
    for (int i = 0; i < hours; i++) {
      long start = i * HOUR;
      long median = random.nextInt(4) == 0 ? -1 : random.nextLong(900_000);
      region.learn(
          new HourOfRegion(
              "r",
              start,
              start + HOUR,
              random.nextLong(300),
              random.nextLong(300),
              random.nextLong(2000),
              median,
              median < 0 ? -1 : median * 40,
              random.nextLong(9000)),
          new WeekHour(i % UsualWeek.SLOTS, 0, true, 1));
    }
    return region;
  }

  @Test
  void whateverWasLearntComesBack() {
    for (int hours : new int[] {0, 1, 3, 100, 700, 2000}) {
      RegionUsual before = learnt(hours);
      RegionUsual after = Bytes.thereAndBack(WireType.REGION_USUAL, before);
      assertThat(after.learntUntil()).isEqualTo(before.learntUntil());
      assertThat(after.recent()).isEqualTo(before.recent());
      for (Figure figure : Figure.values()) {
        for (int slot = 0; slot < UsualWeek.SLOTS; slot++) {
          UsualWeek was = before.week(figure);
          UsualWeek is = after.week(figure);
          assertThat(is.seen(slot)).isEqualTo(was.seen(slot));
          assertThat(is.usual(slot)).isEqualTo(was.usual(slot));
          for (int i = 0; i < is.seen(slot); i++) {
            assertThat(is.first(slot, i)).isEqualTo(was.first(slot, i));
          }
        }
      }
    }
  }

  @Test
  void aRegionTakesTheSameRoomAfterTenYearsAsAfterAFew() {
    int few = Bytes.of(WireType.REGION_USUAL, learnt(8 * UsualWeek.SLOTS)).length;
    int many = Bytes.of(WireType.REGION_USUAL, learnt(400 * UsualWeek.SLOTS)).length;
    assertThat(many).isLessThan(25_000).isCloseTo(few, org.assertj.core.data.Offset.offset(2_500));
  }

  /** Two hours, of which the second has no medians; what stands here was looked at by hand. */
  @Test
  void theBytesOfVersion1AreReadForEver() {
    RegionUsual region = RegionUsual.nothing();
    region.learn(new HourOfRegion("r", 0, HOUR, 1, 2, 3, 4, 5, 6), new WeekHour(3, 0, true, 1));
    region.learn(
        new HourOfRegion("r", HOUR, 2 * HOUR, 7, 8, 9, -1, -1, 10), new WeekHour(4, 0, true, 1));
    String bytes =
        "3e80f4ee0602060a0619fc03fc0301820e820e0019020201820182010019820482040182118211001982028202"
            + "0019820a820a001982068206018209820900";
    assertThat(HexFormat.of().formatHex(Bytes.of(WireType.REGION_USUAL, region))).isEqualTo(bytes);
    RegionUsual read = Bytes.read(WireType.REGION_USUAL, HexFormat.of().parseHex(bytes));
    assertThat(read.week(Figure.EVENTS).usual(4)).isEqualTo(10);
    assertThat(read.week(Figure.RESOLUTION).seen(4)).isZero();
  }
}
