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
import java.util.concurrent.Future;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up amounts per series within a subtask, so that nothing travels at event rate to where
 * totals are kept. Flushes at a steady interval, before every checkpoint barrier and at the end of
 * time: it has no state of its own, and a checkpoint sees totals that include all it was given.
 */
public final class PreAggregate extends AbstractStreamOperator<Partial>
    implements OneInputStreamOperator<Delta, Partial> {
  private final long flushMillis;
  private final Map<Measure, long[]> bucketBounds;

  private transient Map<Series, Amount> amounts;

  /**
   * @param flushMillis processing time between flushes, ms
   * @param bucketBounds upper bounds per histogram, ms, rising, without +Inf
   */
  public PreAggregate(long flushMillis, Map<Measure, long[]> bucketBounds) {
    this.flushMillis = flushMillis;
    this.bucketBounds = bucketBounds;
  }

  @Override
  public void open() throws Exception {
    super.open();
    amounts = new HashMap<>();
    flushLater();
  }

  @Override
  public void processElement(StreamRecord<Delta> element) {
    Delta delta = element.getValue();
    Series series = new Series(delta.measure(), delta.labels());
    amounts.computeIfAbsent(series, this::amount).add(delta.amount());
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    flush();
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() == Long.MAX_VALUE) {
      flush();
    }
    super.processWatermark(mark);
  }

  @Override
  public void finish() throws Exception {
    flush();
    super.finish();
  }

  private void flushLater() {
    long next = getProcessingTimeService().getCurrentProcessingTime() + flushMillis;
    Future<?> unused =
        getProcessingTimeService()
            .registerTimer(
                next,
                at -> {
                  flush();
                  flushLater();
                });
  }

  private void flush() {
    amounts.forEach(
        (series, amount) -> {
          if (amount.matters()) {
            output.collect(new StreamRecord<>(new Partial(series, amount.total())));
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
