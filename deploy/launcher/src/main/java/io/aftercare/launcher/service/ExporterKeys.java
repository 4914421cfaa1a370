package io.aftercare.launcher.service;

import io.aftercare.job.JobKeys;
import io.aftercare.job.config.Config;
import io.aftercare.job.config.ConfigKey;
import io.aftercare.job.config.ConfigKeys;
import io.aftercare.job.config.ValueType;
import io.aftercare.launcher.service.Product.ExporterOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The keys of the section {@code exporter}, and with the job's all that {@code run} knows. */
public final class ExporterKeys {
  public static final ConfigKey<String> BIND_ADDRESS =
      ConfigKey.of(
          "exporter.bind_address",
          ValueType.TEXT,
          "127.0.0.1",
          "Address that /metrics is served on; 0.0.0.0: every address of the machine.");

  public static final ConfigKey<Integer> PORT =
      ConfigKey.of(
          "exporter.port",
          ValueType.integer(0, 65_535),
          "9464",
          "Port that /metrics is served on; 0: any free one.");

  public static final ConfigKey<Integer> MAX_SERIES =
      ConfigKey.of(
          "exporter.max_series",
          ValueType.integer(1, Integer.MAX_VALUE),
          "45000",
          "Most series served; further label values become other, and are counted.");

  public static final ConfigKey<Boolean> TICKET_IDS =
      ConfigKey.of(
          "exporter.ticket_ids",
          ValueType.BOOLEAN,
          "true",
          "Whether /metrics names tickets: those overdue longest, and the last breach behind a"
              + " counter; the pages and their API name them always.");

  public static final ConfigKey<String> WEB_CONFIG_FILE =
      ConfigKey.of(
          "exporter.web_config_file",
          ValueType.TEXT,
          "",
          "TLS, users and headers of the exporter's port, a web configuration file as every Prometheus"
              + " exporter takes it; not set: plain HTTP, for everybody who reaches the port.");

  private ExporterKeys() {}

  /** Every key of the configuration file, in the order of the documentation. */
  public static ConfigKeys all() {
    List<ConfigKey<?>> keys = new ArrayList<>(JobKeys.ALL);
    keys.addAll(List.of(BIND_ADDRESS, PORT, MAX_SERIES, TICKET_IDS, WEB_CONFIG_FILE));
    return ConfigKeys.of(keys);
  }

  /** An exporter's options. */
  public static ExporterOptions options(Config config) {
    return new ExporterOptions(
        JobKeys.kafka(config),
        config.get(BIND_ADDRESS),
        config.get(PORT),
        config.get(MAX_SERIES),
        JobKeys.regions(config),
        config.get(TICKET_IDS),
        config.find(WEB_CONFIG_FILE).map(Path::of).orElse(null));
  }
}
