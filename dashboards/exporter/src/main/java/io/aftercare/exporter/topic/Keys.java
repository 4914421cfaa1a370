package io.aftercare.exporter.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keys of topics: text, never absent. */
final class Keys {
  private Keys() {}

  static String of(ConsumerRecord<byte[], byte[]> keyed) {
    byte[] key = keyed.key();
    if (key == null) {
      throw new IllegalArgumentException("it has no key; every topic read here is keyed");
    }
    return new String(key, StandardCharsets.UTF_8);
  }
}
