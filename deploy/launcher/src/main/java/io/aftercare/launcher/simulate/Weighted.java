package io.aftercare.launcher.simulate;

import java.util.List;

/** A fixed choice with shares, which need not add up to 1. */
final class Weighted<T> {
  private final List<T> values;
  private final double[] cumulative;

  private Weighted(List<T> values, double[] cumulative) {
    this.values = values;
    this.cumulative = cumulative;
  }

  static <T> Weighted<T> of(List<T> values, double... shares) {
    if (values.size() != shares.length) {
      throw new IllegalArgumentException(values + " has " + shares.length + " shares");
    }
    double[] cumulative = new double[shares.length];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i];
      cumulative[i] = sum;
    }
    return new Weighted<>(List.copyOf(values), cumulative);
  }

  /** The first values are the most frequent: shares fall as 1, 1/2, 1/3 (Zipf). */
  static <T> Weighted<T> falling(List<T> values) {
    double[] shares = new double[values.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = 1.0 / (i + 1);
    }
    return of(values, shares);
  }

  T draw(Dice dice) {
    double at = dice.unit() * cumulative[cumulative.length - 1];
    int i = 0;
    while (i < cumulative.length - 1 && at >= cumulative[i]) {
      i++;
    }
    return values.get(i);
  }
}
