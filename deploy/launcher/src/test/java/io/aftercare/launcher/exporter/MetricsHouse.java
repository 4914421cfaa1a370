package io.aftercare.launcher.exporter;

import static io.aftercare.contract.metric.MetricCatalogue.TICKETS_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.MetricKind;
import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.Topics;
import io.aftercare.launcher.broker.EmbeddedBroker;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker with the product's topics, and a job that says whatever a test wants said. */
final class MetricsHouse implements AutoCloseable {
  private static final int PARTITIONS = 3;
  private static final Instant BEGUN = Instant.parse("2026-03-02T08:00:00Z");
  private final EmbeddedBroker broker;
  private final KafkaProducer<byte[], byte[]> producer;

  MetricsHouse() throws Exception {
    this.broker = EmbeddedBroker.start();
    Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (TopicAdmin admin = TopicAdmin.connect(kafka, Duration.ofSeconds(30))) {
      admin.createMissing(TopicPlan.live(PARTITIONS));
    }
    this.producer =
        new KafkaProducer<>(
            Map.copyOf(kafka), new ByteArraySerializer(), new ByteArraySerializer());
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  static MetricRecord created(String region, double value) {
    Map<String, String> labels = new TreeMap<>();
    TICKETS_CREATED.labels().forEach(label -> labels.put(label, "unknown"));
    labels.put("region", region);
    return counter(TICKETS_CREATED.metricName(), labels, value);
  }

  static MetricRecord counter(String name, Map<String, String> labels, double value) {
    return MetricRecord.newBuilder()
        .setLineageId("lineage")
        .setLineageStartedAt(BEGUN)
        .setJob("tickets")
        .setName(name)
        .setKind(MetricKind.COUNTER)
        .setLabels(labels)
        .setPublishedAt(BEGUN)
        .setValue(value)
        .build();
  }

  void tell(Stream<MetricRecord> records) {
    List<Future<RecordMetadata>> sent = records.map(each -> send(key(each), each)).toList();
    producer.flush();
    assertThat(sent).allSatisfy(each -> assertThat(each.get().hasOffset()).isTrue());
  }

  private static String key(MetricRecord metric) {
    return metric.getName() + new TreeMap<>(metric.getLabels());
  }

  private Future<RecordMetadata> send(String key, MetricRecord metric) {
    try {
      byte[] value = MetricRecord.getEncoder().encode(metric).array().clone();
      return producer.send(
          new ProducerRecord<>(Topics.METRICS, key.getBytes(StandardCharsets.UTF_8), value));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    producer.close();
    broker.close();
  }
}
