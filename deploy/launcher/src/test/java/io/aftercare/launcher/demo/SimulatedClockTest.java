package io.aftercare.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One hour behind and 60 times as fast: 3600 s are made up in 3600 / 59 = 61.017 s. */
class SimulatedClockTest {
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
  private static final Instant WALL = Instant.parse("2026-01-01T10:00:00Z");
  private static final SimulatedClock CLOCK = new SimulatedClock(START, WALL, 60);

  @ParameterizedTest
  @CsvSource({
    "10:00:00, 09:00:00",
    "10:00:01, 09:01:00",
    "10:01:00, 10:00:00",
    "10:01:01, 10:01:00",
    "10:01:02, 10:01:02",
    "12:00:00, 12:00:00"
  })
  void runsFastUntilItMeetsTheWallClockAndThenWithIt(String wall, String simulated) {
    assertThat(CLOCK.at(today(wall))).isEqualTo(today(simulated));
  }

  @ParameterizedTest
  @CsvSource({
    "08:00:00, 10:00:00",
    "09:00:00, 10:00:00",
    "09:01:00, 10:00:01",
    "10:01:00, 10:01:01",
    "10:01:02, 10:01:02",
    "12:00:00, 12:00:00"
  })
  void tellsWhenItWillShowAnInstant(String simulated, String wall) {
    assertThat(CLOCK.wallClockAt(today(simulated))).isEqualTo(today(wall));
  }

  @Test
  void aSlowClockFallsBehindForEver() {
    SimulatedClock slow = new SimulatedClock(START, WALL, 0.5);
    assertThat(slow.at(WALL.plusSeconds(60))).isEqualTo(START.plusSeconds(30));
    assertThat(slow.wallClockAt(START.plusSeconds(30))).isEqualTo(WALL.plusSeconds(60));
  }

  @Test
  void cannotStartInTheFutureNorStandStill() {
    assertThatThrownBy(() -> new SimulatedClock(WALL.plusMillis(1), WALL, 60))
        .hasMessageContaining("is after");
    assertThatThrownBy(() -> new SimulatedClock(START, WALL, 0)).hasMessageContaining("above 0");
  }

  private static Instant today(String time) {
    return Instant.parse("2026-01-01T" + time + "Z");
  }
}
