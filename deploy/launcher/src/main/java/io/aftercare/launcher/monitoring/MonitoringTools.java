package io.aftercare.launcher.monitoring;

import io.aftercare.launcher.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two programs that watch the product. */
public record MonitoringTools(Path prometheus, Path alertmanager) {

  /**
   * Those of this machine.
   *
   * @param option what needs them, for the error, which names all that is missing and how to get it
   */
  public static MonitoringTools require(String option) {
    return require(option, Executables.of(System.getenv()));
  }

  static MonitoringTools require(String option, Executables executables) {
    Optional<Path> prometheus = executables.first("prometheus");
    Optional<Path> alertmanager = executables.first("prometheus-alertmanager", "alertmanager");
    List<String> missing = new ArrayList<>();
    if (prometheus.isEmpty()) {
      missing.add("prometheus (Debian: apt install prometheus)");
    }
    if (alertmanager.isEmpty()) {
      missing.add("alertmanager (Debian: apt install prometheus-alertmanager)");
    }
    if (!missing.isEmpty()) {
      throw new UsageException(
          option
              + ": not on the PATH: "
              + String.join(", ", missing)
              + "; elsewhere from https://prometheus.io/download");
    }
    return new MonitoringTools(prometheus.orElseThrow(), alertmanager.orElseThrow());
  }
}
