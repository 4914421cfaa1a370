package io.aftercare.job.state;

import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.StreamEvent;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.Rulebook;
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
import org.apache.avro.specific.SpecificRecord;
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
 * product's dataflow and configuration between two of {@link Feed} and {@link Heard}.
 */
record TicketRun(Rulebook policies, int parallelism) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * What the job is fed with: lines of tickets and of calls.
   *
   * @param fromTicket how many lines of tickets were fed before
   * @param fromCall likewise lines of calls
   * @param callsLast whether calls wait until the first step of a ticket was heard of
   */
  record Input(
      List<String> tickets, int fromTicket, List<String> calls, int fromCall, boolean callsLast) {
    static Input of(List<String> tickets, List<String> calls) {
      return new Input(tickets, 0, calls, 0, false);
    }
  }

  /**
   * Feeds the lines of tickets after {@code from} to a job that begins with this savepoint, or with
   * nothing, until the end of time.
   */
  Heard toTheEnd(List<String> lines, int from, @Nullable Path savepoint) throws Exception {
    return toTheEnd(new Input(lines, from, List.of(), 0, false), savepoint);
  }

  /** Feeds tickets and calls to a job that begins with this savepoint, or with nothing. */
  Heard toTheEnd(Input input, @Nullable Path savepoint) throws Exception {
    String run = UUID.randomUUID().toString();
    start(input, false, run, savepoint)
        .getJobExecutionResult()
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    return Heard.by(run);
  }

  /** Feeds lines of tickets and stops the job, with a savepoint in a folder under this one. */
  Heard untilSavepoint(List<String> lines, Path under) throws Exception {
    return untilSavepoint(Input.of(lines, List.of()), under);
  }

  /** Feeds all and stops the job in mid-life, with a savepoint in a folder under this one. */
  Heard untilSavepoint(Input input, Path under) throws Exception {
    String run = UUID.randomUUID().toString();
    JobClient job = start(input, true, run, null);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Heard.by(run).isAllFed() || !hasCheckpointed(run)) {
      if (System.nanoTime() > end || job.getJobStatus().get().isTerminalState()) {
        throw new IllegalStateException("the job ended or stood still before its savepoint");
      }
      LockSupport.parkNanos(10_000_000);
    }
    job.stopWithSavepoint(false, under.toUri().toString(), SavepointFormatType.CANONICAL)
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    return Heard.by(run);
  }

  /** A checkpoint, and so a savepoint, completes only once every task is at work. */
  private static boolean hasCheckpointed(String run) {
    return Heard.by(run).metrics().stream().anyMatch(said -> said.checkpointId() > 0);
  }

  private JobClient start(Input input, boolean staysOpen, String run, @Nullable Path savepoint)
      throws Exception {
    JobSettings settings =
        JobSettings.defaults("not used").toBuilder()
            .parallelism(parallelism)
            .rules(policies)
            .gaugeInterval(Duration.ofMillis(50))
            .checkpointInterval(Duration.ofMillis(200))
            .allowedLateness(Duration.ofDays(90)) // whatever order lines come in
            .build();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration(settings, savepoint));
    DataStream<PublishedRule> rules = rules(env);
    TicketJob.define(
        source(
            new Feed<>(
                EventStream.TICKETS, input.tickets(), input.fromTicket(), staysOpen, false, run),
            EventStream.TICKETS,
            env),
        source(
            new Feed<>(
                EventStream.CALLS,
                input.calls(),
                input.fromCall(),
                staysOpen,
                input.callsLast(),
                run),
            EventStream.CALLS,
            env),
        rules,
        Heard.outputs(run),
        TicketJobSettings.of(settings));
    return env.executeAsync(TicketJob.NAME);
  }

  @SuppressWarnings("deprecation") // see Feed
  private static <C extends SpecificRecord, E extends StreamEvent> DataStream<Inbound<E>> source(
      Feed<C, E> feed, EventStream<C, E> stream, StreamExecutionEnvironment env) {
    return env.addSource(feed, stream.name(), stream.type())
        .uid(stream.name())
        .partitionCustom(
            (subject, channels) -> Math.floorMod(subject.hashCode(), channels),
            Arrivals::subjectOf);
  }

  @SuppressWarnings("deprecation") // see Feed
  private static DataStream<PublishedRule> rules(StreamExecutionEnvironment env) {
    return env.addSource(new NoRules(), "policies", TypeInformation.of(PublishedRule.class))
        .uid("policies");
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
