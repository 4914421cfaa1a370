package io.aftercare.launcher.monitoring;

import java.io.IOException;
import java.net.URI;

/** Prometheus and Alertmanager at work; closed in the order in which one tells the other. */
public final class Monitoring implements AutoCloseable {
  private final AlertmanagerProcess alertmanager;
  private final PrometheusProcess prometheus;

  private Monitoring(AlertmanagerProcess alertmanager, PrometheusProcess prometheus) {
    this.alertmanager = alertmanager;
    this.prometheus = prometheus;
  }

  /** Starts both; they answer when this returns. */
  public static Monitoring start(MonitoringTools tools, MonitoringSetup setup)
      throws IOException, InterruptedException {
    AlertmanagerProcess alertmanager = AlertmanagerProcess.start(tools.alertmanager(), setup);
    try {
      URI address = alertmanager.address();
      return new Monitoring(
          alertmanager, PrometheusProcess.start(tools.prometheus(), setup, address));
    } catch (IOException | InterruptedException | RuntimeException failure) {
      alertmanager.close();
      throw failure;
    }
  }

  /** Where Prometheus answers. */
  public URI prometheus() {
    return prometheus.address();
  }

  /** Where Alertmanager answers. */
  public URI alertmanager() {
    return alertmanager.address();
  }

  /** Whether both are at work. */
  public boolean isRunning() {
    return prometheus.isRunning() && alertmanager.isRunning();
  }

  /** Fails with the end of the log of the one that has ended by itself. */
  public void requireRunning() {
    prometheus.requireRunning();
    alertmanager.requireRunning();
  }

  @Override
  public void close() {
    try (alertmanager) {
      prometheus.close();
    }
  }
}
