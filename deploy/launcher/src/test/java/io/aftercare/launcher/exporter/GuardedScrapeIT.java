package io.aftercare.launcher.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercare.exporter.Exporter;
import io.aftercare.exporter.ExporterSettings;
import io.aftercare.launcher.tool.ToolOnPath;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus scrapes the exporter over TLS with a password, by the same web configuration.
 */
class GuardedScrapeIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Of fakepassword, from the Prometheus exporter toolkit. */
  private static final String HASH = "$2y$10$QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeSi";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void prometheusReadsOverTlsWithItsPasswordAndNotWithout() throws Exception {
    Path program = ToolOnPath.require("prometheus", "prometheus");
    SelfSigned server = SelfSigned.in(directory);
    try (MetricsHouse house = new MetricsHouse();
        Exporter exporter = Exporter.start(settings(house, server))) {
      house.tell(Stream.of(MetricsHouse.created("north", 7)));
      assertThat(exporter.awaitReady(PATIENCE)).isTrue();
      assertThat(exporter.scheme()).isEqualTo("https");
      int port = freePort();
      Process prometheus = start(program, config(exporter.port(), server), port);
      try {
        String created = "sum(aftercare_tickets_created_total{region=\"north\",job=\"guarded\"})";
        await()
            .atMost(PATIENCE)
            .ignoreExceptions()
            .untilAsserted(() -> assertThat(answer(port, created)).contains("\"7\"]"));
        await()
            .atMost(PATIENCE)
            .ignoreExceptions()
            .untilAsserted(
                () -> assertThat(answer(port, "up{job=\"stranger\"}")).contains("\"0\"]"));
        assertThat(answer(port, "up{job=\"guarded\"}")).contains("\"1\"]");
      } finally {
        prometheus.destroy();
        assertThat(prometheus.waitFor(30, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private ExporterSettings settings(MetricsHouse house, SelfSigned server) throws IOException {
    Path web =
        Files.writeString(
            directory.resolve("web.yml"),
            """
            tls_server_config:
              cert_file: %s
              key_file: %s
            basic_auth_users:
              prometheus: %s
            """
                .formatted(server.certificate().getFileName(), server.key().getFileName(), HASH));
    return ExporterSettings.defaults(house.bootstrapServers()).withPort(0).withWebConfigFile(web);
  }

  private Path config(int port, SelfSigned server) throws IOException {
    return Files.writeString(
        directory.resolve("prometheus.yml"),
        """
        global: {scrape_interval: 1s}
        scrape_configs:
          - job_name: guarded
            scheme: https
            basic_auth: {username: prometheus, password: fakepassword}
            tls_config: {ca_file: %s}
            static_configs: [{targets: ["127.0.0.1:%d"]}]
          - job_name: stranger
            scheme: https
            tls_config: {ca_file: %s}
            static_configs: [{targets: ["127.0.0.1:%d"]}]
        """
            .formatted(server.certificate(), port, server.certificate(), port));
  }

  private Process start(Path program, Path config, int port) throws IOException {
    return new ProcessBuilder(
            program.toString(),
            "--config.file=" + config,
            "--storage.tsdb.path=" + directory.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("prometheus.log").toFile())
        .start();
  }

  private static String answer(int port, String query) throws Exception {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/query?query=" + encoded);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
