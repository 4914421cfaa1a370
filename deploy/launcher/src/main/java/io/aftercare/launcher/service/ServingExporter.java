package io.aftercare.launcher.service;

import io.aftercare.exporter.Exporter;
import io.aftercare.exporter.ExporterSettings;
import io.aftercare.launcher.service.Product.ExporterOptions;
import io.aftercare.launcher.service.Product.RunningExporter;
import java.io.IOException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The product's exporter, as the launcher starts it. */
public record ServingExporter(Exporter exporter) implements RunningExporter {
  /** Prints a stack trace for each scraper that goes away in the middle of an answer. */
  private static final Logger SCRAPES =
      Logger.getLogger("io.prometheus.metrics.exporter.httpserver.HttpExchangeAdapter");

  static {
    SCRAPES.setLevel(Level.OFF);
  }

  /** Starts it with these options. */
  public static RunningExporter start(ExporterOptions options) {
    ExporterSettings settings =
        ExporterSettings.defaults(options.kafka().getOrDefault("bootstrap.servers", ""))
            .withKafka(options.kafka())
            .withBindAddress(options.bindAddress())
            .withPort(options.port())
            .withRegions(options.regions())
            .withSeriesCap(options.maxSeries())
            .withTicketIds(options.ticketIds())
            .withWebConfigFile(options.webConfigFile());
    return new ServingExporter(Exporter.start(settings));
  }

  @Override
  public int port() {
    return exporter.port();
  }

  @Override
  public String scheme() {
    return exporter.scheme();
  }

  @Override
  public MetricsPage page() throws IOException {
    if (!exporter.status().isReady()) {
      throw new IOException(exporter.status().describe());
    }
    return MetricsPage.parse(exporter.render());
  }

  @Override
  public boolean awaitReady(Duration patience) throws InterruptedException {
    return exporter.awaitReady(patience);
  }

  @Override
  public void close() {
    exporter.close();
  }
}
