package io.aftercare.exporter;

import io.aftercare.exporter.board.Board;
import io.aftercare.exporter.http.EventStreams;
import io.aftercare.exporter.topic.Readiness;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens once a second: the backlog and the stages are kept, and the streams send what is
 * due.
 */
final class Pulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final long SECOND = 1;

  private final Board board;
  private final EventStreams streams;
  private final Readiness metrics;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread named = new Thread(work, "aftercare-pulse");
            named.setDaemon(true);
            return named;
          });

  private Pulse(Board board, EventStreams streams, Readiness metrics) {
    this.board = board;
    this.streams = streams;
    this.metrics = metrics;
  }

  /** Begins to beat. */
  static Pulse start(Board board, EventStreams streams, Readiness metrics) {
    Pulse pulse = new Pulse(board, streams, metrics);
    ScheduledFuture<?> unused =
        pulse.thread.scheduleWithFixedDelay(pulse::beat, SECOND, SECOND, TimeUnit.SECONDS);
    return pulse;
  }

  private void beat() {
    try {
      if (metrics.isReady()) {
        board.keepBacklog();
        board.keepStages();
      }
      streams.beat();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.warn("a beat was missed", e); // the next must come all the same
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
