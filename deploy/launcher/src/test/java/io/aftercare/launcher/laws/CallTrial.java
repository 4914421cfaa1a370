package io.aftercare.launcher.laws;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.aftercare.contract.Contact;
import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.Topics;
import io.aftercare.contract.Verdict;
import io.aftercare.domain.call.AgentEvent;
import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.ContactEntry;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.measure.SeriesUpdate;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.job.CallJob;
import io.aftercare.job.CallJobSettings;
import io.aftercare.job.FlinkDefaults;
import io.aftercare.job.JobSettings;
import io.aftercare.job.TicketJob;
import io.aftercare.launcher.broker.EmbeddedBroker;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.flink.LocalFlink;
import io.aftercare.oracle.call.CallWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * One run of the call job's production wiring over a bounded input, on a broker and a cluster of
 * its own.
 *
 * @param arrivals in the order in which they are sent
 * @param asOf the end of time, ms
 * @param mishap a failure on the way; null: none
 */
record CallTrial(
    CallWorld world,
    List<CallEvent> arrivals,
    long asOf,
    int partitions,
    int parallelism,
    @Nullable Mishap mishap) {
  private static final Duration FOR_EVER = Duration.ofDays(36_500);
  private static final Duration PUBLICATION = Duration.ofMillis(25);
  private static final Duration CHECKPOINTS = Duration.ofMillis(250);
  private static final long PATIENCE_SECONDS = 240;

  /** What the job's output topics say in the end. */
  record Outcome(
      int logged,
      SortedMap<String, String> contacts,
      SortedMap<String, String> clocks,
      Figures figures) {}

  Outcome run() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (TopicAdmin admin = TopicAdmin.connect(kafka, Duration.ofSeconds(30))) {
        admin.createMissing(TopicPlan.simulated(partitions));
      }
      CallWriter.write(kafka, arrivals, asOf);
      judge(settings(broker.bootstrapServers()));
      List<Contact> log = TopicLog.read(kafka, Topics.CONTACTS, Contact.class);
      return new Outcome(
          log.size(),
          CallLedger.contacts(log),
          CallLedger.clocks(TopicLog.read(kafka, Topics.VERDICTS, Verdict.class)),
          new Figures(TopicLog.read(kafka, Topics.METRICS, MetricRecord.class)));
    }
  }

  private JobSettings settings(String broker) {
    return JobSettings.defaults(broker).toBuilder()
        .bounded(true)
        .asOf(Instant.ofEpochMilli(asOf))
        .closedRetention(FOR_EVER)
        .longestWait(Duration.ofMillis(world.limits().waitMillis()))
        .longestTalk(Duration.ofMillis(world.limits().talkMillis()))
        .longestWrapUp(Duration.ofMillis(world.limits().wrapUpMillis()))
        .gaugeInterval(PUBLICATION)
        .checkpointInterval(CHECKPOINTS)
        .parallelism(parallelism)
        .rules(world.rules())
        .build();
  }

  private void judge(JobSettings settings) throws Exception {
    try (LocalFlink flink = LocalFlink.start(FlinkDefaults.of(settings), parallelism)) {
      StreamExecutionEnvironment env = flink.environment();
      env.configure(FlinkDefaults.of(settings));
      DataStream<Inbound<CallEvent>> calls = CallJob.calls(settings).attachTo(env);
      CallJob.Outputs outputs = new CallJob.KafkaOutputs(settings);
      if (mishap != null) {
        calls =
            calls.process(new FailsOnce<>(mishap), calls.getType()).name("mishap").uid("mishap");
        outputs = new Watched(outputs, mishap);
      }
      DataStream<Inbound<AgentEvent>> agents = CallJob.agents(settings).attachTo(env);
      CallJob.define(
          calls,
          agents,
          TicketJob.rules(settings).attachTo(env),
          outputs,
          CallJobSettings.of(settings));
      env.executeAsync(CallJob.NAME).getJobExecutionResult().get(PATIENCE_SECONDS, SECONDS);
    }
  }

  /** The outputs, with the mishap told of every publication. */
  private record Watched(CallJob.Outputs outputs, Mishap mishap) implements CallJob.Outputs {
    @Override
    public void contacts(DataStream<ContactEntry> entries) {
      outputs.contacts(entries);
    }

    @Override
    public void ledger(DataStream<LedgerEntry> entries) {
      outputs.ledger(entries);
    }

    @Override
    public void attention(DataStream<AttentionChange> changes) {
      outputs.attention(changes);
    }

    @Override
    public void deadCalls(DataStream<Rejection> rejections) {
      outputs.deadCalls(rejections);
    }

    @Override
    public void deadAgents(DataStream<Rejection> rejections) {
      outputs.deadAgents(rejections);
    }

    @Override
    public void metrics(DataStream<SeriesUpdate> updates) {
      String plan = mishap.id();
      outputs.metrics(
          updates
              .filter(
                  update -> {
                    Mishap.of(plan).published(update.publishedAt());
                    return true;
                  })
              .setParallelism(1)
              .name("watch")
              .uid("watch"));
    }
  }
}
