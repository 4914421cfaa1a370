package io.aftercare.io.kafka;

import io.aftercare.domain.intake.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a rejection found downstream of the source its original record back, read again at its
 * offset. Such rejections are rare (conflicting duplicates); the others carry their bytes already.
 */
public final class RestoreOriginals extends RichMapFunction<Rejection, Rejection> {
  private static final Logger LOG = LoggerFactory.getLogger(RestoreOriginals.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<String, String> kafka;

  private transient @Nullable KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param kafka client properties
   */
  public RestoreOriginals(Map<String, String> kafka) {
    this.kafka = Map.copyOf(kafka);
  }

  @Override
  public void open(OpenContext context) {
    consumer = null;
  }

  @Override
  public Rejection map(Rejection rejection) {
    if (rejection.original() != null) {
      return rejection;
    }
    ConsumerRecord<byte[], byte[]> record = read(rejection);
    return record == null
        ? rejection
        : DeadLetters.rejection(record, rejection.reason(), rejection.detail());
  }

  /** The record at the rejection's offset; null if the topic no longer has it. */
  private @Nullable ConsumerRecord<byte[], byte[]> read(Rejection rejection) {
    TopicPartition partition = new TopicPartition(rejection.topic(), rejection.partition());
    KafkaConsumer<byte[], byte[]> reader = reader();
    reader.assign(List.of(partition));
    reader.seek(partition, rejection.offset());
    try {
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(PATIENCE)) {
        if (record.offset() == rejection.offset()) {
          return record;
        }
      }
    } catch (InvalidOffsetException gone) {
      LOG.warn(
          "{} no longer has the record of a dead letter: {}", rejection.topic(), gone.toString());
    }
    return null;
  }

  private KafkaConsumer<byte[], byte[]> reader() {
    if (consumer == null) {
      Properties properties = new Properties();
      properties.putAll(kafka);
      properties.put("max.poll.records", "1");
      // Kafka returns one batch however small this is.
      properties.put("max.partition.fetch.bytes", "1024");
      properties.put("auto.offset.reset", "none");
      properties.put("enable.auto.commit", "false");
      consumer =
          new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
    return consumer;
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
    }
  }
}
