package io.aftercare.exporter.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
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
 * replaced by what is newer. Pings come beside that. Thread-safe.
 */
final class EventStream {
  /** How long a client may take for one event. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final byte[] NOTHING = {};
  private static final byte[] RETRY = bytes("retry: 2000\n\n");
  private static final byte[] PING = bytes("event: ping\ndata: {}\n\n");

  private final HttpExchange exchange;
  private final String topic;
  private final LongSupplier nanos;
  private final Consumer<EventStream> closing;
  private byte @Nullable [] next;
  private boolean pingDue;
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
    schedule(writers);
  }

  /** Sends a ping, after what is to be sent anyway. */
  synchronized void ping(Executor writers) {
    pingDue = true;
    schedule(writers);
  }

  private void schedule(Executor writers) {
    if (!scheduled && !closed) {
      try {
        scheduled = true;
        writers.execute(this::write);
      } catch (RejectedExecutionException e) {
        scheduled = false; // stopping
      }
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
    byte[] frame = next;
    boolean ping = pingDue;
    next = null;
    pingDue = false;
    if (closed || (frame == null && !ping)) {
      scheduled = false;
      writer = null;
      return null;
    }
    writer = Thread.currentThread();
    writingSince = nanos.getAsLong();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(greeted ? NOTHING : RETRY);
    all.writeBytes(frame == null ? NOTHING : frame);
    all.writeBytes(ping ? PING : NOTHING);
    greeted = true;
    return all.toByteArray();
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

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
