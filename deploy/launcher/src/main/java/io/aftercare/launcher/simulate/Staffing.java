package io.aftercare.launcher.simulate;

import java.util.function.IntToDoubleFunction;

/** How many people a planner puts on each hour of the local week. */
final class Staffing {
  private static final int WEEK = 168;

  /** Margin for days busier than planned and for absences, which no square root covers. */
  private static final double MARGIN = 1.12;

  private Staffing() {}

  /**
   * Fewest agents that answer a share of contacts within a threshold, in an M/M/n queue (Erlang C,
   * 1917): SL = 1 - C(n, a) exp(-(n - a) T / AHT), a = offered load in erlangs.
   */
  static int[] forServiceLevel(
      IntToDoubleFunction contactsPerHour,
      double handleSeconds,
      double withinSeconds,
      double goal) {
    return plan(
        hour -> {
          double load = contactsPerHour.applyAsDouble(hour) * handleSeconds / 3600;
          int agents = (int) (load * MARGIN) + 1;
          while (serviceLevel(agents, load, handleSeconds, withinSeconds) < goal) {
            agents++;
          }
          return agents;
        });
  }

  /** Square-root safety staffing (Halfin and Whitt 1981): load + beta sqrt(load), rounded up. */
  static int[] forLoad(IntToDoubleFunction erlangs, double beta) {
    return plan(
        hour -> {
          double load = erlangs.applyAsDouble(hour);
          double safe = Math.max(load * MARGIN, load + beta * StrictMath.sqrt(load));
          return Math.max(1, StrictMath.ceil(safe));
        });
  }

  static double serviceLevel(int agents, double load, double handleSeconds, double withinSeconds) {
    double tail = StrictMath.exp(-(agents - load) * withinSeconds / handleSeconds);
    return 1 - erlangC(agents, load) * tail;
  }

  /** Probability that a contact has to wait; from the Erlang B recursion. */
  static double erlangC(int agents, double load) {
    double blocked = 1;
    for (int n = 1; n <= agents; n++) {
      blocked = load * blocked / (n + load * blocked);
    }
    return blocked / (1 - load / agents * (1 - blocked));
  }

  private static int[] plan(IntToDoubleFunction agents) {
    int[] plan = new int[WEEK];
    for (int hour = 0; hour < WEEK; hour++) {
      plan[hour] = (int) agents.applyAsDouble(hour);
    }
    return plan;
  }
}
