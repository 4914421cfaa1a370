package io.aftercare.domain.calendar;

import java.util.Arrays;

/** Collects open stretches in order of their beginning: cuts them to a range and joins them. */
final class Stretches {
  private final long from;
  private final long until;
  private long[] opens = new long[512];
  private long[] closes = new long[512];
  private int count;

  Stretches(long from, long until) {
    this.from = from;
    this.until = until;
  }

  void add(long open, long close) {
    long first = Math.max(open, from);
    long last = Math.min(close, until);
    if (last <= first) {
      return;
    }
    if (count > 0 && first <= closes[count - 1]) {
      closes[count - 1] = Math.max(closes[count - 1], last);
      return;
    }
    if (count == opens.length) {
      opens = Arrays.copyOf(opens, 2 * count);
      closes = Arrays.copyOf(closes, 2 * count);
    }
    opens[count] = first;
    closes[count++] = last;
  }

  long[] opens() {
    return Arrays.copyOf(opens, count);
  }

  /** The open time before each stretch and, last, all of it. */
  long[] before() {
    long[] before = new long[count + 1];
    for (int i = 0; i < count; i++) {
      before[i + 1] = before[i] + (closes[i] - opens[i]);
    }
    return before;
  }
}
