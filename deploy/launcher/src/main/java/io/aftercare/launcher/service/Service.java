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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;

/**
 * The product at work in this process: jobs on a mini cluster, and the exporter that shows its
 * figures. Closing stops the exporter, the jobs and the cluster, in this order.
 */
public final class Service implements AutoCloseable {
  private static final Duration READY_PATIENCE = Duration.ofSeconds(60);
  private static final long CANCEL_SECONDS = 20;

  private final LocalFlink flink;
  private final List<Running> jobs;
  private final RunningExporter exporter;
  private final String address;

  /** A job at work, and when it ends, which it should not. */
  private record Running(String name, JobClient job, CompletableFuture<JobExecutionResult> end) {}

  private Service(LocalFlink flink, List<Running> jobs, RunningExporter exporter, String address) {
    this.flink = flink;
    this.jobs = List.copyOf(jobs);
    this.exporter = exporter;
    this.address = address;
  }

  /** Starts both against a broker that has the topics; they are at work when this returns. */
  public static Service start(Product product, JobSettings settings, ExporterOptions options)
      throws Exception {
    int slots = settings.parallelism() * product.jobs().size();
    LocalFlink flink = LocalFlink.start(FlinkDefaults.of(settings), slots);
    try {
      List<Running> jobs = new ArrayList<>();
      for (Product.Job each : product.jobs()) {
        JobClient job = each.starter().submit(flink.environment(), settings);
        jobs.add(new Running(each.name(), job, job.getJobExecutionResult()));
      }
      RunningExporter exporter = product.exporter().start(options);
      return new Service(flink, jobs, exporter, options.bindAddress()).ready();
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

  /** Names and ids of the jobs, as Flink has them. */
  public Map<String, String> jobIds() {
    Map<String, String> ids = new LinkedHashMap<>();
    jobs.forEach(each -> ids.put(each.name(), each.job().getJobID().toHexString()));
    return ids;
  }

  /** Fails with the reason if a job has ended; they are meant to run until they are stopped. */
  public void requireRunning() throws InterruptedException {
    for (Running each : jobs) {
      if (each.end().isDone()) {
        throw new CommandFailure("The job " + each.name() + " has stopped: " + reason(each));
      }
    }
  }

  private static String reason(Running ended) throws InterruptedException {
    try {
      ended.end().get();
      return "it finished, although its input is unbounded";
    } catch (ExecutionException failure) {
      return CommandFailure.rootMessage(failure);
    }
  }

  @Override
  public void close() {
    try (flink) {
      exporter.close();
      for (Running each : jobs) {
        if (!each.end().isDone()) {
          each.job().cancel().orTimeout(CANCEL_SECONDS, TimeUnit.SECONDS).join();
        }
      }
    }
  }
}
