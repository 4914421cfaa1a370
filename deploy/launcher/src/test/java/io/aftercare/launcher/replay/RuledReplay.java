package io.aftercare.launcher.replay;

import io.aftercare.contract.Attention;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.Topics;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.job.FlinkDefaults;
import io.aftercare.job.JobSettings;
import io.aftercare.job.TicketJob;
import io.aftercare.job.TicketJobSettings;
import io.aftercare.launcher.broker.EmbeddedBroker;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.flink.LocalFlink;
import io.aftercare.launcher.replay.feed.DomainTime;
import io.aftercare.launcher.replay.feed.ReplayLoader;
import io.aftercare.launcher.replay.mapping.Mapping;
import io.aftercare.launcher.replay.mapping.MappingLocator;
import io.aftercare.launcher.replay.report.RegionView;
import io.aftercare.launcher.replay.report.Reports;
import io.aftercare.launcher.replay.report.Stories;
import io.aftercare.launcher.replay.source.EventRows;
import io.aftercare.launcher.replay.source.Pseudonyms;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A replay under rules of one's own, reports and all; and the attention list as it stands at the
 * end: ticket to state.
 */
record RuledReplay(Path out, Map<String, String> attention) {
  private static final int PARTITIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

  static RuledReplay of(
      Path out, Path file, String mapping, Instant asOf, String sla, Rulebook rules)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (TopicAdmin admin = TopicAdmin.connect(kafka, PATIENCE)) {
        admin.createMissing(TopicPlan.simulated(PARTITIONS));
      }
      load(file, MappingLocator.read(mapping), asOf, kafka);
      judge(asOf, rules, broker.bootstrapServers());
      Stories stories = new Stories(RegionView.OWNER);
      OutputTopics topics = new OutputTopics(kafka);
      topics.readInto(stories);
      new Reports(RegionView.OWNER, sla, asOf, ZoneId.of("UTC"))
          .write(out, stories, topics.rejected(Topics.TICKET_EVENTS));
      return new RuledReplay(out, attention(kafka));
    }
  }

  private static void load(Path file, Mapping mapping, Instant asOf, Map<String, String> kafka)
      throws Exception {
    try (InputTopic topic = InputTopic.connect(kafka)) {
      ReplayLoader loader =
          new ReplayLoader(
              new EventRows(mapping, Pseudonyms.keyed("test")),
              Topics.TICKET_EVENTS,
              PARTITIONS,
              new DomainTime(JobSettings.OUT_OF_ORDERNESS, JobSettings.FUTURE_TOLERANCE, asOf),
              Instant.now(),
              topic);
      ReplayInput.of(List.of(file), mapping).loadWith(loader, NOWHERE);
    }
  }

  private static void judge(Instant asOf, Rulebook rules, String servers) throws Exception {
    JobSettings settings =
        JobSettings.defaults(servers).toBuilder()
            .closedRetention(Duration.ofDays(36_500))
            .checkpointInterval(Duration.ofSeconds(1))
            .asOf(asOf)
            .bounded(true)
            .parallelism(2)
            .rules(rules)
            .build();
    try (LocalFlink flink = LocalFlink.start(FlinkDefaults.of(settings), 2)) {
      StreamExecutionEnvironment env = flink.environment();
      env.configure(FlinkDefaults.of(settings));
      TicketJob.define(
          TicketJob.source(settings).attachTo(env),
          TicketJob.calls(settings).attachTo(env),
          TicketJob.rules(settings).attachTo(env),
          new TicketJob.KafkaOutputs(settings),
          TicketJobSettings.of(settings));
      env.executeAsync(TicketJob.NAME).getJobExecutionResult().get(10, TimeUnit.MINUTES);
    }
  }

  /** The last record of every ticket, those that are null left out. */
  private static Map<String, String> attention(Map<String, String> kafka) throws Exception {
    SingleObject<Attention> format = new SingleObject<>(Attention.class);
    Map<String, String> list = new TreeMap<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.copyOf(kafka), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.ATTENTION, PATIENCE).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (record.value() == null) {
            list.remove(record.key());
          } else {
            list.put(record.key(), format.decode(record.value()).getState().name());
          }
        }
      }
    }
    return list;
  }
}
