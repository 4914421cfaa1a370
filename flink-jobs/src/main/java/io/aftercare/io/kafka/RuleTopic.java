package io.aftercare.io.kafka;

import io.aftercare.contract.Topics;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.io.policy.RuleRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What is published, read to its end, and how more is published: all of a publication or nothing,
 * by one publisher at a time. Two that both read before either published could give one version two
 * contents, and compaction would keep the one that readers refuse.
 *
 * @param kafka client properties, at least {@code bootstrap.servers}
 */
public record RuleTopic(Map<String, String> kafka) implements RuleArchive {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PUBLISHER = "aftercare-policies";

  @Override
  public List<PublishedRule> published() {
    return read();
  }

  /** All that is published, in the order of publication. */
  public List<PublishedRule> read() {
    Map<String, Object> client = new HashMap<>(kafka);
    client.put("isolation.level", "read_committed");
    client.put("enable.auto.commit", "false");
    client.put("allow.auto.create.topics", "false");
    client.remove("group.id");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.POLICIES, PATIENCE).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new KafkaException("the topic " + Topics.POLICIES + " does not exist");
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return read(consumer, consumer.endOffsets(partitions, PATIENCE));
    }
  }

  private static List<PublishedRule> read(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException(
            Topics.POLICIES
                + " could not be read to its end within "
                + PATIENCE.toSeconds()
                + " s");
      }
      consumer.poll(Duration.ofMillis(200)).forEach(all::add);
    }
    all.sort(Comparator.comparing(ConsumerRecord::offset));
    RuleRecords records = new RuleRecords();
    return all.stream()
        .map(each -> records.decode(each.value(), each.timestamp(), each.offset()))
        .toList();
  }

  /**
   * The one publisher. Whoever becomes it later fences this one off: what is read after this call
   * is what a publication of this publisher follows, or it fails.
   */
  public Publisher publisher() {
    Map<String, Object> client = new HashMap<>(kafka);
    client.put("transactional.id", PUBLISHER);
    client.put("max.block.ms", Long.toString(PATIENCE.toMillis()));
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
      return new Publisher(producer);
    } catch (KafkaException failure) {
      producer.close(Duration.ZERO);
      throw failure;
    }
  }

  /** Publishes to both topics, all or nothing. */
  public static final class Publisher implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    private Publisher(KafkaProducer<byte[], byte[]> producer) {
      this.producer = producer;
    }

    /** Publishes these; they are there when this returns. */
    public void publish(List<PublishedRule> rules) {
      RuleRecords records = new RuleRecords();
      producer.beginTransaction();
      for (PublishedRule rule : rules) {
        byte[] value = records.encode(rule);
        String id = rule.kind().label() + "/" + rule.id();
        Future<?> unused = producer.send(record(Topics.POLICIES, rule.key(), value));
        unused = producer.send(record(Topics.POLICY_HISTORY, id, value));
      }
      producer.commitTransaction(); // fails if any of the records did
    }

    /** Ends what was not committed. */
    @Override
    public void close() {
      producer.close(PATIENCE);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
    return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
  }
}
