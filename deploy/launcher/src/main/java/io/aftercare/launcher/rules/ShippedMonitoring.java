package io.aftercare.launcher.rules;

import java.nio.file.Path;
import java.util.List;

/** The example configurations of Prometheus and Alertmanager, as shipped. */
public final class ShippedMonitoring {
  static final List<String> PROMETHEUS = List.of("prometheus.yml");
  static final List<String> ALERTMANAGER =
      List.of("alertmanager.yml", "templates/aftercare.tmpl", "templates/links.tmpl");

  private ShippedMonitoring() {}

  /** Writes {@code prometheus.yml} into a directory, which is made if need be. */
  public static void writePrometheus(Path directory) {
    ShippedFiles.write("/monitoring/prometheus/", PROMETHEUS, directory);
  }

  /** Writes {@code alertmanager.yml} and its {@code templates} directory. */
  public static void writeAlertmanager(Path directory) {
    ShippedFiles.write("/monitoring/alertmanager/", ALERTMANAGER, directory);
  }
}
