package io.aftercare.launcher.replay.report;

import java.util.Arrays;

/**
 * Exact quantiles of durations by nearest rank: the q-quantile of n values is the {@code
 * ceil(q*n)}-th smallest.
 */
final class Quantiles {
  private long[] values = new long[8];
  private int count;
  private boolean sorted;

  void add(long millis) {
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
    }
    values[count++] = millis;
    sorted = false;
  }

  int count() {
    return count;
  }

  /** The quantile in seconds as text; empty without values. {@code percent} in (0, 100]. */
  String seconds(int percent) {
    if (count == 0) {
      return "";
    }
    if (!sorted) {
      Arrays.sort(values, 0, count);
      sorted = true;
    }
    long rank = ((long) count * percent + 99) / 100;
    return Times.seconds(values[(int) rank - 1]);
  }
}
