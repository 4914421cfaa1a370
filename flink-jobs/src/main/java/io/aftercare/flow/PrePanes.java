package io.aftercare.flow;

import io.aftercare.domain.window.Clientele;
import io.aftercare.domain.window.Contribution;
import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.PanePart;
import io.aftercare.domain.window.Span;
import io.aftercare.domain.window.What;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up contributions per minute and cell of a region within a subtask, so that nothing travels
 * at event rate to where windows close. Flushes at a steady interval, before every checkpoint
 * barrier, at the end, and before event time passes a full minute: whoever is told that a minute is
 * over has been given all of it. It has no state of its own.
 */
public final class PrePanes extends AbstractStreamOperator<PanePart>
    implements OneInputStreamOperator<Contribution, PanePart> {
  private final long flushMillis;

  private transient Map<Place, Adding> parts;
  private transient long minute;

  /**
   * @param flushMillis processing time between flushes, ms
   */
  public PrePanes(long flushMillis) {
    this.flushMillis = flushMillis;
  }

  /** Where contributions are added up. */
  private record Place(String region, long minute, String priority, String channelClass) {}

  @Override
  public void open() throws Exception {
    super.open();
    parts = new LinkedHashMap<>();
    minute = Long.MIN_VALUE;
    flushLater();
  }

  @Override
  public void processElement(StreamRecord<Contribution> element) {
    Contribution c = element.getValue();
    Place place = new Place(c.region(), Span.minuteOf(c.at()), c.priority(), c.channelClass());
    parts.computeIfAbsent(place, p -> new Adding()).add(c);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    flush();
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long last = mark.getTimestamp();
    long now = Span.minuteOf(last == Long.MAX_VALUE ? last : last + 1);
    if (now > minute) {
      minute = now;
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
    parts.forEach(this::emit);
    parts.clear();
  }

  private void emit(Place place, Adding part) {
    if (part.matters()) {
      output.collect(
          new StreamRecord<>(
              new PanePart(
                  place.region(),
                  place.minute(),
                  place.priority(),
                  place.channelClass(),
                  part.contributions,
                  part.lastEvent,
                  part.figures,
                  part.customers)));
    }
  }

  /** What one part of a pane adds up to. */
  private static final class Adding {
    private final Figures figures = new Figures();
    private final Clientele customers = new Clientele();
    private long contributions;
    private long lastEvent = Long.MIN_VALUE;

    void add(Contribution c) {
      figures.add(c);
      customers.note(c);
      contributions++;
      if (c.what() == What.EVENT) {
        lastEvent = Math.max(lastEvent, c.at());
      }
    }

    /** What was counted and taken back is as if nothing happened. */
    boolean matters() {
      return !figures.isEmpty() || !customers.isEmpty();
    }
  }
}
