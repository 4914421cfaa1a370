package io.aftercare.domain.expectation;

import static io.aftercare.domain.expectation.Places.HOUR;
import static io.aftercare.domain.expectation.Places.MONDAY;
import static io.aftercare.domain.expectation.Places.PLAIN;
import static io.aftercare.domain.expectation.Places.hour;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceTest {
  private static final long MINUTE = 60_000;

  private final RegionClock clock = new RegionClock(Places.RULES);

  private static long limit(long event, LongToDoubleFunction perHour) {
    return Silence.limit(
        event,
        new Silence.Expectation() {
          @Override
          public double eventsPerHour(long instant) {
            return perHour.applyAsDouble(instant);
          }

          @Override
          public long endOfHour(long instant) {
            return Math.floorDiv(instant, HOUR) * HOUR + HOUR;
          }
        });
  }

  /** By hand: 9.210340 / events per hour, in whole seconds upwards. */
  @ParameterizedTest
  @CsvSource({
    "3600, 120", // 9.2 s, but at least 2 min
    "276, 121", // 120.13 s
    "100, 332", // 331.57 s
    "10, 3316", // 3,315.72 s, over the hour's edge
    "2, 16579", // 4.6 h
    "1, 21600" // 9.2 h, but at most 6 h
  })
  void atASteadyRateItIsTheLogarithmOfTheChanceByTheRate(double perHour, long seconds) {
    assertThat(limit(MONDAY + 7 * MINUTE, t -> perHour)).isEqualTo(seconds * 1000);
  }

  @Test
  void aNightInWhichNobodyWritesIsNoSilenceInTheMorning() {
    LongToDoubleFunction shop = t -> (t - MONDAY) / HOUR % 24 >= 8 ? 100 : 0;
    // From 23:58: 2 min at 100 an hour are 3.333 events, the missing 5.877 take 211.57 s from 8:00.
    long event = MONDAY + 24 * HOUR - 2 * MINUTE;
    assertThat(limit(event, shop)).isEqualTo(2 * MINUTE + 8 * HOUR + 212_000);
    assertThat(limit(MONDAY + 12 * HOUR, shop)).isEqualTo(332_000);
  }

  @Test
  void theSixHoursAreOfTimeInWhichItSpeaks() {
    LongToDoubleFunction quiet = t -> (t - MONDAY) / HOUR % 24 >= 8 ? 1.2 : 0;
    assertThat(limit(MONDAY + 20 * HOUR, quiet)).isEqualTo(14 * HOUR); // 4 h, the night, 2 h
  }

  @Test
  void whatHardlySpeaksInAWeekIsNeverSilent() {
    assertThat(limit(MONDAY, t -> 0.01)).isEqualTo(Silence.NO_LIMIT);
    assertThat(limit(MONDAY, t -> -1)).isEqualTo(Silence.NO_LIMIT);
  }

  @Test
  void chanceAloneIsTakenForSilenceOnceInTenThousandTimes() {
    SplittableRandom random = new SplittableRandom(3);
    double limit = limit(MONDAY, t -> 20) / (double) HOUR;
    int silent = 0;
    for (int i = 0; i < 2_000_000; i++) {
      silent += -Math.log(1 - random.nextDouble()) / 20 > limit ? 1 : 0;
    }
    assertThat(silent).isBetween(150, 250); // 200 +- 3.5 x 14
  }

  @Test
  void beforeAnythingIsUsualTheMeanOfTheLastHoursSpeaks() {
    RegionUsual region = RegionUsual.nothing();
    LastEvent event = new LastEvent(PLAIN, MONDAY + 10 * HOUR);
    assertThat(region.silenceLimit(event, clock)).isEmpty();

    for (int i = 5; i < 10; i++) {
      HourOfRegion each = hour(PLAIN, MONDAY + i * HOUR, i < 7 ? 10_000 : 10 * i);
      region.learn(each, clock.of(each));
    }
    // The last three had 70, 80 and 90: 9.210340 / 80 h are 414.47 s.
    assertThat(region.silenceLimit(event, clock)).isEqualTo(OptionalLong.of(415_000));
  }

  @Test
  void onceADayWasSeenItSpeaksForTheNext() {
    RegionUsual region = RegionUsual.nothing();
    for (int i = 0; i < 24; i++) {
      HourOfRegion each = hour(PLAIN, MONDAY + i * HOUR, i < 8 ? 0 : 100);
      region.learn(each, clock.of(each));
    }
    LastEvent noon = new LastEvent(PLAIN, MONDAY + 36 * HOUR);
    assertThat(region.silenceLimit(noon, clock)).isEqualTo(OptionalLong.of(332_000));
  }
}
