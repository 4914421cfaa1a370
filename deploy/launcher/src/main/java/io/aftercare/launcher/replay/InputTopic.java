package io.aftercare.launcher.replay;

import io.aftercare.launcher.CommandFailure;
import io.aftercare.launcher.broker.TopicPlan;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends records to the broker; {@link #close} returns when it has them all, or fails. */
final class InputTopic implements Consumer<ProducerRecord<byte[], byte[]>>, AutoCloseable {
  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  private InputTopic(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  static InputTopic connect(Map<String, String> kafka) {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put("linger.ms", "20");
    properties.put("batch.size", Integer.toString(1 << 18));
    properties.put("max.request.size", Integer.toString(TopicPlan.MAX_MESSAGE_BYTES));
    return new InputTopic(
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  @Override
  public void accept(ProducerRecord<byte[], byte[]> record) {
    Future<RecordMetadata> unused =
        producer.send(
            record,
            (sent, problem) -> {
              if (problem != null) {
                failure.compareAndSet(null, problem);
              }
            });
    check();
  }

  private void check() {
    Exception problem = failure.get();
    if (problem != null) {
      throw new CommandFailure(
          "The broker did not take an event: " + CommandFailure.rootMessage(problem));
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofMinutes(2));
    check();
  }
}
