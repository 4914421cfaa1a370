package io.aftercare.launcher.laws;

import io.aftercare.contract.SingleObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that a topic holds now; within a partition in the order of the offsets. */
public final class TopicLog {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private TopicLog() {}

  /**
   * A value and when the broker got it.
   *
   * @param at record timestamp, ms
   */
  public record Told<T>(T value, long at) {}

  public static <T extends SpecificRecord> List<T> read(
      Map<String, String> kafka, String topic, Class<T> type) {
    return told(kafka, topic, type).stream().map(Told::value).toList();
  }

  public static <T extends SpecificRecord> List<Told<T>> told(
      Map<String, String> kafka, String topic, Class<T> type) {
    SingleObject<T> format = new SingleObject<>(type);
    List<Told<T>> values = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> each : read(kafka, topic)) {
      if (each.value() != null) { // null: what stood under the key is gone
        values.add(new Told<>(decoded(format, each), each.timestamp()));
      }
    }
    return values;
  }

  /** How many records it holds. */
  public static int size(Map<String, String> kafka, String topic) {
    return read(kafka, topic).size();
  }

  /**
   * What a compacted topic holds: the last record of every key as text; those that are null are
   * gone.
   */
  public static <T extends SpecificRecord> SortedMap<String, String> lastWords(
      Map<String, String> kafka, String topic, Class<T> type) {
    SingleObject<T> format = new SingleObject<>(type);
    SortedMap<String, String> last = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> each : read(kafka, topic)) {
      if (each.value() == null) {
        last.remove(each.key());
      } else {
        last.put(each.key(), decoded(format, each).toString());
      }
    }
    return last;
  }

  private static <T extends SpecificRecord> T decoded(
      SingleObject<T> format, ConsumerRecord<String, byte[]> record) {
    try {
      return format.decode(record.value());
    } catch (io.aftercare.contract.UndecodableException e) {
      throw new AssertionError(record.topic() + " offset " + record.offset(), e);
    }
  }

  private static List<ConsumerRecord<String, byte[]>> read(
      Map<String, String> kafka, String topic) {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put("max.poll.records", "5000");
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, PATIENCE).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }
}
