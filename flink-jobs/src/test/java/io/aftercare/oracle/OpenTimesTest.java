package io.aftercare.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.calendar.ServiceCalendar;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.oracle.OpenTimes.Stretch;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The calendars' arithmetic against openings found minute by minute on the wall clock. */
class OpenTimesTest {
  private static final int WORLDS = 60;

  private interface Law {
    void holds(ServiceCalendar calendar, OpenTimes open, World world, SplittableRandom random);
  }

  @Test
  void openTimeIsWhatTheWallClockShows() {
    forAll(
        (calendar, open, world, random) -> {
          long from = world.base() - 10 * World.DAY;
          long until = world.base() + 40 * World.DAY;
          List<Stretch> stretches = open.between(from, until);
          for (Stretch stretch : stretches) {
            if (stretch.from() > from && stretch.until() < until) {
              assertThat(calendar.isOpen(stretch.from() - 1)).isFalse();
              assertThat(calendar.isOpen(stretch.from())).isTrue();
              assertThat(calendar.nextChange(stretch.from())).isEqualTo(stretch.until());
              assertThat(calendar.isOpen(stretch.until())).isFalse();
            }
          }
          assertThat(calendar.elapsed(from, until)).isEqualTo(open.elapsed(from, until));
        });
  }

  @Test
  void elapsedTimeAddsUp() {
    forAll(
        (calendar, open, world, random) -> {
          long a = instant(world, random);
          long b = a + random.nextLong(9 * World.DAY);
          long c = b + random.nextLong(9 * World.DAY);
          assertThat(calendar.elapsed(a, c))
              .isEqualTo(calendar.elapsed(a, b) + calendar.elapsed(b, c))
              .isEqualTo(open.elapsed(a, c));
        });
  }

  @Test
  void whatWasAddedHasElapsedAndNotAMillisecondEarlier() {
    forAll(
        (calendar, open, world, random) -> {
          long a = instant(world, random);
          long span =
              random.nextBoolean()
                  ? random.nextLong(40 * World.HOUR)
                  : random.nextInt(160) * 15L * World.MINUTE;
          long due = calendar.add(a, span);
          assertThat(due).isEqualTo(open.whenPassed(a, span));
          assertThat(calendar.elapsed(a, due)).isEqualTo(span);
          if (due > a) {
            assertThat(calendar.elapsed(a, due - 1)).isEqualTo(span - 1);
          }
        });
  }

  private static void forAll(Law law) {
    for (int seed = 2000; seed < 2000 + WORLDS; seed++) {
      World world = World.of(seed);
      SplittableRandom random = new SplittableRandom(seed);
      for (CalendarVersion version : world.rules().calendars()) {
        if (version.calendar() instanceof BusinessCalendar calendar) {
          long from = World.from(world.base());
          long until = World.until(world.base());
          Minutes wall = Walls.of(calendar.hours().zone(), from, until);
          OpenTimes open = Walls.open(calendar.hours(), wall, from, until);
          for (int i = 0; i < 20; i++) {
            try {
              law.holds(calendar, open, world, random);
            } catch (AssertionError e) {
              throw new AssertionError("world " + seed + ": " + calendar.description(), e);
            }
          }
        }
      }
    }
  }

  private static long instant(World world, SplittableRandom random) {
    long near = world.base() + (random.nextInt(40 * 96) - 10 * 96) * 15L * World.MINUTE;
    return random.nextInt(3) == 0 ? near + random.nextInt(1_000_000) : near;
  }
}
