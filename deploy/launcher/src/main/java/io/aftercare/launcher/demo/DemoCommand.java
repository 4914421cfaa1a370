package io.aftercare.launcher.demo;

import io.aftercare.io.yaml.DurationText;
import io.aftercare.launcher.StopRequest;
import io.aftercare.launcher.UsageException;
import io.aftercare.launcher.monitoring.MonitoringTools;
import io.aftercare.launcher.service.Product;
import io.aftercare.launcher.simulate.Region;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code aftercare demo}. */
@Command(
    name = "demo",
    description =
        "Shows everything at work in one process: a Kafka broker, the jobs, the exporter, and a"
            + " simulated after-sales service. Nothing is left behind when it stops.")
public final class DemoCommand implements Callable<Integer> {
  private final Product product;
  private final Simulation simulation;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Stop after this time, such as 60s or 5m. Default: run until Ctrl-C.")
  private @Nullable Duration limit;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9464",
      description = "Port of /metrics on 127.0.0.1; 0: any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "The same seed simulates the same service. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--speed",
      paramLabel = "FACTOR",
      defaultValue = "60",
      description =
          "Simulated time runs so many times as fast as the wall clock, until it has caught up"
              + " with it. Default: ${DEFAULT-VALUE}.")
  private double speed;

  @Option(
      names = "--late-region",
      paramLabel = "REGION",
      description =
          "The crews of this region stay away once the live part begins, so that its tickets"
              + " run overdue and its callers wait in vain.")
  private @Nullable String lateRegion;

  @Option(
      names = "--silent-region",
      paramLabel = "REGION",
      description =
          "Nothing of this region's tickets arrives any more once ten simulated minutes of the live"
              + " part have passed, so that it is silent, not quiet.")
  private @Nullable String silentRegion;

  @Option(
      names = "--with-prometheus",
      description =
          "Also start Prometheus and Alertmanager, which must be installed, with the shipped"
              + " rules; print their notifications.")
  private boolean withPrometheus;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
  private CommandSpec spec;

  /** Shows this product, fed by this simulation. */
  public DemoCommand(Product product, Simulation simulation) {
    this.product = product;
    this.simulation = simulation;
  }

  @Override
  public Integer call() throws Exception {
    require(port >= 0 && port <= 65_535, "--port " + port + ": a port is a number from 0 to 65535");
    require(
        speed >= 0.01 && speed <= 100_000, "--speed " + speed + ": from 0.01 to 100000, please");
    requireRegion("--late-region", lateRegion);
    requireRegion("--silent-region", silentRegion);
    MonitoringTools tools = withPrometheus ? MonitoringTools.require("--with-prometheus") : null;
    try (StopRequest stop = StopRequest.listen()) {
      DemoOptions options =
          new DemoOptions(limit, port, seed, speed, lateRegion, silentRegion, tools);
      return new Demo(product, simulation, options, spec.commandLine().getOut()).run(stop);
    }
  }

  private static void requireRegion(String option, @Nullable String region) {
    List<String> names = Region.names();
    require(
        region == null || names.contains(region),
        "%s %s: no such region; it is one of %s"
            .formatted(option, region, String.join(", ", names)));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new UsageException(otherwise);
    }
  }

  /** Durations as in the configuration file. */
  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return DurationText.parse(text);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException("'" + text + "' is " + wrong.getMessage());
      }
    }
  }
}
