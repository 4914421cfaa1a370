package io.aftercare.flow;

import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Measure.Kind;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up amounts per series. */
@SuppressWarnings("NullAway.Init") // open calls begin before anything else
public final class PreAggregate extends AddUp<Delta, Partial> {
  private final Map<Measure, long[]> bucketBounds;

  private transient Map<Series, Amount> amounts;

  /**
   * @param flushMillis processing time between flushes, ms
   * @param bucketBounds upper bounds per histogram, ms, rising, without +Inf
   */
  public PreAggregate(long flushMillis, Map<Measure, long[]> bucketBounds) {
    super(flushMillis, false);
    this.bucketBounds = bucketBounds;
  }

  @Override
  void begin() {
    amounts = new HashMap<>();
  }

  @Override
  void add(Delta delta) {
    Series series = new Series(delta.measure(), delta.labels());
    amounts.computeIfAbsent(series, this::amount).add(delta.amount());
  }

  @Override
  void flush() {
    amounts.forEach(
        (series, amount) -> {
          if (amount.matters()) {
            emit(new Partial(series, amount.total()));
          }
        });
    amounts.clear();
  }

  private Amount amount(Series series) {
    long[] bounds = bucketBounds.getOrDefault(series.measure(), new long[0]);
    return new Amount(bounds, series.measure().kind());
  }

  /** The running sum of one series. */
  private static final class Amount {
    private final long[] bounds;
    private final long[] buckets;
    private final boolean counter;
    private long sum;

    Amount(long[] bounds, Kind kind) {
      this.bounds = kind == Kind.HISTOGRAM ? bounds : new long[0];
      this.buckets = kind == Kind.HISTOGRAM ? new long[bounds.length + 1] : new long[0];
      this.counter = kind != Kind.GAUGE;
    }

    void add(long amount) {
      sum += amount;
      if (buckets.length > 0) {
        int at = Arrays.binarySearch(bounds, amount);
        buckets[at >= 0 ? at : -at - 1]++;
      }
    }

    /** A gauge that went up and down by the same is as if nothing happened. */
    boolean matters() {
      return counter || sum != 0;
    }

    Total total() {
      List<Long> counts = new ArrayList<>(buckets.length);
      for (long bucket : buckets) {
        counts.add(bucket);
      }
      return new Total(sum, counts);
    }
  }
}
