package io.aftercare.io.kafka;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes elements to one topic, each under its key. */
final class KeyedRecords<T> implements KafkaRecordSerializationSchema<T> {
  private static final long serialVersionUID = 1;

  /** A function that travels with the job. */
  interface Key<T> extends Serializable {
    byte @Nullable [] of(T element);
  }

  /** A key that is text. */
  interface Text<T> extends Function<T, String>, Serializable {}

  static <T> Key<T> text(Text<T> text) {
    return element -> text.apply(element).getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of an element; null takes its key off a compacted topic. */
  interface Value<T> {
    byte @Nullable [] of(T element);
  }

  /** Makes the encoder on the machine that runs it. */
  interface Encoder<T> extends Supplier<Value<T>>, Serializable {}

  private final String topic;
  private final Key<T> key;
  private final Encoder<T> encoder;

  private transient Value<T> encode;

  KeyedRecords(String topic, Key<T> key, Encoder<T> encoder) {
    this.topic = topic;
    this.key = key;
    this.encoder = encoder;
  }

  @Override
  public void open(
      SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
    encode = encoder.get();
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T element, KafkaSinkContext context, @Nullable Long timestamp) {
    return new ProducerRecord<>(topic, key.of(element), encode.of(element));
  }
}
