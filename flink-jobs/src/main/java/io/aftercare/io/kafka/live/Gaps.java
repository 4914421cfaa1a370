package io.aftercare.io.kafka.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Offsets at the end of a partition at which no record will ever be: marks of transactions, and
 * what has expired. A reader that stands before them has read everything, and its position will
 * never say so. So where a reader does not move, and only there, this looks for a record itself.
 */
final class Gaps implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration GLANCE = Duration.ofMillis(50);

  private final Map<String, Object> client;
  private final Map<TopicPartition, Long> before = new HashMap<>();
  private final Map<TopicPartition, Gap> gaps = new HashMap<>();
  private @Nullable KafkaConsumer<byte[], byte[]> consumer;

  private record Gap(long from, long to) {}

  Gaps(Map<String, Object> client) {
    this.client = new HashMap<>(client);
    this.client.remove("group.id");
    this.client.remove("group.instance.id");
    this.client.put("enable.auto.commit", "false");
    this.client.put("auto.offset.reset", "earliest");
    this.client.put("max.poll.records", "1");
    this.client.put("max.partition.fetch.bytes", "1");
  }

  /**
   * The position itself if no record is between it and the end, otherwise the end.
   *
   * @param position the first offset that is not passed on
   * @param end one past the last offset
   */
  long endOfRecords(TopicPartition partition, long position, long end) {
    Long last = before.put(partition, position);
    if (position >= end || last == null || last != position) {
      return end;
    }
    Gap known = gaps.get(partition);
    if (known == null || known.from() != position || known.to() < end) {
      if (!isEmpty(partition, position, end)) {
        return end;
      }
      gaps.put(partition, new Gap(position, end));
    }
    return position;
  }

  private boolean isEmpty(TopicPartition partition, long from, long end) {
    try {
      KafkaConsumer<byte[], byte[]> eye = consumer();
      eye.assign(List.of(partition));
      eye.seek(partition, from);
      long deadline = System.nanoTime() + LOOK.toNanos();
      while (System.nanoTime() < deadline) {
        if (!eye.poll(GLANCE).isEmpty()) {
          return false;
        }
        if (eye.position(partition, LOOK) >= end) {
          return true;
        }
      }
      return false;
    } catch (KafkaException unanswered) {
      return false;
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    KafkaConsumer<byte[], byte[]> ready = consumer;
    if (ready == null) {
      ready = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      consumer = ready;
    }
    return ready;
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
  }
}
