package io.aftercare.launcher.wallboard;

import io.aftercare.launcher.demo.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The stream of simulated events, which can be stopped, and goes on where it stopped. Simulated
 * time runs {@value #SPEED} times as fast as the wall clock while it flows; what lies before {@code
 * liveFrom} goes at once.
 */
final class EventFlow implements AutoCloseable {
  private static final int SPEED = 60;

  private final Iterator<Arrival> arrivals;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private Instant reached;
  private CountDownLatch stop = new CountDownLatch(1);
  private @Nullable Thread thread;

  EventFlow(Iterator<Arrival> arrivals, Instant liveFrom, Map<String, String> kafka) {
    this.arrivals = arrivals;
    this.reached = liveFrom;
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put("linger.ms", "5");
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Lets it flow. */
  void start() {
    stop = new CountDownLatch(1);
    thread = new Thread(this::run, "event-flow");
    thread.start();
  }

  /** Stops it; what was sent is at the broker. */
  void stop() {
    stop.countDown();
    awaitEnd();
    producer.flush();
    Exception reason = failure.get();
    if (reason != null) {
      throw new AssertionError("events could not be sent", reason);
    }
  }

  private void awaitEnd() {
    try {
      if (thread != null) {
        thread.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Instant origin = reached;
    long began = System.nanoTime();
    try {
      while (arrivals.hasNext()) {
        Arrival next = arrivals.next();
        long due = Duration.between(origin, next.at()).toNanos() / SPEED;
        boolean stopped =
            stop.await(Math.max(0, began + due - System.nanoTime()), TimeUnit.NANOSECONDS);
        send(next);
        if (next.at().isAfter(reached)) {
          reached = next.at();
        }
        if (stopped) {
          return;
        }
      }
    } catch (RuntimeException | InterruptedException broken) {
      failure.compareAndSet(null, broken);
    }
  }

  private void send(Arrival arrival) {
    byte[] key = arrival.key().getBytes(StandardCharsets.UTF_8);
    Future<RecordMetadata> unused =
        producer.send(
            new ProducerRecord<>(
                arrival.topic(), null, arrival.at().toEpochMilli(), key, arrival.value()),
            (sent, refused) -> {
              if (refused != null) {
                failure.compareAndSet(null, refused);
              }
            });
  }

  @Override
  public void close() {
    try (producer) {
      stop();
    }
  }
}
