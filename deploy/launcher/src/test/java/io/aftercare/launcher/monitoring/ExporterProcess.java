package io.aftercare.launcher.monitoring;

import io.aftercare.exporter.ExporterMain;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The product's exporter as a process of its own, which can be killed and comes back. */
final class ExporterProcess implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<String> command;
  private final int port;
  private final Path log;
  private ChildProcess running;

  private ExporterProcess(List<String> command, int port, Path log) throws IOException {
    this.command = command;
    this.port = port;
    this.log = log;
    this.running = ChildProcess.start("exporter", command, log);
  }

  /** Starts it on a free port; it serves its known regions at 0 when this returns. */
  static ExporterProcess start(String broker, List<String> regions, Path directory)
      throws IOException {
    int port = ServerProcess.freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.aftercare.contract");
    command.add(ExporterMain.class.getName());
    command.addAll(List.of("--bootstrap", broker, "--port", Integer.toString(port)));
    regions.forEach(region -> command.addAll(List.of("--region", region)));
    ExporterProcess exporter =
        new ExporterProcess(command, port, directory.resolve("exporter.log"));
    exporter.awaitReady();
    return exporter;
  }

  String hostAndPort() {
    return "127.0.0.1:" + port;
  }

  URI metrics() {
    return URI.create("http://" + hostAndPort() + "/metrics");
  }

  /** Ends it as a power cut would. */
  void kill() {
    ProcessHandle.of(running.pid()).ifPresent(ProcessHandle::destroyForcibly);
    running.close();
  }

  /** Starts it anew, at the same address. */
  void restart() throws IOException {
    running = ChildProcess.start("exporter", command, log);
    awaitReady();
  }

  private void awaitReady() {
    Awaitility.await("the exporter serves")
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              running.requireRunning();
              return isReady();
            });
  }

  private boolean isReady() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(metrics()).header("User-Agent", "readiness").build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
          == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    running.close();
  }
}
