package io.aftercare.job.state;

import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Feeds some of a fixture's lines and has no state, so a savepoint asks nothing of it. What lies
 * before {@code from} is read without being fed, for the time that it tells.
 */
@SuppressWarnings("deprecation") // the only kind of source that needs no state of its own
final class Feed implements SourceFunction<Inbound<TicketEvent>> {
  private static final long serialVersionUID = 1;

  private final List<String> lines;
  private final int from;
  private final boolean staysOpen;
  private final String run;
  private volatile boolean running = true;

  /**
   * @param staysOpen whether to wait after the last line until the job is stopped, instead of
   *     ending
   * @param run where to tell that all was fed
   */
  Feed(List<String> lines, int from, boolean staysOpen, String run) {
    this.lines = List.copyOf(lines);
    this.from = from;
    this.staysOpen = staysOpen;
    this.run = run;
  }

  @Override
  public void run(SourceContext<Inbound<TicketEvent>> ctx) throws Exception {
    Arrivals arrivals = new Arrivals();
    for (int i = 0; i < lines.size() && running; i++) {
      Inbound<TicketEvent> inbound = arrivals.read(lines.get(i));
      if (i >= from) {
        synchronized (ctx.getCheckpointLock()) {
          ctx.collectWithTimestamp(inbound, Arrivals.occurredAt(inbound));
          ctx.emitWatermark(new Watermark(arrivals.reached()));
        }
      }
    }
    Heard.by(run).allIsFed();
    while (staysOpen && running) {
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public void cancel() {
    running = false;
  }
}
