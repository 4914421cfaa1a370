package io.aftercare.launcher.monitoring;

import static org.awaitility.Awaitility.await;

import io.aftercare.contract.Topics;
import io.aftercare.contract.Verdict;
import io.aftercare.job.CallJob;
import io.aftercare.job.ComplaintJob;
import io.aftercare.job.FlinkDefaults;
import io.aftercare.job.JobSettings;
import io.aftercare.job.TicketJob;
import io.aftercare.launcher.broker.EmbeddedBroker;
import io.aftercare.launcher.broker.TempDirectory;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.flink.LocalFlink;
import io.aftercare.launcher.laws.TopicLog;
import io.aftercare.launcher.tool.ToolOnPath;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.flink.core.execution.JobClient;

/**
 * The product and who watches it, all real: broker, both jobs on a mini cluster, exporter as a
 * process, Prometheus and Alertmanager with the shipped files, and a webhook that takes all
 * notifications. Nothing has happened yet when it stands, and Prometheus has seen every known
 * counter at 0.
 */
final class WatchedHouse implements AutoCloseable {
  private static final int PARTITIONS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Map<String, String> kafka;
  private final ExporterProcess exporter;
  private final NotificationLog notifications;
  private final Monitoring monitoring;

  /**
   * Starts it.
   *
   * @param settings of the job, from the defaults
   * @param interval between two scrapes, and two evaluations
   */
  WatchedHouse(
      TopicPlan topics,
      UnaryOperator<JobSettings> settings,
      List<String> regions,
      Duration interval)
      throws Exception {
    this(topics, settings, regions, interval, false);
  }

  /** The same, with the complaint job if it is wanted: where seconds count it only takes time. */
  WatchedHouse(
      TopicPlan topics,
      UnaryOperator<JobSettings> settings,
      List<String> regions,
      Duration interval,
      boolean withComplaints)
      throws Exception {
    MonitoringTools tools = tools();
    try {
      EmbeddedBroker broker = opened(EmbeddedBroker.start());
      TempDirectory directory = opened(TempDirectory.create("aftercare-watched-"));
      kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (TopicAdmin admin = TopicAdmin.connect(kafka, PATIENCE)) {
        admin.createMissing(topics);
      }
      JobSettings job =
          settings.apply(
              JobSettings.defaults(broker.bootstrapServers()).toBuilder()
                  .parallelism(PARTITIONS)
                  .build());
      LocalFlink flink = opened(LocalFlink.start(FlinkDefaults.of(job), 3 * PARTITIONS));
      JobClient tickets = TicketJob.submit(flink.environment(), job);
      opened(() -> tickets.cancel().get());
      JobClient calls = CallJob.submit(flink.environment(), job);
      opened(() -> calls.cancel().get());
      if (withComplaints) {
        JobClient complaints = ComplaintJob.submit(flink.environment(), job);
        opened(() -> complaints.cancel().get());
      }
      exporter =
          opened(ExporterProcess.start(broker.bootstrapServers(), regions, directory.path()));
      notifications = opened(new NotificationLog());
      MonitoringSetup setup =
          MonitoringSetup.of(exporter.hostAndPort(), notifications.webhook()).every(interval);
      monitoring = opened(Monitoring.start(tools, setup));
      await("Prometheus has seen the zeros")
          .atMost(PATIENCE)
          .until(() -> prometheus().value("count(aftercare_sla_verdicts_total)").isPresent());
    } catch (Exception | Error failure) {
      close();
      throw failure;
    }
  }

  /** Skips the test, or fails it in continuous integration, where the tools are missing. */
  private static MonitoringTools tools() {
    ToolOnPath.require("prometheus", "prometheus");
    if (Executables.find("alertmanager").isEmpty()) {
      ToolOnPath.require("prometheus-alertmanager", "prometheus-alertmanager");
    }
    return MonitoringTools.require("this test");
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  Map<String, String> kafka() {
    return kafka;
  }

  ExporterProcess exporter() {
    return exporter;
  }

  PrometheusApi prometheus() {
    return new PrometheusApi(monitoring.prometheus());
  }

  AlertmanagerApi alertmanager() {
    return new AlertmanagerApi(monitoring.alertmanager());
  }

  NotificationLog notifications() {
    return notifications;
  }

  /** The ledger log as it stands on its topic, with the instants at which it was written. */
  List<TopicLog.Told<Verdict>> ledger() {
    return TopicLog.told(kafka, Topics.VERDICTS, Verdict.class);
  }

  /** Closes what is open, the last first; what cannot be closed does not keep the others open. */
  @Override
  public void close() {
    IllegalStateException failures = new IllegalStateException("not everything could be closed");
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception failure) {
        failures.addSuppressed(failure);
      }
    }
    if (failures.getSuppressed().length > 0) {
      throw failures;
    }
  }
}
