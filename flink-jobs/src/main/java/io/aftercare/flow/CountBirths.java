package io.aftercare.flow;

import io.aftercare.domain.measure.BirthChange;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up changes of the backlog by birth minute within a subtask, so that nothing travels at event
 * rate to where it is watched. Flushes at a steady interval, before every checkpoint barrier and at
 * the end of time, as {@link PreAggregate} does, and before event time comes to a full minute: what
 * is said of a minute counts all that happened before it.
 */
public final class CountBirths extends AbstractStreamOperator<BirthChange>
    implements OneInputStreamOperator<BirthChange, BirthChange> {
  private static final long serialVersionUID = 1;

  private final long flushMillis;

  private transient Map<BirthChange, Long> counts;
  private transient long minute;

  /**
   * @param flushMillis processing time between flushes, ms
   */
  public CountBirths(long flushMillis) {
    this.flushMillis = flushMillis;
  }

  @Override
  public void open() throws Exception {
    super.open();
    counts = new HashMap<>();
    minute = Long.MIN_VALUE;
    flushLater();
  }

  @Override
  public void processElement(StreamRecord<BirthChange> element) {
    BirthChange change = element.getValue();
    counts.merge(change.times(0), change.more(), Long::sum);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    flush();
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long reached = WatchBacklog.minute(mark.getTimestamp());
    if (reached > minute) {
      minute = reached;
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
    counts.forEach(
        (birth, more) -> {
          if (more != 0) {
            output.collect(
                new StreamRecord<>(
                    new BirthChange(birth.region(), birth.priority(), birth.birthMinute(), more)));
          }
        });
    counts.clear();
  }
}
