package io.aftercare.exporter.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One client of a stream. It is sent the last of what it is offered: what it had no time for is
 * replaced by what is newer. Thread-safe.
 */
final class EventStream {
  /** How long a client may take for one event. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final byte[] RETRY = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

  private final HttpExchange exchange;
  private final String topic;
  private final LongSupplier nanos;
  private final Consumer<EventStream> closing;
  private byte @Nullable [] next;
  private @Nullable Thread writer;
  private long writingSince;
  private boolean greeted;
  private boolean scheduled;
  private boolean closed;

  /**
   * A stream of a topic.
   *
   * @param closing told once, when it ends
   */
  EventStream(
      HttpExchange exchange, String topic, LongSupplier nanos, Consumer<EventStream> closing) {
    this.exchange = exchange;
    this.topic = topic;
    this.nanos = nanos;
    this.closing = closing;
  }

  String topic() {
    return topic;
  }

  /** Sends this next, in place of what was not sent yet. */
  synchronized void offer(byte[] frame, Executor writers) {
    next = frame;
    if (!scheduled && !closed) {
      try {
        scheduled = true;
        writers.execute(this::write);
      } catch (RejectedExecutionException e) {
        scheduled = false; // stopping
      }
    }
  }

  /** Sends this next if nothing else waits. */
  synchronized void offerIfIdle(byte[] frame, Executor writers) {
    if (next == null && !scheduled) {
      offer(frame, writers);
    }
  }

  /** Ends the stream of a client that has not taken an event for too long. */
  synchronized void dropIfStuck(long now) {
    if (writer != null && now - writingSince > PATIENCE.toNanos()) {
      writer.interrupt(); // closes the channel, which ends the write
    }
  }

  private void write() {
    try {
      OutputStream out = exchange.getResponseBody();
      for (byte[] frame = take(); frame != null; frame = take()) {
        out.write(frame);
        out.flush();
      }
    } catch (IOException e) {
      close(); // the client has gone, or was dropped: nothing to tell anyone
    }
  }

  /** The next to write, in the calling thread; null if there is none. */
  private synchronized byte @Nullable [] take() {
    byte[] frame = closed ? null : next;
    next = null;
    if (frame == null) {
      scheduled = false;
      writer = null;
      return null;
    }
    writer = Thread.currentThread();
    writingSince = nanos.getAsLong();
    return greeted ? frame : greeting(frame);
  }

  private byte[] greeting(byte[] frame) {
    greeted = true;
    byte[] both = new byte[RETRY.length + frame.length];
    System.arraycopy(RETRY, 0, both, 0, RETRY.length);
    System.arraycopy(frame, 0, both, RETRY.length, frame.length);
    return both;
  }

  /** Ends it; a write that is under way ends too. */
  void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      if (writer != null && writer != Thread.currentThread()) {
        writer.interrupt();
      }
      writer = null;
    }
    closing.accept(this);
    exchange.close();
  }
}
