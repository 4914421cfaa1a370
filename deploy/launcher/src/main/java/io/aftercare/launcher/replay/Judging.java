package io.aftercare.launcher.replay;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.Exporter;
import io.aftercare.exporter.ExporterSettings;
import io.aftercare.exporter.LedgerTopics;
import io.aftercare.job.JobSettings;
import io.aftercare.launcher.CommandFailure;
import io.aftercare.launcher.Terminal;
import io.aftercare.launcher.flink.LocalFlink;
import io.aftercare.launcher.service.MetricsPage;
import io.aftercare.launcher.service.Product.JobStarter;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;

/** The job at work on the loaded input, until it has judged all of it. */
final class Judging {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long LOOK_MILLIS = 250;

  private final JobStarter job;
  private final String stream;
  private final JobSettings settings;
  private final PrintWriter out;

  /** A job that judges an input stream. */
  Judging(JobStarter job, String stream, JobSettings settings, PrintWriter out) {
    this.job = job;
    this.stream = stream;
    this.settings = settings;
    this.out = out;
  }

  /** Runs the job to the end of the input. */
  void run(LocalFlink flink, long records) throws Exception {
    CompletableFuture<JobExecutionResult> end =
        job.submit(flink.environment(), settings).getJobExecutionResult();
    try (Exporter exporter = exporter();
        Progress progress =
            new Progress("judging", "events", records, Terminal.isInteractive(), out)) {
      while (!ended(end)) {
        progress.at(eventsRead(exporter), "");
      }
      progress.finish();
    }
  }

  private static boolean ended(CompletableFuture<JobExecutionResult> end)
      throws InterruptedException {
    try {
      end.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new CommandFailure("The job failed: " + CommandFailure.rootMessage(e));
    }
  }

  private long eventsRead(Exporter exporter) {
    MetricsPage page = MetricsPage.parse(exporter.render());
    return Math.round(page.sum(MetricCatalogue.EVENTS_READ.metricName(), Map.of("stream", stream)));
  }

  /** What {@code /metrics} serves once the job has ended. */
  String finalMetrics() throws InterruptedException {
    try (Exporter exporter = exporter()) {
      if (!exporter.awaitReady(PATIENCE)) {
        throw new CommandFailure("The metrics topic could not be read within " + PATIENCE);
      }
      return exporter.render();
    }
  }

  /** Only for its figures: nobody looks at the tickets of a replay while it runs. */
  private Exporter exporter() {
    return Exporter.start(
        ExporterSettings.defaults("unused")
            .withKafka(settings.kafka())
            .withPort(0)
            .withSeriesCap(0)
            .withLedgers(LedgerTopics.NONE));
  }
}
