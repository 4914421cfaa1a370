package io.aftercare.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercare.exporter.attention.AttentionView;
import io.aftercare.exporter.topic.AttentionIntake;
import io.aftercare.exporter.topic.Beginning;
import io.aftercare.exporter.topic.ReaderStatus;
import io.aftercare.exporter.topic.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who waits for which topic, and for which that does not exist. */
@Tag("slow")
class ReadingsTest {
  private final List<TopicReader> readers = new ArrayList<>();

  @AfterEach
  void stop() {
    readers.forEach(TopicReader::close);
  }

  private ReaderStatus reading(String topic) {
    MockConsumer<byte[], byte[]> broker = new MockConsumer<>("earliest");
    TopicPartition only = new TopicPartition(topic, 0);
    Node[] nodes = {};
    broker.updateBeginningOffsets(Map.of(only, 0L));
    broker.updateEndOffsets(Map.of(only, 0L));
    broker.updatePartitions(
        topic, List.of(new PartitionInfo(topic, 0, Node.noNode(), nodes, nodes)));
    ReaderStatus status = start(topic, broker);
    await().until(status::isReady);
    return status;
  }

  private ReaderStatus missing(String topic) {
    ReaderStatus status = start(topic, new MockConsumer<>("earliest"));
    await().until(status::isMissing);
    return status;
  }

  private ReaderStatus unread(String topic) {
    MockConsumer<byte[], byte[]> broker = new MockConsumer<>("earliest");
    TopicReader reader = new TopicReader(broker, topic, Beginning.earliest(), each -> {});
    readers.add(reader);
    return reader.status();
  }

  private ReaderStatus start(String topic, MockConsumer<byte[], byte[]> broker) {
    TopicReader reader =
        new TopicReader(
            broker, topic, Beginning.earliest(), new AttentionIntake(new AttentionView()));
    readers.add(reader);
    reader.start();
    return reader.status();
  }

  @Test
  void allReadIsReady() {
    Readings readings =
        new Readings(
            reading("metrics"),
            List.of(reading("attention"), reading("verdicts")),
            List.of(reading("milestones")));
    assertThat(readings.isReady()).isTrue();
    assertThat(readings.obstacle()).isNull();
    assertThat(readings.describe().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith("ready: read 0 of 0 offsets in 1 partitions of "));
  }

  @Test
  void whatIsNotReadYetIsWaitedForAndNamed() {
    Readings readings =
        new Readings(
            reading("metrics"),
            List.of(reading("attention"), unread("verdicts")),
            List.of(unread("milestones")));
    assertThat(readings.isReady()).isFalse();
    assertThat(readings.obstacle())
        .isEqualTo(
            "not ready: read nothing yet of verdicts; not ready: read nothing yet of milestones");
  }

  @Test
  void anOlderInstallationIsReadyWithoutTheTopicsThatItLacksButHasNoApi() {
    Readings readings =
        new Readings(
            reading("metrics"),
            List.of(missing("attention"), reading("verdicts")),
            List.of(missing("milestones")));
    assertThat(readings.isReady()).isTrue();
    assertThat(readings.obstacle())
        .contains("topic attention does not exist yet")
        .doesNotContain("milestones");
  }

  @Test
  void withoutTheTopicsConfiguredThereIsNoApi() {
    Readings readings = new Readings(reading("metrics"), List.of(), List.of());
    assertThat(readings.isReady()).isTrue();
    assertThat(readings.obstacle()).contains("not configured");
  }
}
