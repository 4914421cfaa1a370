package io.aftercare.launcher.monitoring;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A Prometheus with the shipped rules, on a free port of the loopback interface. */
public final class PrometheusProcess implements AutoCloseable {
  private final ServerProcess server;

  private PrometheusProcess(ServerProcess server) {
    this.server = server;
  }

  /** Starts it; it sends its alerts to this Alertmanager. */
  public static PrometheusProcess start(Path executable, MonitoringSetup setup, URI alertmanager)
      throws IOException, InterruptedException {
    return new PrometheusProcess(
        ServerProcess.start(
            "prometheus",
            (directory, listen) ->
                List.of(
                    executable.toString(),
                    "--config.file=" + ConnectedFiles.prometheus(directory, setup, alertmanager),
                    "--storage.tsdb.path=" + directory.resolve("data"),
                    "--web.listen-address=" + listen)));
  }

  /** Its pages and its API: {@code http://127.0.0.1:PORT}. */
  public URI address() {
    return server.address();
  }

  long pid() {
    return server.pid();
  }

  boolean isRunning() {
    return server.isRunning();
  }

  void requireRunning() {
    server.requireRunning();
  }

  @Override
  public void close() {
    server.close();
  }
}
