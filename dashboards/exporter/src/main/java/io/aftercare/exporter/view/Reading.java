package io.aftercare.exporter.view;

import io.aftercare.contract.MetricRecord;
import java.time.Instant;
import java.util.Arrays;

/** The value of one series as a record stated it; knows which of two readings stands. */
sealed interface Reading {
  /** What {@code next}, a reading of the same series and lineage, does to this one. */
  Succession succeededBy(Reading next);

  static Reading of(MetricRecord metric) {
    return switch (metric.getKind()) {
      case COUNTER -> new Counted(metric.getValue());
      case HISTOGRAM -> Distribution.of(metric);
      case GAUGE, UNKNOWN -> new Level(metric.getValue(), metric.getPublishedAt());
    };
  }

  /** A counter: of two readings of a lineage the greater is true. */
  record Counted(double value) implements Reading {
    @Override
    public Succession succeededBy(Reading next) {
      int order = Double.compare(((Counted) next).value, value);
      return order == 0 ? Succession.SAME : order > 0 ? Succession.TAKES_OVER : Succession.FALLS;
    }
  }

  /** A gauge: of two readings the later published is true; of the same instant the later read. */
  record Level(double value, Instant publishedAt) implements Reading {
    @Override
    public Succession succeededBy(Reading next) {
      boolean older = ((Level) next).publishedAt.isBefore(publishedAt);
      return older ? Succession.OLDER : Succession.TAKES_OVER;
    }
  }

  /**
   * A histogram: observations per bucket (not cumulative, +Inf last) and their sum. It is taken as
   * a whole: a reading in which any bucket or the sum is lower than held is a fall.
   */
  final class Distribution implements Reading {
    private final long[] counts;
    private final double sum;

    Distribution(long[] counts, double sum) {
      this.counts = counts.clone();
      this.sum = sum;
    }

    static Distribution of(MetricRecord metric) {
      long[] counts = metric.getBucketCounts().stream().mapToLong(Long::longValue).toArray();
      return new Distribution(counts, metric.getSum());
    }

    long[] counts() {
      return counts.clone();
    }

    double sum() {
      return sum;
    }

    Distribution plus(Distribution other) {
      long[] both = counts.clone();
      Arrays.setAll(both, i -> counts[i] + other.counts[i]);
      return new Distribution(both, sum + other.sum);
    }

    @Override
    public Succession succeededBy(Reading next) {
      Distribution later = (Distribution) next;
      if (later.sum == sum && Arrays.equals(later.counts, counts)) {
        return Succession.SAME;
      }
      return later.covers(this) ? Succession.TAKES_OVER : Succession.FALLS;
    }

    private boolean covers(Distribution earlier) {
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] < earlier.counts[i]) {
          return false;
        }
      }
      return sum >= earlier.sum;
    }
  }
}
