package io.aftercare.launcher.monitoring;

import io.aftercare.launcher.rules.ShippedMonitoring;
import io.aftercare.launcher.rules.ShippedRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The shipped configuration of Prometheus and Alertmanager, written out and told what it cannot
 * know: where the files and the other programs are, and the interval. Rules, routes and texts are
 * as shipped.
 */
final class ConnectedFiles {
  private ConnectedFiles() {}

  /** Writes Prometheus' files; where its configuration is. */
  static Path prometheus(Path directory, MonitoringSetup setup, URI alertmanager)
      throws IOException {
    ShippedRules.write(directory.resolve("rules"));
    ShippedMonitoring.writePrometheus(directory);
    YamlDocument config = YamlDocument.read(directory.resolve("prometheus.yml"));
    Map<String, Object> root = config.root();
    Map<String, Object> global = YamlDocument.in(root, "global");
    global.put("scrape_interval", setup.interval().toMillis() + "ms");
    global.put("evaluation_interval", setup.interval().toMillis() + "ms");
    root.put("rule_files", List.of("rules/*.yaml"));
    YamlDocument.each(
        root, "scrape_configs", job -> job.put("static_configs", targets(setup.exporter())));
    YamlDocument.each(
        YamlDocument.in(root, "alerting"),
        "alertmanagers",
        each -> each.put("static_configs", targets(alertmanager.getAuthority())));
    return config.write();
  }

  private static List<Map<String, Object>> targets(String hostAndPort) {
    return List.of(Map.of("targets", List.of(hostAndPort)));
  }

  /** Writes Alertmanager's files; where its configuration is. */
  static Path alertmanager(Path directory, MonitoringSetup setup) throws IOException {
    ShippedMonitoring.writeAlertmanager(directory);
    YamlDocument config = YamlDocument.read(directory.resolve("alertmanager.yml"));
    String webhook = setup.webhook().toString();
    YamlDocument.each(
        config.root(),
        "receivers",
        receiver ->
            YamlDocument.each(receiver, "webhook_configs", each -> each.put("url", webhook)));
    return config.write();
  }
}
