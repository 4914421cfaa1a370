package io.aftercare.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercare.contract.DeadLetter;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.Topics;
import io.aftercare.launcher.broker.EmbeddedBroker;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code aftercare run} as its own process against a Kafka that was there before it: good events
 * among noise, every way of being wrong, and an orderly stop.
 */
class RunIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final byte[] NOISE = {7, 0, -1, 42};
  private static final byte[] UNKNOWN_FINGERPRINT = {(byte) 0xC3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 0};

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void goodEventsCountAndEverythingElseIsADeadLetterWithItsReason() throws Exception {
    int port = freePort();
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      Process run = start(config(broker, port), "--create-topics=2");
      try {
        awaitMetric(port, "aftercare_exporter_ready 1.0");
        String now = Instant.now().toString();
        send(broker, "T-1", created("T-1", now));
        send(broker, "T-2", NOISE);
        send(broker, "T-2", UNKNOWN_FINGERPRINT);
        send(broker, "T-2", new byte[] {0, 0, 0, 0, 9, 1});
        send(broker, "T-2", created("T-2", "yesterday"));
        send(broker, "T-2", created("T-2", Instant.now().plusSeconds(3600).toString()));
        send(broker, "T-3", created("T-3", now));

        awaitMetric(port, "aftercare_tickets_created_total{channel=\"web\",region=\"north\"} 2.0");
        awaitMetric(port, "aftercare_policy_info{policy=\"fix\",version=\"1\"} 1.0");
        assertThat(said()).contains("Published calendar/always@1", "Published policy/fix@1");
        awaitMetric(port, "aftercare_events_read_total{stream=\"tickets\"} 7.0");
        awaitMetric(port, "aftercare_events_total{result=\"rejected\",stream=\"tickets\"} 5.0");
        assertThat(deadLetters(broker, 5))
            .extracting(DeadLetter::getReason)
            .containsExactlyInAnyOrder(
                "unknown_format",
                "unknown_schema_fingerprint",
                "schema_registry_not_configured",
                "json_field_invalid",
                "future_occurred_at");
      } finally {
        run.destroy();
      }
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(run.exitValue()).as(said()).isEqualTo(143);
    }
  }

  @Test
  void aWrongKeyStopsTheStartAndNamesTheRightOne() throws Exception {
    Path config = directory.resolve("wrong.yaml");
    Files.writeString(config, "job:\n  paralelism: 2\n");
    Process run = start(config);
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(2);
    assertThat(said()).contains("wrong.yaml:2", "job.paralelism", "job.parallelism");
  }

  @Test
  void aWrongWebConfigurationStopsTheStartAndNamesItsLine() throws Exception {
    Path web = directory.resolve("web.yml");
    Files.writeString(web, "basic_auth_users:\n  alice: secret\n");
    Path config = directory.resolve("wrong-web.yaml");
    Files.writeString(config, "exporter:\n  web_config_file: " + web + "\n");
    Process run = start(config);
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(2);
    assertThat(said()).contains("web.yml:2", "basic_auth_users.alice").doesNotContain("secret");
  }

  private Path config(EmbeddedBroker broker, int port) throws IOException {
    Path config = directory.resolve("aftercare.yaml");
    Files.writeString(
        config,
        """
        kafka:
          bootstrap_servers: %s
        job:
          checkpoint_interval: 500ms
          policies: %s
        exporter:
          port: %d
        """
            .formatted(broker.bootstrapServers(), policies(), port));
    return config;
  }

  /** The region that the events name, on a calendar of its own. */
  private Path policies() throws IOException {
    return Files.writeString(
        directory.resolve("policies.yaml"),
        """
        policies:
          - {id: fix, version: 1, sla: fix, metric: resolution, targets: {all: 4h}, calendar: business}
        calendars:
          - {id: always, version: 1, zone: UTC, weekly: {mon: ["00:00-24:00"], tue: ["00:00-24:00"]}}
        regions:
          - {name: north, zone: UTC, calendar: always}
        """);
  }

  private Process start(Path config, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path", "")));
    command.addAll(List.of("io.aftercare.launcher.Aftercare", "run", "--config"));
    command.add(config.toString());
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("said.txt").toFile())
        .start();
  }

  private String said() throws IOException {
    return Files.readString(directory.resolve("said.txt"));
  }

  private static byte[] created(String ticket, String at) {
    return """
    {"event_id": "1", "event_type": "CREATED", "ticket_id": "%s", "occurred_at": "%s",
     "region": "north", "channel": "WEB", "priority": "P2"}"""
        .formatted(ticket, at)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void send(EmbeddedBroker broker, String key, byte[] value) throws Exception {
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(Topics.TICKET_EVENTS, keyBytes, value)).get();
    }
  }

  private static List<DeadLetter> deadLetters(EmbeddedBroker broker, int wanted) throws Exception {
    String topic = Topics.deadLettersOf(Topics.TICKET_EVENTS);
    Map<String, Object> client =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest");
    SingleObject<DeadLetter> format = new SingleObject<>(DeadLetter.class);
    List<DeadLetter> letters = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1)));
      Instant limit = Instant.now().plus(PATIENCE);
      while (letters.size() < wanted && Instant.now().isBefore(limit)) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          letters.add(format.decode(record.value()));
        }
      }
    }
    return letters;
  }

  private void awaitMetric(int port, String line) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(() -> assertThat(scrape(port)).as(said()).contains(line));
  }

  private static String scrape(int port) throws InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException notYet) {
      return "no answer: " + notYet;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
