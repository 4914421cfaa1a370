package io.aftercare.domain.expectation;

import static io.aftercare.domain.expectation.Places.BERLIN;
import static io.aftercare.domain.expectation.Places.HOUR;
import static io.aftercare.domain.expectation.Places.MONDAY;
import static io.aftercare.domain.expectation.Places.PLAIN;
import static io.aftercare.domain.expectation.Places.at;
import static io.aftercare.domain.expectation.Places.hour;
import static io.aftercare.domain.expectation.Usual.Basis.DAYS_ALIKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionUsualTest {
  private static final int WEEK = 168;

  private final RegionClock clock = new RegionClock(Places.RULES);
  private RegionUsual region = RegionUsual.nothing();

  private void learn(HourOfRegion hour) {
    region.learn(hour, clock.of(hour));
  }

  /** Busy by day, more on Mondays, little at weekends: the hours of the week from 20 to 260. */
  private static int season(long instant) {
    int slot = (int) ((instant - MONDAY) / HOUR % WEEK);
    int hour = slot % 24;
    int day = slot / 24;
    int busy = hour >= 8 && hour < 18 ? 200 : 40;
    return (day >= 5 ? busy / 2 : busy) + (day == 0 ? 60 : 0);
  }

  private void learnSeason(long from, int hours) {
    for (int i = 0; i < hours; i++) {
      learn(hour(PLAIN, from + i * HOUR, season(from + i * HOUR)));
    }
  }

  private double usual(String where, long instant) {
    return region.usual(Figure.CREATED, clock.at(where, instant)).orElseThrow().value();
  }

  @Test
  void theSeasonOfAWeekIsLearntToTheNumber() {
    learnSeason(MONDAY, 4 * WEEK);
    for (int i = 0; i < WEEK; i++) {
      long next = MONDAY + (4 * WEEK + i) * HOUR;
      assertThat(usual(PLAIN, next)).as("hour %d", i).isEqualTo(season(next));
    }
  }

  @Test
  void afterADayTomorrowIsExpectedToBeLikeToday() {
    learnSeason(MONDAY + 24 * HOUR, 24);
    assertThat(usual(PLAIN, MONDAY + (48 + 9) * HOUR)).isEqualTo(200);
    assertThat(region.usual(Figure.CREATED, clock.at(PLAIN, MONDAY + 5 * 24 * HOUR))).isEmpty();
  }

  @Test
  void aWeekInWhichEverythingBurntMovesNoHourByMoreThanTwoPercent() {
    learnSeason(MONDAY, 6 * WEEK);
    for (int i = 0; i < WEEK; i++) {
      long start = MONDAY + (6 * WEEK + i) * HOUR;
      learn(hour(PLAIN, start, 10L * season(start)));
    }
    for (int i = 0; i < WEEK; i++) {
      long next = MONDAY + (7 * WEEK + i) * HOUR;
      assertThat(usual(PLAIN, next)).isCloseTo(season(next), within(0.0201 * season(next)));
    }
  }

  @Test
  void aHolidayIsComparedWithDaysOfRestAndTeachesItsWeekdayNothing() {
    long monday = at("2026-03-30T00:00:00+02:00");
    for (long start = monday; start < at("2026-05-09T00:00:00+02:00"); start += HOUR) {
      boolean rest = clock.at(BERLIN, start).slot() >= 5 * 24;
      learn(hour(BERLIN, start, rest ? 10 : 100));
    }
    assertThat(usual(BERLIN, at("2026-05-08T11:00:00+02:00"))).isEqualTo(100);
    assertThat(usual(BERLIN, at("2026-05-01T11:00:00+02:00"))).isEqualTo(10);
  }

  @Test
  void anHourThatComesTwiceIsLearntOnceAndTheMissingOneNotAtAll() {
    for (long start = at("2026-09-28T00:00:00+02:00");
        start < at("2026-10-26T00:00:00+01:00");
        start += HOUR) {
      learn(hour(BERLIN, start, 50));
    }
    assertThat(region.week(Figure.CREATED).seen(146)).isEqualTo(4);
    RegionUsual spring = RegionUsual.nothing();
    for (long start = at("2026-03-23T00:00:00+01:00");
        start < at("2026-03-30T00:00:00+02:00");
        start += HOUR) {
      HourOfRegion each = hour(BERLIN, start, 50);
      spring.learn(each, clock.of(each));
    }
    assertThat(spring.week(Figure.CREATED).seen(145)).isEqualTo(1);
    assertThat(spring.week(Figure.CREATED).seen(146)).isZero();
    assertThat(spring.week(Figure.CREATED).seen(147)).isEqualTo(1);
  }

  @Test
  void ofHalfAnHourHalfIsExpectedButOfABacklogAllOfIt() {
    HourOfRegion full = new HourOfRegion(PLAIN, MONDAY, MONDAY + HOUR, 80, 60, 500, 9, 9, 200);
    learn(full);
    WeekHour half = new WeekHour(0, 0b110_0000, false, 0.5);
    assertThat(region.usual(Figure.CREATED, half).orElseThrow().value()).isEqualTo(40);
    assertThat(region.usual(Figure.EVENTS, half).orElseThrow().value()).isEqualTo(100);
    assertThat(region.usual(Figure.BACKLOG, half).orElseThrow().value()).isEqualTo(500);
  }

  @Test
  void anHourWithoutAFigureTeachesNothingOfIt() {
    learn(hour(PLAIN, MONDAY, 5));
    WeekHour monday = clock.at(PLAIN, MONDAY);
    assertThat(region.usual(Figure.FIRST_RESPONSE, monday)).isEmpty();
    assertThat(region.usual(Figure.RESOLVED, monday)).hasValue(new Usual(0, DAYS_ALIKE));
  }

  @Test
  void anHourIsLearntOnceSoTheOrderOfLateCorrectionsIsOfNoMatter() {
    List<HourOfRegion> corrections = new ArrayList<>();
    for (int i = 0; i < 5 * WEEK; i++) {
      corrections.add(hour(PLAIN, MONDAY + i * HOUR, season(MONDAY) * 7 + i));
    }
    Collections.shuffle(corrections, new Random(1));
    learnSeason(MONDAY, 5 * WEEK);
    corrections.forEach(this::learn);
    for (int i = 0; i < WEEK; i++) {
      long next = MONDAY + (5 * WEEK + i) * HOUR;
      assertThat(usual(PLAIN, next)).isEqualTo(season(next));
    }
  }

  @Test
  void onlyAnOperatorMovesAnAnchor() {
    learnSeason(MONDAY, 4 * WEEK);
    region = region.forget();
    assertThat(region.usual(Figure.CREATED, clock.at(PLAIN, MONDAY))).isEmpty();
    for (int week = 4; week < 8; week++) {
      learn(hour(PLAIN, MONDAY + WEEK * HOUR * week, 500));
    }
    assertThat(usual(PLAIN, MONDAY)).isEqualTo(500);
  }
}
