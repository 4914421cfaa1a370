package io.aftercare.launcher.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.Topics;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class EmbeddedBrokerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long YEAR_2015 = 1_420_070_400_000L;
  private static final long YEAR_2033 = 1_988_150_400_000L;

  private static EmbeddedBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start();
    try (TopicAdmin admin = TopicAdmin.connect(client(), PATIENCE)) {
      admin.createMissing(TopicPlan.simulated(2));
    }
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void topicsAreCreatedOnceAndThenLeftAlone() {
    try (TopicAdmin admin = TopicAdmin.connect(client(), PATIENCE)) {
      assertThat(admin.missing(TopicPlan.simulated(2))).isEmpty();
      assertThat(admin.createMissing(TopicPlan.simulated(2))).isEmpty();
    }
  }

  @Test
  void aTopicThatNoBrokerHasHeardOfYetIsAskedForAgain() throws Exception {
    TopicSpec late = new TopicSpec("heard-of-late", 3, Map.of());
    Executor soon = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);
    try (Admin other = Admin.create(Map.<String, Object>copyOf(client()));
        TopicAdmin admin = TopicAdmin.connect(client(), PATIENCE)) {
      CompletableFuture<Void> creation =
          CompletableFuture.runAsync(() -> other.createTopics(List.of(late.request())), soon);
      admin.awaitLeaders(List.of(late));
      creation.join();
    }
  }

  @Test
  void theMetricsTopicIsCompactedInSmallSegments() throws Exception {
    Config config = configOf(Topics.METRICS);
    assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
    assertThat(config.get("segment.ms").value()).isEqualTo("600000");
    assertThat(config.get("max.message.bytes").value()).isEqualTo("2097152");
  }

  @Test
  void recordsKeepTheTimeThatTheirWriterStatesThroughARestart() throws Exception {
    send(YEAR_2015, "past");
    broker.restart();
    send(YEAR_2033, "future");
    assertThat(read(2)).extracting(ConsumerRecord::timestamp).containsExactly(YEAR_2015, YEAR_2033);
  }

  @Test
  void aGivenPortIsUsedAndTheDataAreGoneAfterClosing() throws Exception {
    int port = BrokerPorts.free().broker();
    Path directory;
    try (EmbeddedBroker other = EmbeddedBroker.start(port)) {
      directory = other.directory();
      assertThat(other.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
      assertThat(directory).isDirectory();
    }
    assertThat(directory).doesNotExist();
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedBroker.start(taken.getLocalPort()))
          .hasMessage("Port %d on 127.0.0.1 is in use", taken.getLocalPort());
    }
  }

  private static Map<String, String> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static Config configOf(String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(client()))) {
      return admin.describeConfigs(List.of(resource)).values().values().iterator().next().get();
    }
  }

  private static void send(long timestamp, String value) throws Exception {
    Properties properties = new Properties();
    properties.putAll(client());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(Topics.TICKET_EVENTS, 0, timestamp, "T1", value)).get();
    }
  }

  private static List<ConsumerRecord<String, String>> read(int count) {
    Properties properties = new Properties();
    properties.putAll(client());
    TopicPartition partition = new TopicPartition(Topics.TICKET_EVENTS, 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<ConsumerRecord<String, String>> records = new ArrayList<>();
      for (ConsumerRecords<String, String> polled = consumer.poll(PATIENCE);
          !polled.isEmpty() && records.size() < count;
          polled = consumer.poll(Duration.ofSeconds(1))) {
        polled.forEach(records::add);
      }
      return records;
    }
  }
}
