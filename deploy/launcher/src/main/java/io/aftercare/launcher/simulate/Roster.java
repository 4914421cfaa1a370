package io.aftercare.launcher.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * Who of a region's agents works when: three shifts, of each as many as the hour's plan asks for,
 * another part of them every day. A day's absences lower the plan by up to 10 %.
 */
final class Roster {
  private static final int SHIFTS = 3;

  private final LocalClock clock;
  private final int[] plan;
  private final long seed;
  private final int shiftSize;
  private final List<Agent> people = new ArrayList<>();

  Roster(LocalClock clock, int[] plan, long seed) {
    this.clock = clock;
    this.plan = plan;
    this.seed = seed;
    int most = 0;
    for (int planned : plan) {
      most = Math.max(most, planned);
    }
    this.shiftSize = most;
    for (int i = 0; i < SHIFTS * most; i++) {
      people.add(new Agent(StableHash.ref('a', StableHash.mix(seed, i))));
    }
  }

  /** All of them, whether they work now or not. */
  List<Agent> people() {
    return people;
  }

  /** Puts those on duty whose hour it is, and nobody else. */
  void call(long nowMillis) {
    int planned = plan[clock.weekHour(nowMillis)];
    long day = clock.day(nowMillis);
    double absent = 0.10 * StableHash.unit(seed, -1 - day);
    int wanted = Math.max(1, (int) StrictMath.rint(planned * (1 - absent)));
    int shift = clock.hourOfDay(nowMillis) * SHIFTS / 24;
    people.forEach(agent -> agent.onDuty = false);
    for (int i = 0; i < wanted; i++) {
      int place = (int) Math.floorMod(day * 3 + i, (long) shiftSize);
      people.get(shift * shiftSize + place).onDuty = true;
    }
  }

  /** Nobody works any more. */
  void dismiss() {
    people.forEach(agent -> agent.onDuty = false);
  }
}
