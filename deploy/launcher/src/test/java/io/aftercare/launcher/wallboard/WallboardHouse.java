package io.aftercare.launcher.wallboard;

import io.aftercare.job.CallJob;
import io.aftercare.job.FlinkDefaults;
import io.aftercare.job.JobSettings;
import io.aftercare.job.TicketJob;
import io.aftercare.launcher.broker.EmbeddedBroker;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.demo.SimulatedService;
import io.aftercare.launcher.flink.LocalFlink;
import io.aftercare.launcher.service.Product.ExporterOptions;
import io.aftercare.launcher.service.Product.RunningExporter;
import io.aftercare.launcher.service.ServingExporter;
import io.aftercare.launcher.simulate.SimulatorSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;

/**
 * The product as the demo runs it (broker, job, exporter, simulated events, all real), of which the
 * events and the exporter can be stopped and started again.
 */
final class WallboardHouse implements AutoCloseable {
  private static final int PARTITIONS = 2;
  private static final int MAX_SERIES = 45_000;
  private static final long SEED = 7;
  private static final Duration PAST = Duration.ofDays(4);
  private static final Duration HISTORY = Duration.ofDays(1);
  private static final long CANCEL_SECONDS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final EmbeddedBroker broker;
  private final Map<String, String> kafka;
  private final LocalFlink flink;
  private final List<JobClient> jobs;
  private final EventFlow events;
  private RunningExporter exporter;

  private WallboardHouse(
      EmbeddedBroker broker, Map<String, String> kafka, LocalFlink flink, List<JobClient> jobs)
      throws InterruptedException {
    this.broker = broker;
    this.kafka = kafka;
    this.flink = flink;
    this.jobs = List.copyOf(jobs);
    Instant opening = Instant.now().minus(PAST);
    this.events =
        new EventFlow(
            new SimulatedService().of(SimulatorSettings.of(SEED, opening)),
            opening.plus(HISTORY),
            kafka);
    this.exporter = newExporter(0);
  }

  /** All of it is at work, and events flow, when this returns. */
  static WallboardHouse open() throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start();
    try {
      Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (TopicAdmin admin = TopicAdmin.connect(kafka, PATIENCE)) {
        admin.createMissing(TopicPlan.simulated(PARTITIONS));
      }
      return open(broker, kafka);
    } catch (Exception failure) {
      broker.close();
      throw failure;
    }
  }

  private static WallboardHouse open(EmbeddedBroker broker, Map<String, String> kafka)
      throws Exception {
    JobSettings settings =
        JobSettings.defaults(broker.bootstrapServers()).toBuilder()
            .checkpointInterval(Duration.ofSeconds(1))
            .simulatedTime(true)
            .parallelism(PARTITIONS)
            .build();
    LocalFlink flink = LocalFlink.start(FlinkDefaults.of(settings), 2 * settings.parallelism());
    try {
      List<JobClient> jobs =
          List.of(
              TicketJob.submit(flink.environment(), settings),
              CallJob.submit(flink.environment(), settings));
      WallboardHouse house = new WallboardHouse(broker, kafka, flink, jobs);
      house.events.start();
      return house;
    } catch (Exception failure) {
      flink.close();
      throw failure;
    }
  }

  /** Address of a path of the exporter. */
  URI page(String path) {
    return URI.create("http://127.0.0.1:" + exporter.port() + path);
  }

  void stopEvents() {
    events.stop();
  }

  void startEvents() {
    events.start();
  }

  void stopExporter() {
    exporter.close();
  }

  /** A new exporter, on the port of the one that was stopped. */
  void startExporter() throws InterruptedException {
    exporter = newExporter(exporter.port());
  }

  private RunningExporter newExporter(int port) throws InterruptedException {
    RunningExporter started =
        ServingExporter.start(
            new ExporterOptions(kafka, "127.0.0.1", port, MAX_SERIES, List.of(), true, null));
    if (!started.awaitReady(PATIENCE)) {
      started.close();
      throw new AssertionError("the exporter has not read the metrics topic in " + PATIENCE);
    }
    return started;
  }

  @Override
  public void close() {
    try (broker;
        flink;
        events) {
      exporter.close();
      for (JobClient job : jobs) {
        job.cancel().orTimeout(CANCEL_SECONDS, TimeUnit.SECONDS).join();
      }
    }
  }
}
