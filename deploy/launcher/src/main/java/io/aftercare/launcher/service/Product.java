package io.aftercare.launcher.service;

import io.aftercare.job.CallJob;
import io.aftercare.job.ComplaintJob;
import io.aftercare.job.JobSettings;
import io.aftercare.job.TicketJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The two halves of the product as the launcher sees them: jobs and an exporter to start. */
public record Product(List<Job> jobs, ExporterStarter exporter) {
  /** Keeps what it was given. */
  public Product {
    jobs = List.copyOf(jobs);
  }

  /** The whole product. */
  public static Product whole() {
    return new Product(
        List.of(
            new Job(TicketJob.NAME, TicketJob::submit),
            new Job(CallJob.NAME, CallJob::submit),
            new Job(ComplaintJob.NAME, ComplaintJob::submit)),
        ServingExporter::start);
  }

  /** A job and how it is started. */
  public record Job(String name, JobStarter starter) {}

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
   * @param webConfigFile TLS, users and headers of its port; null: plain HTTP for everybody
   */
  public record ExporterOptions(
      Map<String, String> kafka,
      String bindAddress,
      int port,
      int maxSeries,
      List<String> regions,
      boolean ticketIds,
      @Nullable Path webConfigFile) {
    public ExporterOptions {
      kafka = Map.copyOf(kafka);
      regions = List.copyOf(regions);
    }
  }

  /** An exporter at work. */
  public interface RunningExporter extends AutoCloseable {
    int port();

    /** {@code http} or {@code https}. */
    String scheme();

    /**
     * The product's figures, taken past HTTP and its passwords; an {@link IOException} that says
     * how far it is while it is not ready.
     */
    MetricsPage page() throws IOException;

    /** Waits until it has read the metrics topic; false if that took longer. */
    boolean awaitReady(Duration patience) throws InterruptedException;

    @Override
    void close();
  }
}
