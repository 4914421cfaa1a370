package io.aftercare.exporter.topic;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Where the reading of a partition begins. */
@FunctionalInterface
public interface Beginning {
  /** How long a broker may take to answer. */
  Duration ANSWER = Duration.ofSeconds(3);

  /** Records read of a partition that has none young enough, or no times that tell. */
  long TAIL = 100_000;

  /** The offset of each of these partitions, which are assigned. */
  Map<TopicPartition, Long> of(Consumer<?, ?> consumer, Set<TopicPartition> partitions);

  /** The first record that still exists. */
  static Beginning earliest() {
    return (consumer, partitions) -> consumer.beginningOffsets(partitions, ANSWER);
  }

  /**
   * The first record that the broker got within {@code age}. Where there is none, be it that the
   * job stood still for longer or that record times are not those of the broker, the last {@value
   * #TAIL} records.
   */
  static Beginning within(Duration age, Clock clock) {
    return (consumer, partitions) -> {
      Map<TopicPartition, Long> wanted = new HashMap<>();
      long since = clock.instant().minus(age).toEpochMilli();
      partitions.forEach(partition -> wanted.put(partition, since));
      Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, ANSWER);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions, ANSWER);
      Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted, ANSWER);
      Map<TopicPartition, Long> begin = new HashMap<>();
      for (TopicPartition partition : partitions) {
        OffsetAndTimestamp young = found.get(partition);
        long tail = end.getOrDefault(partition, 0L) - TAIL;
        long offset = young == null ? tail : young.offset();
        begin.put(partition, Math.max(first.getOrDefault(partition, 0L), offset));
      }
      return begin;
    };
  }
}
