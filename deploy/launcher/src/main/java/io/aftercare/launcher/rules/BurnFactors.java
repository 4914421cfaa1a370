package io.aftercare.launcher.rules;

import java.util.EnumMap;
import java.util.Map;

/** The burn factors to alert at: computed per objective, or given by a person for all of them. */
record BurnFactors(Map<BurnWindow, Double> given) {

  /** Those of the formula. */
  static BurnFactors computed() {
    return new BurnFactors(new EnumMap<>(BurnWindow.class));
  }

  /** This one instead of the computed. */
  BurnFactors with(BurnWindow window, double factor) {
    Map<BurnWindow, Double> more = new EnumMap<>(BurnWindow.class);
    more.putAll(given);
    more.put(window, factor);
    return new BurnFactors(more);
  }

  /** What an objective is alerted at. */
  BurnRate rate(BurnWindow window, double objective) {
    Double factor = given.get(window);
    return factor == null ? BurnRate.of(window, objective) : new BurnRate(objective, factor);
  }
}
