package io.aftercare.exporter;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The Kafka consumers of the exporter: no group, no commits, raw bytes; one for each topic. */
final class TopicConsumer {
  /** So that a new partition is seen soon; the client's default is five minutes. */
  private static final String METADATA_MAX_AGE_MILLIS = "15000";

  private TopicConsumer() {}

  /**
   * A consumer.
   *
   * @param what it reads, for the client id, by which the brokers tell clients apart
   */
  static Consumer<byte[], byte[]> open(Map<String, String> kafka, String what) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MAX_AGE_MILLIS);
    properties.putAll(kafka);
    String client = kafka.getOrDefault(ConsumerConfig.CLIENT_ID_CONFIG, "aftercare-exporter");
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, client + "-" + what);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    try {
      return new KafkaConsumer<>(
          properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw new ExporterException("Kafka client properties: " + deepest(e).getMessage(), e);
    }
  }

  private static Throwable deepest(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null ? e : deepest(cause);
  }
}
