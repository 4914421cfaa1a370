package io.aftercare.launcher.simulate;

/**
 * How demand breathes over a local week: night trough, morning peak, lunch dip, quieter weekends.
 * Weights have mean 1 over the week, so rate x weight keeps the weekly mean. The shape follows the
 * published profiles of service centres (Brown et al. 2005; Avramidis et al. 2004).
 */
final class Rhythm {
  private static final double[] HOURS = {
    0.16, 0.10, 0.08, 0.07, 0.09, 0.18, 0.45, 0.95, 1.55, 2.00, 2.10, 1.85, //
    1.35, 1.30, 1.60, 1.70, 1.55, 1.35, 1.15, 1.00, 0.85, 0.65, 0.42, 0.26
  };
  private static final double[] DAYS = {1.15, 1.05, 1.00, 1.00, 0.98, 0.62, 0.45};
  private static final int WEEK = HOURS.length * DAYS.length;
  private static final double[] WEIGHTS = weights();

  private Rhythm() {}

  private static double[] weights() {
    double[] weights = new double[WEEK];
    double sum = 0;
    for (int h = 0; h < WEEK; h++) {
      weights[h] = HOURS[h % 24] * DAYS[h / 24];
      sum += weights[h];
    }
    for (int h = 0; h < WEEK; h++) {
      weights[h] *= WEEK / sum;
    }
    return weights;
  }

  /** Mean weight of an hour of the week. */
  static double ofHour(int weekHour) {
    return WEIGHTS[weekHour];
  }

  /** Weight at an instant of the week: straight lines between the middles of the hours. */
  static double at(long weekMillis) {
    double x = (double) weekMillis / LocalClock.HOUR + WEEK - 0.5;
    int left = (int) x;
    double part = x - left;
    return WEIGHTS[left % WEEK] * (1 - part) + WEIGHTS[(left + 1) % WEEK] * part;
  }

  /** The highest weight of the week. */
  static double peak() {
    double peak = 0;
    for (double weight : WEIGHTS) {
      peak = Math.max(peak, weight);
    }
    return peak;
  }
}
