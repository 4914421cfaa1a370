package io.aftercare.launcher.demo;

import io.aftercare.launcher.CommandFailure;
import io.aftercare.launcher.broker.TopicPlan;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends arrivals to their topics, each when the simulated clock shows its time and stamped with it;
 * what lies before the clock's start goes at once. Runs in its own thread until closed.
 */
public final class Pacer implements AutoCloseable {
  private final Iterator<Arrival> arrivals;
  private final SimulatedClock pace;
  private final Producer<byte[], byte[]> producer;
  private final Clock wall;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final Thread thread = new Thread(this::run, "aftercare-pacer");

  /** Sends these arrivals by this pace, each at its time by this wall clock. */
  public Pacer(
      Iterator<Arrival> arrivals,
      SimulatedClock pace,
      Producer<byte[], byte[]> producer,
      Clock wall) {
    this.arrivals = arrivals;
    this.pace = pace;
    this.producer = producer;
    this.wall = wall;
  }

  /** A producer for it, with these client properties. */
  public static Producer<byte[], byte[]> producer(Map<String, String> client) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("linger.ms", "5");
    properties.put("max.request.size", Integer.toString(TopicPlan.MAX_MESSAGE_BYTES));
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Begins. */
  public void start() {
    thread.start();
  }

  /** Fails with the reason if it cannot go on. */
  public void requireRunning() {
    Exception reason = failure.get();
    if (reason != null) {
      throw new CommandFailure(
          "The simulator's events cannot be sent: " + CommandFailure.rootMessage(reason));
    }
  }

  private void run() {
    try {
      while (arrivals.hasNext()) {
        Arrival next = arrivals.next();
        if (stopsBefore(pace.wallClockAt(next.at()))) {
          return;
        }
        send(next);
      }
    } catch (RuntimeException | InterruptedException broken) {
      failure.compareAndSet(null, broken);
    }
  }

  private boolean stopsBefore(Instant due) throws InterruptedException {
    Duration left = Duration.between(wall.instant(), due);
    return stop.await(Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
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

  private void awaitEnd() {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops sending; what was sent is flushed. */
  @Override
  public void close() {
    stop.countDown();
    awaitEnd();
    producer.close(Duration.ofSeconds(5));
  }
}
