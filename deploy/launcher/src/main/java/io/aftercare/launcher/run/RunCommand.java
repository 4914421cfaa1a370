package io.aftercare.launcher.run;

import io.aftercare.job.JobKeys;
import io.aftercare.job.JobSettings;
import io.aftercare.job.StartingRules;
import io.aftercare.job.config.Config;
import io.aftercare.launcher.ExitCodes;
import io.aftercare.launcher.StopRequest;
import io.aftercare.launcher.Terminal;
import io.aftercare.launcher.policies.Publishing;
import io.aftercare.launcher.service.ExporterKeys;
import io.aftercare.launcher.service.FreePort;
import io.aftercare.launcher.service.LiveLine;
import io.aftercare.launcher.service.Product;
import io.aftercare.launcher.service.Service;
import io.aftercare.launcher.service.WebConfigCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aftercare run}. */
@Command(
    name = "run",
    description =
        "Runs the jobs and the exporter in one process against an existing Kafka, until Ctrl-C."
            + " Settings: the file, over it AFTERCARE_... variables of the environment, over them"
            + " --set; the README lists them all.")
public final class RunCommand implements Callable<Integer> {
  private static final Duration TICK = Duration.ofMillis(250);

  private final Product product;
  private final Map<String, String> environment;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The configuration, strict YAML. Default: none, so every key has its default.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets one key, such as job.parallelism=4; may be given several times.")
  private Map<String, String> flags = Map.of();

  @Option(
      names = "--create-topics",
      paramLabel = "PARTITIONS",
      arity = "0..1",
      fallbackValue = "4",
      description =
          "Creates the topics that are missing, with so many partitions (4 unless given). Without"
              + " it a missing topic is an error.")
  private @Nullable Integer createTopics;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
  private CommandSpec spec;

  /** Runs this product; settings may come from these variables. */
  public RunCommand(Product product, Map<String, String> environment) {
    this.product = product;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() throws Exception {
    Config config = Config.read(ExporterKeys.all(), file, environment, flags);
    JobSettings settings = JobKeys.settings(config);
    Product.ExporterOptions exporter = ExporterKeys.options(config);
    WebConfigCheck.require(exporter.webConfigFile());
    FreePort.require(exporter.bindAddress(), exporter.port(), ExporterKeys.PORT.name());
    try (StopRequest stop = StopRequest.listen()) {
      new RequiredTopics(settings.kafka(), out()).ensure(createTopics);
      StartingRules rules = Publishing.of(settings.kafka(), JobKeys.rules(config).orElse(null));
      rules.published().forEach(each -> say("Published " + each.key()));
      int former = FormerAttention.end(settings.kafka());
      if (former > 0) {
        say("Ended what an earlier run left on the attention list: " + former + " tickets");
      }
      JobSettings ruled = settings.toBuilder().rules(rules.rules()).build();
      try (Service service = Service.start(product, ruled, exporter)) {
        say("Judging tickets of " + config.get(JobKeys.BOOTSTRAP_SERVERS));
        say("Figures at " + service.metrics() + "; Ctrl-C stops it.");
        watch(service, stop);
      }
      say("Stopped.");
      return ExitCodes.INTERRUPTED;
    }
  }

  private void watch(Service service, StopRequest stop) throws InterruptedException {
    LiveLine line = new LiveLine(service::page, out(), Terminal.isInteractive());
    Instant nextLine = Instant.now();
    do {
      service.requireRunning();
      if (Terminal.isInteractive() && !Instant.now().isBefore(nextLine)) {
        line.show(Instant.now());
        nextLine = nextLine.plus(line.interval());
      }
    } while (!stop.await(TICK));
    line.end();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private void say(String line) {
    out().println(line);
    out().flush();
  }
}
