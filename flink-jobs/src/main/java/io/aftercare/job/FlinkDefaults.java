package io.aftercare.job;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateChangelogOptions;

/**
 * How every Aftercare job runs in Flink, wherever it runs: no Kryo, no generated operator ids,
 * reused objects, short buffers, exactly-once checkpoints, restart after failure.
 */
public final class FlinkDefaults {
  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(10);
  private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(50);
  private static final Duration CHECKPOINT_TIMEOUT = Duration.ofMinutes(10);
  private static final Duration ALIGNED_TIMEOUT = Duration.ofSeconds(10);

  /** A job that fails this often without a quiet hour between is left failed, and says so. */
  private static final int RESTARTS_IN_A_ROW = 12;

  private static final Duration RESTART_DELAY = Duration.ofSeconds(1);

  private FlinkDefaults() {}

  /** The configuration of a job with these settings. */
  public static Configuration of(JobSettings settings) {
    Configuration configuration = new Configuration();
    pipeline(configuration, settings);
    checkpoints(configuration, settings);
    restarts(configuration);
    return configuration;
  }

  private static void pipeline(Configuration configuration, JobSettings settings) {
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
    configuration.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
  }

  private static void checkpoints(Configuration configuration, JobSettings settings) {
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
    // Whatever a checkpoint costs, the job has as long for its work in between.
    configuration.set(
        CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, settings.checkpointInterval());
    configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, CHECKPOINT_TIMEOUT);
    configuration.set(CheckpointingOptions.ALIGNED_CHECKPOINT_TIMEOUT, ALIGNED_TIMEOUT);
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    configuration.set(StateChangelogOptions.ENABLE_STATE_CHANGE_LOG, false);
    if (settings.checkpointDir() != null) {
      configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
      configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, settings.checkpointDir());
    }
  }

  private static void restarts(Configuration configuration) {
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, RESTART_DELAY);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        RESTART_DELAY.multipliedBy(30));
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, RESTARTS_IN_A_ROW);
  }
}
