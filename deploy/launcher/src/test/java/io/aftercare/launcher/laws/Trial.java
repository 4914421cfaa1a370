package io.aftercare.launcher.laws;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.aftercare.contract.Topics;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.measure.SeriesUpdate;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.MilestoneEntry;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.window.WindowEntry;
import io.aftercare.job.FlinkDefaults;
import io.aftercare.job.JobSettings;
import io.aftercare.job.TicketJob;
import io.aftercare.job.TicketJobSettings;
import io.aftercare.launcher.broker.EmbeddedBroker;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.flink.LocalFlink;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * One run of the production wiring over a bounded input, on a broker and a cluster of its own.
 *
 * @param mishap a failure on the way; null: none
 */
record Trial(SyntheticInput input, int partitions, int parallelism, @Nullable Mishap mishap) {
  private static final Duration FOR_EVER = Duration.ofDays(36_500);
  private static final Duration PUBLICATION = Duration.ofMillis(25);
  private static final Duration CHECKPOINTS = Duration.ofMillis(250);
  private static final long PATIENCE_SECONDS = 240;

  static Outcome run(SyntheticInput input, int partitions, int parallelism) throws Exception {
    return new Trial(input, partitions, parallelism, null).run();
  }

  Outcome run() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (TopicAdmin admin = TopicAdmin.connect(kafka, Duration.ofSeconds(30))) {
        admin.createMissing(TopicPlan.simulated(partitions));
      }
      InputWriter.replay(kafka, Topics.TICKET_EVENTS, input);
      judge(settings(broker.bootstrapServers()));
      return Outcome.of(kafka);
    }
  }

  private JobSettings settings(String broker) {
    return JobSettings.defaults(broker).toBuilder()
        .bounded(true)
        .asOf(input.latest())
        .closedRetention(FOR_EVER)
        .gaugeInterval(PUBLICATION)
        .checkpointInterval(CHECKPOINTS)
        .parallelism(parallelism)
        .build();
  }

  private void judge(JobSettings settings) throws Exception {
    try (LocalFlink flink = LocalFlink.start(FlinkDefaults.of(settings), parallelism)) {
      StreamExecutionEnvironment env = flink.environment();
      env.configure(FlinkDefaults.of(settings));
      DataStream<Inbound<TicketEvent>> tickets = TicketJob.source(settings).attachTo(env);
      TicketJob.Outputs outputs = new TicketJob.KafkaOutputs(settings);
      if (mishap != null) {
        tickets =
            tickets
                .process(new FailsOnce<>(mishap), tickets.getType())
                .name("mishap")
                .uid("mishap");
        outputs = new Watched(outputs, mishap);
      }
      TicketJob.define(
          tickets,
          TicketJob.calls(settings).attachTo(env),
          TicketJob.rules(settings).attachTo(env),
          outputs,
          TicketJobSettings.of(settings));
      env.executeAsync(TicketJob.NAME).getJobExecutionResult().get(PATIENCE_SECONDS, SECONDS);
    }
  }

  /** The outputs, with the mishap told of every publication. */
  private record Watched(TicketJob.Outputs outputs, Mishap mishap) implements TicketJob.Outputs {
    @Override
    public void ledger(DataStream<LedgerEntry> entries) {
      outputs.ledger(entries);
    }

    @Override
    public void milestones(DataStream<MilestoneEntry> entries) {
      outputs.milestones(entries);
    }

    @Override
    public void windows(DataStream<WindowEntry> entries) {
      outputs.windows(entries);
    }

    @Override
    public void attention(DataStream<AttentionChange> changes) {
      outputs.attention(changes);
    }

    @Override
    public void deadLetters(DataStream<Rejection> rejections) {
      outputs.deadLetters(rejections);
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
