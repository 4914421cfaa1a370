package io.aftercare.io.kafka.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Asks the broker again and again, in its own thread, how many partitions a topic has and where the
 * watched ones end. Each asking is answered within {@link #PATIENCE}, or is an answer that knows
 * nothing.
 */
final class EndOffsets implements AutoCloseable {
  static final Duration PAUSE = Duration.ofMillis(250);
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String topic;
  private final Admin admin;
  private final Gaps gaps;
  private final Queue<Ends> answers = new ConcurrentLinkedQueue<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "aftercare-end-offsets");
  private volatile Map<TopicPartition, Long> positions = Map.of();
  private volatile CompletableFuture<Void> news = new CompletableFuture<>();
  private volatile @Nullable RuntimeException failure;

  /**
   * @param kafka client properties
   */
  EndOffsets(Map<String, String> kafka, String topic) {
    this.topic = topic;
    this.admin = Admin.create(impatient(kafka));
    this.gaps = new Gaps(impatient(kafka));
    thread.setDaemon(true);
  }

  private static Map<String, Object> impatient(Map<String, String> kafka) {
    Map<String, Object> properties = new HashMap<>(kafka);
    String patience = Long.toString(PATIENCE.toMillis());
    properties.put("default.api.timeout.ms", patience);
    properties.put("request.timeout.ms", patience);
    properties.remove("client.id"); // several clients of one name get in each other's way
    return properties;
  }

  void start() {
    thread.start();
  }

  /** From now on, where these end; nothing is unread before the offsets. */
  void positions(Map<TopicPartition, Long> watched) {
    positions = Map.copyOf(watched);
  }

  /** Completes with the next answer. */
  CompletableFuture<Void> news() {
    return news;
  }

  boolean hasNews() {
    return news.isDone();
  }

  /** The answers since the last taking, in the order of asking. */
  List<Ends> take() {
    news = new CompletableFuture<>(); // first: an answer that comes meanwhile is news again
    RuntimeException broken = failure;
    if (broken != null) {
      throw new FlinkRuntimeException("nobody asks any more where " + topic + " ends", broken);
    }
    List<Ends> taken = new ArrayList<>();
    for (Ends next = answers.poll(); next != null; next = answers.poll()) {
      taken.add(next);
    }
    return taken;
  }

  private void run() {
    try (gaps) {
      do {
        answers.add(ask());
        news.complete(null);
      } while (!stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      failure = broken;
      news.complete(null);
    }
  }

  private Ends ask() throws InterruptedException {
    Map<TopicPartition, Long> watched = positions;
    long askedAt = System.currentTimeMillis();
    KafkaFuture<Map<String, TopicDescription>> description =
        admin.describeTopics(List.of(topic)).allTopicNames();
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    watched.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    ListOffsetsResult offsets = admin.listOffsets(latest);

    Map<TopicPartition, Long> ends = new HashMap<>();
    Set<TopicPartition> untold = new HashSet<>(watched.keySet());
    for (Map.Entry<TopicPartition, Long> each : watched.entrySet()) {
      var told = answer(offsets.partitionResult(each.getKey()));
      if (told != null) {
        untold.remove(each.getKey());
        ends.put(each.getKey(), gaps.endOfRecords(each.getKey(), each.getValue(), told.offset()));
      }
    }
    return new Ends(askedAt, count(answer(description)), ends, untold);
  }

  private int count(@Nullable Map<String, TopicDescription> topics) {
    TopicDescription found = topics == null ? null : topics.get(topic);
    return found == null ? Ends.NOT_LEARNT : found.partitions().size();
  }

  private static <T> @Nullable T answer(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException unanswered) {
      return null;
    }
  }

  @Override
  public void close() {
    stop.countDown();
    thread.interrupt();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
    }
    admin.close(Duration.ZERO);
  }
}
