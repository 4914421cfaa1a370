package io.aftercare.exporter.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.aftercare.exporter.board.Board;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Streams of server-sent events: the overview or a region, at once, then whenever something changed
 * (at most once per {@link #beat}, at least every {@link #AT_LEAST_EVERY}), and pings. What is sent
 * is made once for all who get it. Each client is written to on its own, and one that does not take
 * what it is sent is dropped; it never holds up the others. Thread-safe.
 */
public final class EventStreams implements AutoCloseable {
  /** Streams at a time. */
  public static final int MOST = 64;

  static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);
  static final Duration PING_EVERY = Duration.ofSeconds(15);
  private static final String OVERVIEW = "";
  private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();

  private final Board board;
  private final LongSupplier nanos;
  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private final ExecutorService writers =
      new ThreadPoolExecutor(
          0, MOST, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), EventStreams::thread);
  private long changes;
  private long sentAt;
  private long pingedAt;

  public EventStreams(Board board) {
    this(board, System::nanoTime);
  }

  EventStreams(Board board, LongSupplier nanos) {
    this.board = board;
    this.nanos = nanos;
    this.sentAt = nanos.getAsLong();
    this.pingedAt = sentAt;
  }

  /** Streams that are open. */
  public int size() {
    return count.get();
  }

  /** Answers a request with a stream of a region, or of the overview if there is none. */
  void open(HttpExchange exchange, @Nullable String region) throws ApiException, IOException {
    String topic = region == null ? OVERVIEW : region;
    byte[] first = render(topic);
    if (first == null) {
      throw ApiException.notFound("nothing is known of a region '" + topic + "'");
    }
    if (count.incrementAndGet() > MOST) {
      count.decrementAndGet();
      throw ApiException.tooManyStreams(MOST);
    }
    EventStream stream = new EventStream(exchange, topic, nanos, this::closed);
    boolean begun = false;
    try {
      begun = begin(exchange);
    } finally {
      if (!begun) {
        stream.close();
      }
    }
    if (begun) {
      open.add(stream);
      stream.offer(first, writers);
    }
  }

  /** Sends the headers; false if that was all that was asked for. */
  private static boolean begin(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/event-stream");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Accel-Buffering", "no");
    boolean head = Answers.isHead(exchange);
    exchange.sendResponseHeaders(Answers.OK, head ? -1 : 0);
    return !head;
  }

  /** To be called once a second: sends what is due, and drops who does not take it. */
  public synchronized void beat() {
    long now = nanos.getAsLong();
    open.forEach(stream -> stream.dropIfStuck(now));
    long seen = board.changes();
    if (seen != changes || now - sentAt >= AT_LEAST_EVERY.toNanos()) {
      changes = seen;
      sentAt = now;
      send();
    }
    if (now - pingedAt >= PING_EVERY.toNanos()) {
      pingedAt = now;
      byte[] ping = frame("ping", "{}".getBytes(StandardCharsets.UTF_8));
      open.forEach(stream -> stream.offerIfIdle(ping, writers));
    }
  }

  private void send() {
    Map<String, byte[]> frames = new HashMap<>();
    for (EventStream stream : open) {
      byte[] frame = frames.get(stream.topic());
      if (frame == null) {
        frame = render(stream.topic());
      }
      if (frame != null) {
        frames.put(stream.topic(), frame);
        stream.offer(frame, writers);
      }
    }
  }

  /** Null: nothing is known of the region. */
  private byte @Nullable [] render(String topic) {
    if (topic.equals(OVERVIEW)) {
      return frame("overview", Json.bytes(board.overview()));
    }
    Object region = board.region(topic);
    return region == null ? null : frame("region", Json.bytes(region));
  }

  private static byte[] frame(String event, byte[] json) {
    String text =
        "event: " + event + "\ndata: " + new String(json, StandardCharsets.UTF_8) + "\n\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void closed(EventStream stream) {
    open.remove(stream);
    count.decrementAndGet();
  }

  /** Ends all streams. */
  @Override
  public void close() {
    open.forEach(EventStream::close);
    writers.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "aftercare-stream-" + THREAD_NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
