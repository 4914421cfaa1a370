package io.aftercare.exporter;

import com.sun.net.httpserver.HttpHandler;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The handlers at work. One that is at it for too long is interrupted, which closes its connection:
 * a reader that does not take its answer would otherwise hold a thread for ever, and a few such
 * readers all of them. The JDK's own limit cannot be used, for it would end the event streams.
 */
final class AtWork implements AutoCloseable {
  private final long longestNanos;
  private final Set<Turn> turns = new HashSet<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "aftercare-http-watch");
            thread.setDaemon(true);
            return thread;
          });

  /** By identity: each turn is another. */
  private static final class Turn {
    final Thread thread = Thread.currentThread();
    final long since = System.nanoTime();
  }

  /** Lets a handler take this long, from the request's head to the end of the answer. */
  AtWork(Duration longest) {
    this.longestNanos = longest.toNanos();
    long period = Math.max(1, longest.toMillis() / 4);
    ScheduledFuture<?> unused =
        watch.scheduleWithFixedDelay(this::interruptTheSlow, period, period, TimeUnit.MILLISECONDS);
  }

  /** The same handler, watched. */
  HttpHandler watched(HttpHandler handler) {
    return exchange -> {
      Turn turn = new Turn();
      begin(turn);
      try {
        handler.handle(exchange);
      } finally {
        end(turn);
      }
    };
  }

  private synchronized void begin(Turn turn) {
    turns.add(turn);
  }

  /** From here on nobody interrupts the thread, and an interrupt that came is over. */
  private synchronized void end(Turn turn) {
    turns.remove(turn);
    if (!watch.isShutdown()) { // then the interrupt is from stopping the server
      boolean unused = Thread.interrupted();
    }
  }

  private synchronized void interruptTheSlow() {
    long now = System.nanoTime();
    for (Turn turn : List.copyOf(turns)) {
      if (now - turn.since > longestNanos) {
        turn.thread.interrupt();
      }
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
