package io.aftercare.job.state;

import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.StreamEvent;
import io.aftercare.io.kafka.EventStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Feeds some of a fixture's lines and has no state, so a savepoint asks nothing of it. What lies
 * before {@code from} is read without being fed, for the time that it tells.
 */
@SuppressWarnings("deprecation") // the only kind of source that needs no state of its own
final class Feed<C extends SpecificRecord, E extends StreamEvent>
    implements SourceFunction<Inbound<E>> {
  private static final long serialVersionUID = 1;

  /** When all that can be over is over; before the end of time, at which a live job only stops. */
  private static final Watermark ALL_IS_OVER =
      new Watermark(Instant.parse("2100-01-01T00:00:00Z").toEpochMilli());

  private final EventStream<C, E> stream;
  private final List<String> lines;
  private final int from;
  private final boolean staysOpen;
  private final boolean comesLast;
  private final String run;
  private volatile boolean running = true;

  /**
   * @param staysOpen whether to wait after the last line until the job is stopped, instead of
   *     ending
   * @param comesLast whether to wait first until a step of a ticket was heard of
   * @param run where to tell that all was fed
   */
  Feed(
      EventStream<C, E> stream,
      List<String> lines,
      int from,
      boolean staysOpen,
      boolean comesLast,
      String run) {
    this.stream = stream;
    this.lines = List.copyOf(lines);
    this.from = from;
    this.staysOpen = staysOpen;
    this.comesLast = comesLast;
    this.run = run;
  }

  @Override
  public void run(SourceContext<Inbound<E>> ctx) throws Exception {
    while (comesLast && running && Heard.by(run).milestones().isEmpty()) {
      LockSupport.parkNanos(5_000_000);
    }
    if (lines.isEmpty()) {
      ctx.emitWatermark(Watermark.MAX_WATERMARK); // it holds nobody back
    }
    Arrivals<C, E> arrivals = new Arrivals<>(stream);
    for (int i = 0; i < lines.size() && running; i++) {
      Inbound<E> inbound = arrivals.read(lines.get(i));
      if (i >= from) {
        synchronized (ctx.getCheckpointLock()) {
          ctx.collectWithTimestamp(inbound, Arrivals.occurredAt(inbound));
          ctx.emitWatermark(new Watermark(arrivals.reached()));
        }
      }
    }
    if (!staysOpen && running) {
      ctx.emitWatermark(ALL_IS_OVER);
    }
    Heard.by(run).allIsFed(stream.name());
    while (staysOpen && running) {
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public void cancel() {
    running = false;
  }
}
