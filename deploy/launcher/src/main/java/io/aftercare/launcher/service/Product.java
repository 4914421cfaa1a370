package io.aftercare.launcher.service;

import io.aftercare.job.JobSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The two halves of the product as the launcher sees them: a job and an exporter to start. */
public record Product(JobStarter job, ExporterStarter exporter) {

  /** Submits the job; its topics exist. */
  @FunctionalInterface
  public interface JobStarter {
    JobClient submit(StreamExecutionEnvironment environment, JobSettings settings) throws Exception;
  }

  /** Starts an exporter. */
  @FunctionalInterface
  public interface ExporterStarter {
    RunningExporter start(ExporterOptions options) throws Exception;
  }

  /**
   * What an exporter is told.
   *
   * @param kafka client properties, at least {@code bootstrap.servers}
   * @param port 0: any free one
   * @param maxSeries how many series it serves at most
   * @param regions regions whose series exist from the start; empty: as they are first seen
   * @param ticketIds whether the metrics name tickets
   */
  public record ExporterOptions(
      Map<String, String> kafka,
      String bindAddress,
      int port,
      int maxSeries,
      List<String> regions,
      boolean ticketIds) {
    public ExporterOptions {
      kafka = Map.copyOf(kafka);
      regions = List.copyOf(regions);
    }
  }

  /** An exporter at work. */
  public interface RunningExporter extends AutoCloseable {
    int port();

    /** Waits until it has read the metrics topic; false if that took longer. */
    boolean awaitReady(Duration patience) throws InterruptedException;

    @Override
    void close();
  }
}
