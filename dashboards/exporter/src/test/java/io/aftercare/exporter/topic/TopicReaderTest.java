package io.aftercare.exporter.topic;

import static io.aftercare.exporter.view.Told.created;
import static io.aftercare.exporter.view.Told.key;
import static io.aftercare.exporter.view.Told.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercare.contract.MetricRecord;
import io.aftercare.exporter.view.MetricsView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a real broker does not do on demand; the rest is tested against one by the launcher. */
@Tag("slow")
class TopicReaderTest {
  private static final String TOPIC = "metrics";
  private static final TopicPartition ONLY = new TopicPartition(TOPIC, 0);
  private static final byte[] NOISE = {1, 2, 3};

  private final MockConsumer<byte[], byte[]> broker = new MockConsumer<>("earliest");
  private final MetricsView view = new MetricsView(List.of(), 0);
  private final TopicReader reader =
      new TopicReader(broker, TOPIC, Beginning.earliest(), new MetricsIntake(view));
  private final ReaderStatus status = reader.status();

  @AfterEach
  void stop() {
    reader.close();
    assertThat(broker.closed()).isTrue();
  }

  private void topicExists(long end) {
    broker.updateBeginningOffsets(Map.of(ONLY, 0L));
    broker.updateEndOffsets(Map.of(ONLY, end));
    Node[] nodes = {};
    broker.updatePartitions(
        TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), nodes, nodes)));
  }

  private void arrives(long offset, MetricRecord metric) {
    arrives(offset, bytes(key(metric)), encoded(metric));
  }

  private void arrives(long offset, byte[] key, byte[] value) {
    broker.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, key, value));
  }

  private void assigned() {
    await().until(() -> !broker.assignment().isEmpty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] encoded(MetricRecord metric) {
    try {
      return MetricRecord.getEncoder().encode(metric).array().clone();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anEmptyTopicIsReadAtOnce() throws InterruptedException {
    topicExists(0);
    reader.start();
    assertThat(status.awaitReady(Duration.ofSeconds(10))).isTrue();
    assertThat(status.describe()).startsWith("ready: read 0 of 0 offsets in 1 partitions");
  }

  @Test
  void itIsReadyWhenItHasReadWhatWasThereAtTheStart() throws InterruptedException {
    topicExists(2);
    reader.start();
    assigned();
    arrives(0, created("north", 3));
    await().until(() -> status.describe().contains("read 1 of 2 offsets"));
    assertThat(status.isReady()).isFalse();
    arrives(1, created("south", 4));
    assertThat(status.awaitReady(Duration.ofSeconds(10))).isTrue();
    assertThat(moved(view.scraper().collect())).hasSize(2);
  }

  @Test
  void aTopicThatDoesNotExistYetIsWaitedFor() throws InterruptedException {
    reader.start();
    await().until(() -> status.describe().contains("topic metrics does not exist yet"));
    assertThat(status.isMissing()).isTrue();
    topicExists(0);
    assertThat(status.awaitReady(Duration.ofSeconds(10))).isTrue();
    assertThat(status.isMissing()).isFalse();
  }

  @Test
  void noiseAndAMissingKeyAreCountedAndTheRecordsAroundThemServed() throws InterruptedException {
    topicExists(4);
    reader.start();
    assigned();
    arrives(0, created("north", 3));
    arrives(1, bytes("noise"), NOISE);
    broker.addRecord(new ConsumerRecord<>(TOPIC, 0, 2, null, encoded(created("north", 9))));
    arrives(3, created("south", 4));
    assertThat(status.awaitReady(Duration.ofSeconds(10))).isTrue();
    assertThat(status.undecodableRecords()).isEqualTo(2);
    assertThat(moved(view.totals())).hasSize(2);
  }

  @Test
  void anOutageLeavesItReadyAndTheLagUnknownUntilTheBrokersAnswer() throws InterruptedException {
    topicExists(0);
    reader.start();
    assertThat(status.awaitReady(Duration.ofSeconds(10))).isTrue();
    await().until(() -> status.lagRecords() == 0);
    broker.setOffsetsException(new TimeoutException("no broker answers"));
    await().until(() -> Double.isNaN(status.lagRecords()));
    assertThat(status.isReady()).isTrue();
    assertThat(status.describe()).contains("no broker answers");
    await().until(() -> status.lagRecords() == 0);
    assertThat(status.describe()).doesNotContain("trouble");
  }

  @Test
  void lagCountsWhatIsNotReadYet() throws InterruptedException {
    topicExists(0);
    reader.start();
    assertThat(status.awaitReady(Duration.ofSeconds(10))).isTrue();
    broker.updateEndOffsets(Map.of(ONLY, 7L));
    await().until(() -> status.lagRecords() == 7);
    assertThat(status.isReady()).isTrue();
  }

  @Test
  void aClosedReaderIsNotReady() throws InterruptedException {
    topicExists(0);
    reader.start();
    assertThat(status.awaitReady(Duration.ofSeconds(10))).isTrue();
    reader.close();
    assertThat(status.isReady()).isFalse();
  }
}
