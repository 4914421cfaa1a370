package io.aftercare.launcher.laws;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.aftercare.contract.DeadLetter;
import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.Topics;
import io.aftercare.contract.Verdict;
import io.aftercare.job.FlinkDefaults;
import io.aftercare.job.JobSettings;
import io.aftercare.job.TicketJob;
import io.aftercare.launcher.broker.EmbeddedBroker;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.flink.LocalFlink;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A broker with live topics, which stands while jobs come and go. */
final class LiveHouse implements AutoCloseable {
  private static final int PARTITIONS = 2;
  private static final long PATIENCE_SECONDS = 60;

  private final EmbeddedBroker broker = EmbeddedBroker.start();
  private final Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
  private final KafkaProducer<byte[], byte[]> producer;

  LiveHouse() {
    try (TopicAdmin admin = TopicAdmin.connect(kafka, Duration.ofSeconds(30))) {
      admin.createMissing(TopicPlan.live(PARTITIONS));
    }
    producer = newProducer();
  }

  private KafkaProducer<byte[], byte[]> newProducer() {
    return newProducer(Map.of());
  }

  private KafkaProducer<byte[], byte[]> newProducer(Map<String, String> further) {
    Map<String, Object> properties = new HashMap<>(kafka);
    // Otherwise it forgets the topic when the broker is away, and takes nothing to keep.
    properties.put("metadata.recovery.strategy", "none");
    properties.putAll(further);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  JobSettings settings() {
    return JobSettings.defaults(broker.bootstrapServers()).toBuilder()
        .gaugeInterval(Duration.ofMillis(50))
        .parallelism(PARTITIONS)
        .build();
  }

  /** Where the record went; its time is the broker's. */
  RecordMetadata send(Sent sent) throws Exception {
    return producer
        .send(new ProducerRecord<>(Topics.TICKET_EVENTS, sent.keyBytes(), sent.value()))
        .get(PATIENCE_SECONDS, SECONDS);
  }

  /** To one partition, whatever its key; returns when the broker has it. */
  void send(int partition, Sent sent) throws Exception {
    producer
        .send(new ProducerRecord<>(Topics.TICKET_EVENTS, partition, sent.keyBytes(), sent.value()))
        .get(PATIENCE_SECONDS, SECONDS);
  }

  /** All of them at once; returns when the broker has them. */
  void sendAll(List<Sent> all) throws Exception {
    handOver(all).get(PATIENCE_SECONDS, SECONDS);
  }

  /** The same by a producer of its own, which need not wait for what others hold. */
  void sendByAnother(List<Sent> all) throws Exception {
    try (KafkaProducer<byte[], byte[]> another = newProducer()) {
      handOver(another, all).get(PATIENCE_SECONDS, SECONDS);
    }
  }

  /** Leaves them to the producer, which keeps them until the broker takes them. */
  CompletableFuture<Void> handOver(List<Sent> all) {
    return handOver(producer, all);
  }

  private static CompletableFuture<Void> handOver(
      KafkaProducer<byte[], byte[]> producer, List<Sent> all) {
    List<CompletableFuture<Void>> taken = new ArrayList<>();
    for (Sent sent : all) {
      CompletableFuture<Void> one = new CompletableFuture<>();
      Future<RecordMetadata> unused =
          producer.send(
              new ProducerRecord<>(Topics.TICKET_EVENTS, sent.keyBytes(), sent.value()),
              (at, refused) -> {
                if (refused == null) {
                  one.complete(null);
                } else {
                  one.completeExceptionally(refused);
                }
              });
      taken.add(one);
    }
    return CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new));
  }

  /** To one partition, where its end is then the mark of the commit. */
  void sendInTransaction(int partition, Sent sent) {
    try (KafkaProducer<byte[], byte[]> writer = newProducer(Map.of("transactional.id", "law"))) {
      writer.initTransactions();
      writer.beginTransaction();
      Future<RecordMetadata> unused =
          writer.send(
              new ProducerRecord<>(Topics.TICKET_EVENTS, partition, sent.keyBytes(), sent.value()));
      writer.commitTransaction();
    }
  }

  /** Deletes all records of a partition; its offsets go on. */
  void expire(int partition) throws Exception {
    TopicPartition all = new TopicPartition(Topics.TICKET_EVENTS, partition);
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(kafka))) {
      admin
          .deleteRecords(Map.of(all, RecordsToDelete.beforeOffset(-1)))
          .all()
          .get(PATIENCE_SECONDS, SECONDS);
    }
  }

  void stopBroker() {
    broker.stop();
  }

  void restartBroker() {
    broker.restart();
  }

  void addPartition() throws Exception {
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(kafka))) {
      admin
          .createPartitions(Map.of(Topics.TICKET_EVENTS, NewPartitions.increaseTo(PARTITIONS + 1)))
          .all()
          .get(PATIENCE_SECONDS, SECONDS);
    }
  }

  /** The ledger log, with the instants at which it was written. */
  List<TopicLog.Told<Verdict>> verdicts() {
    return TopicLog.told(kafka, Topics.VERDICTS, Verdict.class);
  }

  /** Any record to any topic. */
  void send(String topic, String key, byte[] value) throws Exception {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(topic, bytes, value)).get(PATIENCE_SECONDS, SECONDS);
  }

  <T extends SpecificRecord> List<T> read(String topic, Class<T> type) {
    return TopicLog.read(kafka, topic, type);
  }

  Map<String, String> kafka() {
    return kafka;
  }

  Figures figures() {
    return new Figures(TopicLog.read(kafka, Topics.METRICS, MetricRecord.class));
  }

  List<DeadLetter> deadLetters() {
    return TopicLog.read(kafka, Topics.deadLettersOf(Topics.TICKET_EVENTS), DeadLetter.class);
  }

  Path directory() {
    return broker.directory();
  }

  /** Starts the job as the product does, from a savepoint or checkpoint if there is one. */
  Run start(JobSettings settings, @Nullable String state) throws Exception {
    Configuration configuration = FlinkDefaults.of(settings);
    if (state != null) {
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, state);
    }
    LocalFlink flink = LocalFlink.start(configuration, settings.parallelism());
    try {
      return new Run(flink, TicketJob.submit(flink.environment(), settings));
    } catch (Exception failure) {
      flink.close();
      throw failure;
    }
  }

  @Override
  public void close() {
    try (broker) {
      producer.close(Duration.ofSeconds(5));
    }
  }

  /** A running job on a cluster of its own. */
  record Run(LocalFlink flink, JobClient job) implements AutoCloseable {
    /** Stops the job; where the savepoint is. */
    String stopWithSavepoint(Path directory) throws Exception {
      return job.stopWithSavepoint(
              false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
          .get(PATIENCE_SECONDS, SECONDS);
    }

    /** Cancels the job and waits until it has ended. */
    void cancel() throws Exception {
      CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
      job.cancel().get(PATIENCE_SECONDS, SECONDS);
      end.handle((result, cancelled) -> result).get(PATIENCE_SECONDS, SECONDS);
      JobStatus status = job.getJobStatus().get(PATIENCE_SECONDS, SECONDS);
      if (status != JobStatus.CANCELED) {
        throw new AssertionError("the job is " + status + ", not cancelled");
      }
    }

    Path directory() {
      return Path.of(
          flink
              .environment()
              .getConfiguration()
              .toMap()
              .getOrDefault(CoreOptions.TMP_DIRS.key(), ""));
    }

    @Override
    public void close() {
      flink.close();
    }
  }
}
