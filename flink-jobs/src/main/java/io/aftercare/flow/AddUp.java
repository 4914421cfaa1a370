package io.aftercare.flow;

import io.aftercare.domain.window.Span;
import java.util.concurrent.Future;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up what comes within a subtask, so that nothing travels at event rate to where sums are
 * kept. Hands on at a steady interval, before every checkpoint barrier and at the end of time: it
 * has no state of its own, and a checkpoint sees sums that include all it was given. If asked to,
 * also before event time passes a full minute: whoever is told that a minute is over has been given
 * all of it.
 *
 * @param <I> what is added up
 * @param <O> sums
 */
abstract class AddUp<I, O> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O> {
  private static final long serialVersionUID = 1;

  private final long flushMillis;
  private final boolean wholeMinutes;

  private transient long minute;

  /**
   * @param flushMillis processing time between flushes, ms
   * @param wholeMinutes whether to hand on before event time passes a full minute
   */
  AddUp(long flushMillis, boolean wholeMinutes) {
    this.flushMillis = flushMillis;
    this.wholeMinutes = wholeMinutes;
  }

  /** Begins with nothing. */
  abstract void begin();

  /** Adds one. */
  abstract void add(I one);

  /** Hands the sums on with {@link #emit}, and begins again with nothing. */
  abstract void flush();

  final void emit(O sum) {
    output.collect(new StreamRecord<>(sum));
  }

  @Override
  public void open() throws Exception {
    super.open();
    begin();
    minute = Long.MIN_VALUE;
    flushLater();
  }

  @Override
  public final void processElement(StreamRecord<I> element) {
    add(element.getValue());
  }

  @Override
  public final void prepareSnapshotPreBarrier(long checkpointId) {
    flush();
  }

  @Override
  public final void processWatermark(Watermark mark) throws Exception {
    long now = minute(mark.getTimestamp());
    if (now == Long.MAX_VALUE || (wholeMinutes && now > minute)) {
      minute = now;
      flush();
    }
    super.processWatermark(mark);
  }

  /** Where the first minute begins that is not full yet, ms. */
  private static long minute(long watermark) {
    return watermark == Long.MAX_VALUE ? watermark : Span.minuteOf(watermark + 1);
  }

  @Override
  public final void finish() throws Exception {
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
}
