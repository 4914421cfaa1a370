package io.aftercare.domain.expectation;

import static io.aftercare.domain.expectation.Places.BERLIN;
import static io.aftercare.domain.expectation.Places.HOUR;
import static io.aftercare.domain.expectation.Places.KOLKATA;
import static io.aftercare.domain.expectation.Places.PLAIN;
import static io.aftercare.domain.expectation.Places.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionClockTest {
  private static final int WEEKEND = 0b110_0000;
  private static final int SUNDAY = 0b100_0000;

  private final RegionClock clock = new RegionClock(Places.RULES);

  /** Slots by hand: days since Monday x 24 + local hour; 168 + local hour on closed days. */
  @ParameterizedTest
  @CsvSource({
    "plain, 2026-01-05T00:00:00Z, 0",
    "plain, 2026-01-11T23:59:59Z, 167",
    "nowhere, 2026-01-05T13:00:00Z, 13",
    "berlin, 2026-01-04T23:00:00Z, 0",
    "berlin, 2026-04-30T21:59:59Z, 95", // Thursday 23:59 local
    "berlin, 2026-04-30T22:00:00Z, 168", // the holiday begins
    "berlin, 2026-05-01T21:59:59Z, 191",
    "berlin, 2026-05-02T10:00:00Z, 132", // a holiday on a Saturday, which is closed anyway
    "berlin, 2026-05-04T10:00:00Z, 180", // a Monday that is closed for once
    "kolkata, 2026-01-05T03:29:00Z, 8",
    "kolkata, 2026-01-05T03:30:00Z, 9"
  })
  void anInstantHasItsHourOfTheWeek(String region, String instant, int slot) {
    assertThat(clock.at(region, at(instant)).slot()).isEqualTo(slot);
  }

  @Test
  void theDaysOfRestAreThoseOnWhichTheCalendarNeverOpens() {
    long now = at("2026-01-05T12:00:00Z");
    assertThat(clock.at(BERLIN, now).restDays()).isEqualTo(WEEKEND);
    assertThat(clock.at(PLAIN, now).restDays()).isEqualTo(WEEKEND);
    assertThat(clock.at(KOLKATA, now).restDays()).isEqualTo(SUNDAY);
  }

  @Test
  void theHourThatComesTwiceIsOneHourOfTheWeekAndOnlyItsFirstIsLearntOf() {
    WeekHour first = clock.at(BERLIN, at("2026-10-25T00:00:00Z")); // 02:00 summer time
    WeekHour again = clock.at(BERLIN, at("2026-10-25T01:00:00Z")); // 02:00 winter time
    assertThat(first.slot()).isEqualTo(146).isEqualTo(again.slot());
    assertThat(first.whole()).isTrue();
    assertThat(again.whole()).isFalse();
    assertThat(clock.at(BERLIN, at("2026-10-25T02:00:00Z")).slot()).isEqualTo(147);
  }

  @Test
  void theHourThatIsLeftOutHasNoInstant() {
    assertThat(clock.at(BERLIN, at("2026-03-29T00:59:59Z")).slot()).isEqualTo(145);
    assertThat(clock.at(BERLIN, at("2026-03-29T01:00:00Z")).slot()).isEqualTo(147);
  }

  /** Lord Howe Island sets its clocks back by half an hour. */
  @Test
  void whereClocksChangeByHalfAnHourTimeStillGoesOn() {
    Rulebook rules =
        Rulebook.of(
            List.of(),
            List.of(),
            List.of(new Region("howe", ZoneId.of("Australia/Lord_Howe"), "24x7")));
    RegionClock howe = new RegionClock(rules);
    for (String day : List.of("2026-04-04T10:00:00Z", "2026-10-03T10:00:00Z")) {
      for (long at = at(day); at < at(day) + 12 * HOUR; at += HOUR / 12) {
        assertThat(howe.endOf("howe", at)).isGreaterThan(at).isLessThanOrEqualTo(at + HOUR);
      }
    }
    long start = at("2026-04-04T14:00:00Z"); // 01:00 until 02:00, then 01:30 again
    var half = new HourOfRegion("howe", start + HOUR, start + 3 * HOUR / 2, 1, 1, 1, 1, 1, 1);
    assertThat(howe.of(half).whole()).isFalse();
    assertThat(howe.of(half).share()).isEqualTo(0.5);
  }
}
