package io.aftercare.job.state;

import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.io.kafka.EventStream;
import io.aftercare.job.FlinkDefaults;
import io.aftercare.job.JobSettings;
import io.aftercare.job.TicketJob;
import io.aftercare.job.TicketJobSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Runs of the ticket job as it is in production, live, on a cluster within this process: the
 * product's dataflow and configuration between a {@link Feed} and {@link Heard}.
 */
record TicketRun(Rulebook policies, int parallelism) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * Feeds the lines after {@code from} to a job that begins with this savepoint, or with nothing,
   * until the end of time.
   */
  Heard toTheEnd(List<String> lines, int from, @Nullable Path savepoint) throws Exception {
    String run = UUID.randomUUID().toString();
    start(new Feed(lines, from, false, run), run, savepoint)
        .getJobExecutionResult()
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    return Heard.by(run);
  }

  /** Feeds the lines and stops the job in mid-life, with a savepoint in a folder under this one. */
  Heard untilSavepoint(List<String> lines, Path under) throws Exception {
    String run = UUID.randomUUID().toString();
    JobClient job = start(new Feed(lines, 0, true, run), run, null);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Heard.by(run).isAllFed() || Heard.by(run).metrics().isEmpty()) {
      if (System.nanoTime() > end || job.getJobStatus().get().isTerminalState()) {
        throw new IllegalStateException("the job ended or stood still before its savepoint");
      }
      LockSupport.parkNanos(10_000_000);
    }
    job.stopWithSavepoint(false, under.toUri().toString(), SavepointFormatType.CANONICAL)
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    return Heard.by(run);
  }

  @SuppressWarnings("deprecation") // see Feed
  private JobClient start(Feed feed, String run, @Nullable Path savepoint) throws Exception {
    JobSettings settings =
        JobSettings.defaults("not used").toBuilder()
            .parallelism(parallelism)
            .rules(policies)
            .gaugeInterval(Duration.ofMillis(50))
            .checkpointInterval(Duration.ofMillis(200))
            .build();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration(settings, savepoint));
    DataStream<Inbound<TicketEvent>> tickets =
        env.addSource(feed, "tickets", EventStream.TICKETS.type())
            .uid("tickets")
            .partitionCustom(
                (ticket, channels) -> Math.floorMod(ticket.hashCode(), channels),
                Arrivals::ticketOf);
    DataStream<PublishedRule> rules =
        env.addSource(new NoRules(), "policies", TypeInformation.of(PublishedRule.class))
            .uid("policies");
    TicketJob.define(tickets, rules, Heard.outputs(run), TicketJobSettings.of(settings));
    return env.executeAsync(TicketJob.NAME);
  }

  /** As shipped, but what fails fails at once, and a savepoint is one file. */
  private static Configuration configuration(JobSettings settings, @Nullable Path savepoint) {
    Configuration configuration = FlinkDefaults.of(settings);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "jobmanager");
    configuration.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ofMebiBytes(1));
    if (savepoint != null) {
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
    }
    return configuration;
  }
}
