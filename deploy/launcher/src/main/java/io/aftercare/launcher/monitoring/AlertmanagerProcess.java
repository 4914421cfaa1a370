package io.aftercare.launcher.monitoring;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** An Alertmanager with the shipped routes, on a free port of the loopback interface, alone. */
public final class AlertmanagerProcess implements AutoCloseable {
  private final ServerProcess server;

  private AlertmanagerProcess(ServerProcess server) {
    this.server = server;
  }

  /** Starts it; all its receivers are the setup's webhook. */
  public static AlertmanagerProcess start(Path executable, MonitoringSetup setup)
      throws IOException, InterruptedException {
    return new AlertmanagerProcess(
        ServerProcess.start(
            "alertmanager",
            (directory, listen) ->
                List.of(
                    executable.toString(),
                    "--config.file=" + ConnectedFiles.alertmanager(directory, setup),
                    "--storage.path=" + directory.resolve("data"),
                    "--web.listen-address=" + listen,
                    "--cluster.listen-address=")));
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
