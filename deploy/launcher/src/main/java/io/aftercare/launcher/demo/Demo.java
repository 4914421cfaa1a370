package io.aftercare.launcher.demo;

import io.aftercare.job.JobSettings;
import io.aftercare.launcher.ExitCodes;
import io.aftercare.launcher.StopRequest;
import io.aftercare.launcher.Terminal;
import io.aftercare.launcher.broker.EmbeddedBroker;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.service.FreePort;
import io.aftercare.launcher.service.LiveLine;
import io.aftercare.launcher.service.Product;
import io.aftercare.launcher.service.Service;
import io.aftercare.launcher.simulate.SimulatorSettings;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One demonstration: broker, topics, job, exporter, Prometheus and Alertmanager if asked for,
 * simulated events, live line; stopped in the opposite order.
 */
final class Demo {
  private static final int PARTITIONS = 2;
  private static final int MAX_SERIES = 45_000;
  private static final String HOST = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TICK = Duration.ofMillis(250);

  /** Ctrl-C ends the programs beside this one too, perhaps before this one hears of it. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  /** How far back the simulated service opens: what settles after a week is to be seen, too. */
  private static final Duration PAST = Duration.ofDays(9);

  /** How much of its past is there from the first moment, so that there is a backlog to see. */
  private static final Duration HISTORY = Duration.ofDays(1);

  /** Live time after which a silent region is silent. */
  private static final Duration BEFORE_SILENCE = Duration.ofMinutes(10);

  private final Product product;
  private final Simulation simulation;
  private final DemoOptions options;
  private final PrintWriter out;
  private final Clock wall = Clock.systemUTC();

  Demo(Product product, Simulation simulation, DemoOptions options, PrintWriter out) {
    this.product = product;
    this.simulation = simulation;
    this.options = options;
    this.out = out;
  }

  int run(StopRequest stop) throws Exception {
    FreePort.require(HOST, options.port(), "--port");
    say("Starting a Kafka broker, a Flink mini cluster and the exporter in this process ...");
    int exitCode;
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      createTopics(broker);
      exitCode = runOn(broker, stop);
    }
    say("Stopped; nothing is left behind.");
    return exitCode;
  }

  private static void createTopics(EmbeddedBroker broker) {
    Map<String, String> client = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (TopicAdmin admin = TopicAdmin.connect(client, PATIENCE)) {
      admin.createMissing(TopicPlan.simulated(PARTITIONS));
    }
  }

  private int runOn(EmbeddedBroker broker, StopRequest stop) throws Exception {
    JobSettings settings =
        JobSettings.defaults(broker.bootstrapServers()).toBuilder()
            .checkpointInterval(Duration.ofSeconds(1))
            .simulatedTime(true)
            .parallelism(PARTITIONS)
            .build();
    Product.ExporterOptions exporter =
        new Product.ExporterOptions(
            settings.kafka(), HOST, options.port(), MAX_SERIES, List.of(), true, null);
    try (Service service = Service.start(product, settings, exporter);
        Lookout lookout = Lookout.start(options.tools(), service.metrics());
        Pacer pacer = pacer(settings.kafka())) {
      pacer.start();
      welcome(broker, service, lookout);
      return watch(service, lookout, pacer, stop);
    }
  }

  private Pacer pacer(Map<String, String> kafka) {
    Instant now = wall.instant();
    Instant opening = now.minus(PAST);
    SimulatedClock pace = new SimulatedClock(opening.plus(HISTORY), now, options.speed());
    return new Pacer(
        simulation.of(service(opening, pace.start())), pace, Pacer.producer(kafka), wall);
  }

  private SimulatorSettings service(Instant opening, Instant liveFrom) {
    SimulatorSettings service = SimulatorSettings.of(options.seed(), opening);
    String late = options.lateRegion();
    if (late != null) {
      service = service.withAbsence(late, liveFrom);
    }
    String silent = options.silentRegion();
    return silent == null
        ? service
        : service.withSilence(silent, liveFrom.plus(BEFORE_SILENCE), Instant.MAX);
  }

  private void welcome(EmbeddedBroker broker, Service service, Lookout lookout) {
    say("");
    fact("Wallboard", service.metrics().resolve("/"));
    fact("Figures", service.metrics());
    fact("Try", "curl -s " + service.metrics() + " | grep aftercare_backlog_tickets");
    fact("Broker", broker.bootstrapServers() + " (Kafka, until this stops)");
    fact("Topics", topics());
    service.jobIds().forEach((name, id) -> fact("Job", name + ", " + id));
    fact("Service", "seed " + options.seed() + ", " + speed() + " times as fast as the wall clock");
    if (options.lateRegion() != null) {
      fact("Late", options.lateRegion() + ": nobody there takes a ticket or a call from now on");
    }
    if (options.silentRegion() != null) {
      fact("Silent", options.silentRegion() + ": nothing of its tickets arrives any more, soon");
    }
    lookout.whereToLook().forEach(each -> fact(each.name(), each.text()));
    say("");
    say(options.limit() == null ? "Ctrl-C stops it." : "It stops by itself; Ctrl-C stops it now.");
  }

  private void fact(String name, Object value) {
    say(String.format(Locale.ROOT, "  %-13s%s", name, value));
  }

  private static String topics() {
    return String.join(
        " ", TopicPlan.simulated(PARTITIONS).topics().stream().map(each -> each.name()).toList());
  }

  private String speed() {
    double speed = options.speed();
    return speed == Math.rint(speed) ? Long.toString(Math.round(speed)) : Double.toString(speed);
  }

  private int watch(Service service, Lookout lookout, Pacer pacer, StopRequest stop)
      throws Exception {
    LiveLine line = new LiveLine(service::page, out, Terminal.isInteractive());
    Instant start = wall.instant();
    Instant nextLine = start;
    while (!isOver(start)) {
      service.requireRunning();
      pacer.requireRunning();
      lookout.news().forEach(line::say);
      if (!wall.instant().isBefore(nextLine)) {
        line.show(wall.instant());
        nextLine = nextLine.plus(line.interval());
      }
      if (stop.await(lookout.isRunning() ? TICK : FAREWELL)) {
        break;
      }
      lookout.requireRunning();
    }
    summarise(line, start);
    return stop.isRequested() ? ExitCodes.INTERRUPTED : ExitCodes.OK;
  }

  private boolean isOver(Instant start) {
    Duration limit = options.limit();
    return limit != null && !wall.instant().isBefore(start.plus(limit));
  }

  private void summarise(LiveLine line, Instant start) {
    line.show(wall.instant());
    line.end();
    say(
        "%d s: %,d events judged, %,d tickets created, %,d clocks breached, %,d tickets open."
            .formatted(
                Duration.between(start, wall.instant()).toSeconds(),
                line.latest().eventsRead(),
                line.latest().created(),
                line.latest().breached(),
                line.latest().backlog()));
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
