package io.aftercare.launcher.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aftercare.contract.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RhythmTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void the_week_has_mean_one() {
    double sum = 0;
    for (int hour = 0; hour < 168; hour++) {
      sum += Rhythm.ofHour(hour);
    }
    assertThat(sum / 168).isCloseTo(1, within(1e-9));
  }

  @Test
  void tickets_follow_the_local_day_and_week_and_the_asked_rate() {
    int[] weekday = new int[24];
    int[] byDay = new int[8];
    int[] all = new int[1];
    SimulatedStories.playTickets(
        SimulatedStories.settings(21).withNoise(0, 0).withBurstEvery(Duration.ofDays(36_500)),
        Duration.ofDays(7),
        event -> {
          if (event.getEventType() == TicketEventType.CREATED) {
            all[0]++;
            if ("coast".equals(event.getRegion())) {
              LocalDateTime local = LocalDateTime.ofInstant(event.getOccurredAt(), NEW_YORK);
              byDay[local.getDayOfWeek().getValue()]++;
              weekday[local.getHour()] += local.getDayOfWeek().getValue() < 6 ? 1 : 0;
            }
          }
        });
    assertThat(all[0]).isBetween(7 * 24 * 380, 7 * 24 * 420);
    assertThat((double) weekday[10] / Math.max(1, weekday[3])).isBetween(12.0, 60.0);
    assertThat(weekday[13]).isLessThan(weekday[10] * 8 / 10).isLessThan(weekday[15]);
    assertThat(byDay[6]).isLessThan(byDay[3] * 8 / 10);
    assertThat(byDay[7]).isLessThan(byDay[3] * 6 / 10);
  }

  @Test
  void the_local_clock_turns_with_summer_time() {
    LocalClock clock = new LocalClock(NEW_YORK);
    assertThat(clock.hourOfDay(Instant.parse("2026-03-08T06:59:59Z").toEpochMilli())).isEqualTo(1);
    assertThat(clock.hourOfDay(Instant.parse("2026-03-08T07:00:00Z").toEpochMilli())).isEqualTo(3);
    assertThat(clock.hourOfDay(Instant.parse("2026-03-08T06:00:00Z").toEpochMilli())).isEqualTo(1);
  }

  @Test
  void the_week_begins_on_monday() {
    LocalClock clock = new LocalClock(ZoneOffset.UTC);
    assertThat(clock.weekHour(Instant.parse("2026-03-02T00:00:00Z").toEpochMilli())).isZero();
    assertThat(clock.weekHour(Instant.parse("2026-03-08T23:59:59Z").toEpochMilli())).isEqualTo(167);
  }
}
