package io.aftercare.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftercare.contract.Attention;
import io.aftercare.contract.AttentionClock;
import io.aftercare.contract.AttentionState;
import io.aftercare.contract.ClockChange;
import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.MetricKind;
import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.Milestone;
import io.aftercare.contract.MilestoneKind;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.Spike;
import io.aftercare.contract.SpikeKind;
import io.aftercare.contract.SpikePhase;
import io.aftercare.contract.Topics;
import io.aftercare.contract.Verdict;
import io.aftercare.exporter.Exporter;
import io.aftercare.exporter.ExporterSettings;
import io.aftercare.exporter.LedgerTopics;
import io.aftercare.launcher.broker.EmbeddedBroker;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The exporter against real topics: what it answers is what they hold, whoever asks which replica,
 * before a restart or after it.
 */
class PagesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PATHS =
      List.of(
          "/api/v1/overview",
          "/api/v1/regions",
          "/api/v1/regions/north",
          "/api/v1/tickets",
          "/api/v1/verdicts",
          "/api/v1/spikes",
          "/api/v1/tickets/T-1",
          "/api/v1/tickets/T-3",
          "/api/v1/tickets/only-steps");

  private static EmbeddedBroker broker;

  @BeforeAll
  static void writeTheTopics() throws Exception {
    broker = EmbeddedBroker.start();
    try (TopicAdmin admin = TopicAdmin.connect(client(), PATIENCE)) {
      admin.createMissing(TopicPlan.simulated(2));
    }
    Map<String, Object> properties = Map.copyOf(client());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      writeMetrics(producer);
      writeAttention(producer);
      writeVerdicts(producer);
      writeMilestones(producer);
      writeSpikes(producer);
    }
  }

  @AfterAll
  static void stopTheBroker() {
    broker.close();
  }

  private static Map<String, String> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static void writeMetrics(KafkaProducer<String, byte[]> producer) throws Exception {
    gauge(producer, "aftercare_watermark_timestamp_seconds", 1772442000, "stream", "tickets");
    gauge(producer, "aftercare_catching_up", 1, "stream", "tickets");
    gauge(producer, "aftercare_sla_target_ratio", 0.9, "sla", "first_response");
    for (String region : List.of("north", "south")) {
      gauge(
          producer,
          "aftercare_backlog_tickets",
          region.length(),
          "region",
          region,
          "priority",
          "p1",
          "state",
          "new");
    }
  }

  private static void writeAttention(KafkaProducer<String, byte[]> producer) throws Exception {
    for (int i = 1; i <= 12; i++) {
      Instant deadline = NINE.minusSeconds(60L * i);
      send(producer, Topics.ATTENTION, "T-" + i, attention("T-" + i, "north", deadline));
    }
    send(producer, Topics.ATTENTION, "T-2", attention("T-2", "south", NINE.minusSeconds(30)));
    send(producer, Topics.ATTENTION, "T-12", null);
  }

  /** Two that open, of which one closes; it is over when it is read. */
  private static void writeSpikes(KafkaProducer<String, byte[]> producer) throws Exception {
    for (String region : List.of("north", "south")) {
      Spike.Builder spike =
          Spike.newBuilder()
              .setSpikeId("spike/" + region)
              .setKind(SpikeKind.SPIKE)
              .setPhase(SpikePhase.OPENED)
              .setAt(NINE.minusSeconds(1_800))
              .setOpenedAt(NINE.minusSeconds(1_800))
              .setRegion(region)
              .setCategory("damage")
              .setScore(6)
              .setWindowMinutes(60)
              .setObserved(47)
              .setExpected(12);
      send(producer, Topics.SPIKES, region + "/damage", spike.build());
      if (region.equals("south")) {
        spike.setPhase(SpikePhase.CLOSED).setAt(NINE);
        send(producer, Topics.SPIKES, region + "/damage", spike.build());
      }
    }
  }

  private static void writeVerdicts(KafkaProducer<String, byte[]> producer) throws Exception {
    verdict(producer, row("T-1", 1).build());
    verdict(producer, settled(row("T-1", 2), ClockVerdict.MET, "08:30").build());
    verdict(producer, row("T-3", 1).build());
    verdict(producer, settled(row("T-3", 2), ClockVerdict.BREACHED, "08:40").build());
    verdict(
        producer,
        settled(row("T-3", 3), ClockVerdict.MET, "08:20")
            .setChange(ClockChange.CORRECTED)
            .setPreviousVerdict(ClockVerdict.BREACHED)
            .build());
    verdict(producer, row("T-4", 1).build());
    verdict(producer, settled(row("T-4", 2), ClockVerdict.BREACHED, "08:50").build());
    // What is said again after a failure changes nothing.
    verdict(producer, settled(row("T-4", 2), ClockVerdict.BREACHED, "08:50").build());
    producer.send(new ProducerRecord<>(Topics.VERDICTS, "noise", new byte[] {7, 0, 1})).get();
  }

  private static void writeMilestones(KafkaProducer<String, byte[]> producer) throws Exception {
    for (String ticket : List.of("T-1", "T-3", "only-steps")) {
      Milestone created =
          Milestone.newBuilder()
              .setMilestoneId(ticket + "/created/1")
              .setRevision(1)
              .setTicketId(ticket)
              .setKind(MilestoneKind.CREATED)
              .setNumber(1)
              .setAt(NINE.minusSeconds(3600))
              .setElapsedMillis(0)
              .setRegion("north")
              .setOriginRegion("north")
              .setChannel("web")
              .setPriority("p1")
              .setServiceType("repair")
              .build();
      send(producer, Topics.MILESTONES, ticket, created);
    }
  }

  private static Attention attention(String ticket, String region, Instant deadline) {
    return Attention.newBuilder()
        .setTicketId(ticket)
        .setState(AttentionState.OVERDUE)
        .setSince(deadline)
        .setRegion(region)
        .setPriority("p1")
        .setClocks(
            List.of(
                AttentionClock.newBuilder()
                    .setSla("triage")
                    .setCycle(1)
                    .setPolicy("triage")
                    .setPolicyVersion(1)
                    .setState(AttentionState.OVERDUE)
                    .setLevel(90)
                    .setOpenedAt(NINE.minusSeconds(7200))
                    .setDeadline(deadline)
                    .build()))
        .build();
  }

  private static Verdict.Builder row(String ticket, long revision) {
    return Verdict.newBuilder()
        .setClockId(ticket + "/first_response/active/1")
        .setRevision(revision)
        .setChange(ClockChange.OPENED)
        .setTicketId(ticket)
        .setSla("first_response")
        .setSlot("active")
        .setPolicy("answer")
        .setPolicyVersion(1)
        .setCycle(1)
        .setRegion("north")
        .setOriginRegion("north")
        .setPriority("p1")
        .setOpenedAt(NINE.minusSeconds(3600))
        .setDeadline(NINE.minusSeconds(1200))
        .setVerdict(ClockVerdict.RUNNING);
  }

  private static Verdict.Builder settled(Verdict.Builder row, ClockVerdict verdict, String at) {
    return row.setChange(ClockChange.SETTLED)
        .setVerdict(verdict)
        .setSettledAt(Instant.parse("2026-03-02T" + at + ":00Z"))
        .setCause("agent_reply");
  }

  private static void gauge(
      KafkaProducer<String, byte[]> producer, String name, double value, String... labels)
      throws Exception {
    Map<String, String> named = new TreeMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      named.put(labels[i], labels[i + 1]);
    }
    MetricRecord metric =
        MetricRecord.newBuilder()
            .setLineageId("one")
            .setLineageStartedAt(NINE)
            .setJob("tickets")
            .setName(name)
            .setKind(MetricKind.GAUGE)
            .setLabels(named)
            .setValue(value)
            .setPublishedAt(NINE.plusSeconds(1))
            .build();
    send(producer, Topics.METRICS, name + named, metric);
  }

  private static void verdict(KafkaProducer<String, byte[]> producer, Verdict row)
      throws Exception {
    send(producer, Topics.VERDICTS, row.getTicketId(), row);
  }

  @SuppressWarnings("unchecked")
  private static void send(
      KafkaProducer<String, byte[]> producer,
      String topic,
      String key,
      @Nullable SpecificRecord value)
      throws Exception {
    byte[] bytes = null;
    if (value != null) {
      var format = new SingleObject<>((Class<SpecificRecord>) value.getClass());
      bytes = format.encode(value);
    }
    producer.send(new ProducerRecord<>(topic, key, bytes)).get();
  }

  private static Exporter start() throws Exception {
    Exporter exporter =
        Exporter.start(ExporterSettings.defaults(broker.bootstrapServers()).withPort(0));
    awaitStatus(exporter, "/ready", 200);
    return exporter;
  }

  private static void awaitStatus(Exporter exporter, String path, int status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(get(exporter, path).statusCode()).isEqualTo(status));
  }

  private static HttpResponse<String> get(Exporter exporter, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + exporter.port() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Accept", "application/openmetrics-text").build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** An answer without what depends on when it was asked for. */
  private static JsonNode timeless(Exporter exporter, String path) throws Exception {
    HttpResponse<String> answer = get(exporter, path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    JsonNode json = JSON.readTree(answer.body());
    ((ObjectNode) json).remove("generated_at");
    for (JsonNode tile : json.findParents("backlog_history")) {
      ((ObjectNode) tile).remove("backlog_history");
    }
    return json;
  }

  private static List<String> all(Exporter exporter) throws Exception {
    List<String> answers = new ArrayList<>();
    for (String path : PATHS) {
      answers.add(path + " " + timeless(exporter, path).toPrettyString());
    }
    return answers;
  }

  @Test
  void theAnswersAreWhatTheTopicsHold() throws Exception {
    try (Exporter exporter = start()) {
      JsonNode overview = timeless(exporter, "/api/v1/overview");
      assertThat(overview.get("event_time").asText()).isEqualTo("2026-03-02T09:00:00.000Z");
      assertThat(overview.get("moved_at").asText()).isEqualTo("2026-03-02T09:00:01.000Z");
      assertThat(overview.get("catching_up").asBoolean()).isTrue();
      JsonNode north = overview.get("regions").get(0);
      assertThat(north.get("region").asText()).isEqualTo("north");
      assertThat(north.get("overdue_tickets").asInt()).isEqualTo(10); // T-1, T-3 .. T-11
      assertThat(north.get("longest_overdue").get("ticket_id").asText()).isEqualTo("T-11");
      assertThat(north.get("first_response").toString())
          .isEqualTo("{\"met\":2,\"settled\":3,\"ratio\":0.6667,\"target\":0.9,\"hours\":24}");
      assertThat(overview.get("worst")).hasSize(10);
      JsonNode verdicts = timeless(exporter, "/api/v1/verdicts").get("verdicts");
      assertThat(verdicts.findValuesAsText("ticket_id")).containsExactly("T-4", "T-1", "T-3");
      assertThat(verdicts.findValuesAsText("corrected")).containsExactly("false", "false", "true");
      JsonNode corrected = timeless(exporter, "/api/v1/tickets/T-3");
      assertThat(corrected.get("complete").asBoolean()).isTrue();
      assertThat(corrected.get("clocks").get(0).get("timeline").findValuesAsText("what"))
          .containsExactly("opened", "breached", "corrected", "met");
      // No verdict was ever said of it: only a look at the topic itself can tell that.
      JsonNode steps = timeless(exporter, "/api/v1/tickets/only-steps");
      assertThat(steps.get("complete").asBoolean()).isTrue();
      assertThat(steps.get("milestones")).hasSize(1);
      assertThat(get(exporter, "/api/v1/tickets/nobody").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void spikesAreReadToTheirLastWord() throws Exception {
    try (Exporter exporter = start()) {
      JsonNode spikes = timeless(exporter, "/api/v1/spikes").get("spikes");
      assertThat(spikes.findValuesAsText("region")).containsExactly("north", "south");
      assertThat(spikes.findValuesAsText("state")).containsExactly("open", "closed");
      assertThat(spikes.get(0).get("text").asText())
          .isEqualTo("47 complaints in 60 min, 12 expected");
    }
  }

  @Test
  void aRestartAndASecondReplicaAnswerTheSame() throws Exception {
    List<String> before;
    String series;
    try (Exporter first = start();
        Exporter second = start()) {
      before = all(first);
      series = first.render();
      assertThat(all(second)).isEqualTo(before);
      assertThat(second.render()).isEqualTo(series);
      assertThat(series)
          .contains(
              "aftercare_sla_worst_overdue_deadline_seconds{rank=\"1\",region=\"north\","
                  + "sla=\"triage\",ticket_id=\"T-11\"} 1.77244134E9\n")
          .doesNotContain("rank=\"6\"");
    }
    try (Exporter again = start()) {
      assertThat(all(again)).isEqualTo(before);
      assertThat(again.render()).isEqualTo(series);
    }
  }

  @Test
  void itsOwnHealthSaysWhatWasReadAndWhenEventTimeMoved() throws Exception {
    try (Exporter exporter = start()) {
      String metrics = get(exporter, "/metrics").body();
      assertThat(metrics)
          .contains("aftercare_exporter_progress_timestamp_seconds 1.772442001E9\n")
          .contains(
              "aftercare_exporter_undecodable_records_total{topic=\"aftercare.verdicts.v1\"} 1.0\n");
      for (String topic :
          List.of(
              Topics.METRICS,
              Topics.ATTENTION,
              Topics.VERDICTS,
              Topics.MILESTONES,
              Topics.SPIKES)) {
        assertThat(metrics).contains("aftercare_exporter_lag_records{topic=\"" + topic + "\"} 0");
      }
    }
  }

  @Test
  void anInstallationWithoutTheTopicsHasItsMetricsAndNoApi() throws Exception {
    ExporterSettings settings =
        ExporterSettings.defaults(broker.bootstrapServers())
            .withPort(0)
            .withLedgers(
                new LedgerTopics(
                    "no.attention", Topics.VERDICTS, "no.milestones", "no.windows", "no.spikes"));
    try (Exporter exporter = Exporter.start(settings)) {
      awaitStatus(exporter, "/metrics", 200);
      awaitStatus(exporter, "/ready", 200);
      HttpResponse<String> refused = get(exporter, "/api/v1/overview");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.body()).contains("no.attention does not exist yet");
    }
  }
}
