package io.aftercare.launcher.run;

import io.aftercare.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What an earlier run left on the attention list. A run begins with no state, so it would never end
 * an entry that it does not come to itself; those end before it begins.
 */
final class FormerAttention {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofMillis(200);

  private FormerAttention() {}

  /**
   * Ends all entries.
   *
   * @return how many there were
   */
  static int end(Map<String, String> kafka) {
    Map<String, TopicPartition> entries = entries(kafka);
    Map<String, Object> client = new HashMap<>(kafka);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      entries.forEach(
          (ticket, at) ->
              sent.add(
                  producer.send(
                      new ProducerRecord<>(at.topic(), at.partition(), ticket, (byte[]) null))));
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException refused) {
      throw new IllegalStateException("the old attention list cannot be ended", refused.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the old attention list was not ended", interrupted);
    }
    return entries.size();
  }

  /** The tickets whose last record is not null, and where it stands. */
  private static Map<String, TopicPartition> entries(Map<String, String> kafka) {
    Map<String, Object> client = new HashMap<>(kafka);
    client.remove("group.id");
    client.put("enable.auto.commit", "false");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.ATTENTION, PATIENCE).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      Map<String, TopicPartition> entries = new TreeMap<>();
      while (partitions.stream()
          .anyMatch(p -> consumer.position(p, PATIENCE) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(GLANCE)) {
          if (record.value() == null) {
            entries.remove(record.key());
          } else {
            entries.put(record.key(), new TopicPartition(record.topic(), record.partition()));
          }
        }
      }
      return entries;
    }
  }
}
