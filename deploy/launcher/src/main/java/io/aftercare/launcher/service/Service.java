package io.aftercare.launcher.service;

import io.aftercare.job.FlinkDefaults;
import io.aftercare.job.JobSettings;
import io.aftercare.launcher.CommandFailure;
import io.aftercare.launcher.flink.LocalFlink;
import io.aftercare.launcher.service.Product.ExporterOptions;
import io.aftercare.launcher.service.Product.RunningExporter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;

/**
 * The product at work in this process: a job on a mini cluster, and the exporter that shows its
 * figures. Closing stops the exporter, the job and the cluster, in this order.
 */
public final class Service implements AutoCloseable {
  private static final Duration READY_PATIENCE = Duration.ofSeconds(60);
  private static final long CANCEL_SECONDS = 20;

  private final LocalFlink flink;
  private final JobClient job;
  private final CompletableFuture<JobExecutionResult> end;
  private final RunningExporter exporter;
  private final String address;

  private Service(LocalFlink flink, JobClient job, RunningExporter exporter, String address) {
    this.flink = flink;
    this.job = job;
    this.end = job.getJobExecutionResult();
    this.exporter = exporter;
    this.address = address;
  }

  /** Starts both against a broker that has the topics; they are at work when this returns. */
  public static Service start(Product product, JobSettings settings, ExporterOptions options)
      throws Exception {
    LocalFlink flink = LocalFlink.start(FlinkDefaults.of(settings), settings.parallelism());
    try {
      JobClient job = product.job().submit(flink.environment(), settings);
      RunningExporter exporter = product.exporter().start(options);
      return new Service(flink, job, exporter, options.bindAddress()).ready();
    } catch (Exception failure) {
      flink.close();
      throw failure;
    }
  }

  private Service ready() throws InterruptedException {
    if (exporter.awaitReady(READY_PATIENCE)) {
      return this;
    }
    close();
    throw new CommandFailure(
        "The exporter has not read the metrics topic within "
            + READY_PATIENCE.toSeconds()
            + " s; see the log above, and whether the broker answers");
  }

  /** Where the figures are served. */
  public URI metrics() {
    String host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
    return URI.create(exporter.scheme() + "://" + host + ":" + exporter.port() + "/metrics");
  }

  /** The figures that are served there. */
  public MetricsPage page() throws IOException {
    return exporter.page();
  }

  /** Id of the job, as Flink names it. */
  public String jobId() {
    return job.getJobID().toHexString();
  }

  /** Fails with the reason if the job has ended; it is meant to run until it is stopped. */
  public void requireRunning() throws InterruptedException {
    if (end.isDone()) {
      throw new CommandFailure("The job has stopped: " + reason());
    }
  }

  private String reason() throws InterruptedException {
    try {
      end.get();
      return "it finished, although its input is unbounded";
    } catch (ExecutionException failure) {
      return CommandFailure.rootMessage(failure);
    }
  }

  @Override
  public void close() {
    try (flink) {
      exporter.close();
      if (!end.isDone()) {
        job.cancel().orTimeout(CANCEL_SECONDS, TimeUnit.SECONDS).join();
      }
    }
  }
}
