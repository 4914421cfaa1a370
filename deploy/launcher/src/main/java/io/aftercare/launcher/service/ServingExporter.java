package io.aftercare.launcher.service;

import io.aftercare.exporter.Exporter;
import io.aftercare.exporter.ExporterSettings;
import io.aftercare.launcher.service.Product.ExporterOptions;
import io.aftercare.launcher.service.Product.RunningExporter;
import java.time.Duration;

/** The product's exporter, as the launcher starts it. */
public record ServingExporter(Exporter exporter) implements RunningExporter {

  /** Starts it with these options. */
  public static RunningExporter start(ExporterOptions options) {
    ExporterSettings settings =
        ExporterSettings.defaults(options.kafka().getOrDefault("bootstrap.servers", ""))
            .withKafka(options.kafka())
            .withBindAddress(options.bindAddress())
            .withPort(options.port())
            .withRegions(options.regions())
            .withSeriesCap(options.maxSeries())
            .withTicketIds(options.ticketIds());
    return new ServingExporter(Exporter.start(settings));
  }

  @Override
  public int port() {
    return exporter.port();
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
