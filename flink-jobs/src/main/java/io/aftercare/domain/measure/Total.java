package io.aftercare.domain.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What a series adds up to: a counter's or gauge's value, or a histogram's sum in ms with its
 * observations per bucket (not cumulative, +Inf last). Totals of one series merge by addition, in
 * any order.
 */
public record Total(long value, List<Long> buckets) {
  /** Of a {@link Measure.Kind#LEVEL}: there is none now. */
  public static final Total ABSENT = new Total(Long.MIN_VALUE, List.of());

  /** Keeps what it was given. */
  public Total {
    buckets = List.copyOf(buckets);
  }

  /** Both together. */
  public Total plus(Total other) {
    if (buckets.isEmpty() || other.buckets.isEmpty()) {
      return new Total(value + other.value, buckets.isEmpty() ? other.buckets : buckets);
    }
    List<Long> both = new ArrayList<>(buckets.size());
    for (int i = 0; i < buckets.size(); i++) {
      both.add(buckets.get(i) + other.buckets.get(i));
    }
    return new Total(value + other.value, both);
  }
}
