package io.aftercare.exporter;

import static io.aftercare.exporter.view.Told.created;
import static io.aftercare.exporter.view.Told.resolution;
import static io.aftercare.exporter.view.Told.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import io.aftercare.exporter.attention.AttentionView;
import io.aftercare.exporter.ledger.RecentVerdicts;
import io.aftercare.exporter.topic.Readiness;
import io.aftercare.exporter.view.MetricsView;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The endpoints as a scraper, a load balancer and a person meet them. */
class ExporterServerTest {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String OPEN_METRICS =
      "application/openmetrics-text;version=1.0.0;q=0.75,text/plain;version=0.0.4;q=0.5";

  private static final class Reading implements Readiness {
    private volatile boolean ready;

    @Override
    public boolean isReady() {
      return ready;
    }

    @Override
    public String describe() {
      return ready ? "ready: all read" : "not ready: read 3 of 5";
    }
  }

  private final Reading reading = new Reading();
  private final Reading readingAll = new Reading();
  private final MetricsView view = new MetricsView(List.of(), 0);
  private final ExporterServer server = start(0);
  private final HttpClient client = HttpClient.newHttpClient();

  private ExporterServer start(int port) {
    PrometheusRegistry noHealth = new PrometheusRegistry();
    ProductSeries product =
        new ProductSeries(view, new AttentionView(), new RecentVerdicts(), 0, true);
    HttpHandler elsewhere = exchange -> exchange.close();
    return ExporterServer.start(
        LOOPBACK,
        port,
        new ExporterServer.Content(
            new Scrapers(product, noHealth), reading, readingAll, elsewhere, elsewhere));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + LOOPBACK + ":" + server.port() + path));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(to(path).build(), BodyHandlers.ofString());
  }

  private static String contentType(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  @Test
  void beforeItIsReadyMetricsAndReadyAre503AndSayHowFarItIs() throws Exception {
    for (String path : List.of("/metrics", "/ready")) {
      HttpResponse<String> response = get(path);
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).isEqualTo("not ready: read 3 of 5\n");
    }
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void metricsWaitForTheirOwnTopicAndReadyForAll() throws Exception {
    reading.ready = true;
    assertThat(get("/metrics").statusCode()).isEqualTo(200);
    assertThat(get("/ready").statusCode()).isEqualTo(503);
    readingAll.ready = true;
    assertThat(get("/ready").body()).isEqualTo("ready: all read\n");
  }

  @Test
  void plainTextIsTheDefaultAndOpenMetricsComesOnRequest() throws Exception {
    reading.ready = true;
    tell(view, created("north", 3));
    HttpResponse<String> plain = get("/metrics");
    assertThat(contentType(plain)).startsWith("text/plain; version=0.0.4");
    assertThat(plain.body()).contains("# TYPE aftercare_tickets_created_total counter\n");
    HttpResponse<String> open =
        client.send(to("/metrics").header("Accept", OPEN_METRICS).build(), BodyHandlers.ofString());
    assertThat(contentType(open)).startsWith("application/openmetrics-text");
    assertThat(open.body())
        .contains("# TYPE aftercare_tickets_created counter\n")
        .endsWith("# EOF\n");
  }

  @Test
  void typesAreTrueAndNoLineHasATimestamp() throws Exception {
    reading.ready = true;
    tell(view, resolution("north", 1, 0, 600));
    String body = get("/metrics").body();
    assertThat(body).contains("# TYPE aftercare_resolution_seconds histogram\n");
    assertThat(body.lines().filter(line -> !line.startsWith("#")))
        .allMatch(line -> line.matches("[a-z_]+(\\{.*\\})? [0-9.E+]+"))
        .noneMatch(line -> line.contains("_created{"));
  }

  @Test
  void itIsCompressedForWhoAsks() throws Exception {
    reading.ready = true;
    HttpResponse<byte[]> zipped =
        client.send(
            to("/metrics").header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
    assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains("aftercare_events_read_total");
    }
  }

  @Test
  void eachScraperIsGivenItsOwnZero() throws Exception {
    reading.ready = true;
    view.settle();
    tell(view, created("north", 3));
    String line =
        "aftercare_tickets_created_total{channel=\"web\",priority=\"p1\",region=\"north\"} ";
    for (String agent : List.of("Prometheus/3.1", "curl/8.5")) {
      HttpRequest request = to("/metrics").header("User-Agent", agent).build();
      assertThat(client.send(request, BodyHandlers.ofString()).body()).contains(line + "0.0\n");
      assertThat(client.send(request, BodyHandlers.ofString()).body()).contains(line + "3.0\n");
    }
  }

  @Test
  void aScrapeOfSomeMetricsDoesNotUseUpTheZerosOfTheOthers() throws Exception {
    reading.ready = true;
    view.settle();
    tell(view, created("north", 3));
    String some = get("/metrics?name%5B%5D=aftercare_events_total").body();
    assertThat(some).contains("aftercare_events_total").doesNotContain("tickets_created");
    assertThat(get("/metrics").body()).doesNotContain("} 3.0\n");
    assertThat(get("/metrics").body()).contains("} 3.0\n");
  }

  @Test
  void otherPathsAndMethodsAreRefused() throws Exception {
    reading.ready = true;
    assertThat(get("/metricsandmore").statusCode()).isEqualTo(404);
    assertThat(get("/metricsandmore").body()).contains("/metrics, /ready and /healthz");
    HttpRequest post = to("/metrics").POST(HttpRequest.BodyPublishers.ofString("x")).build();
    assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  @Test
  void headIsGetWithoutItsBody() throws Exception {
    reading.ready = true;
    for (String path : List.of("/metrics", "/healthz")) {
      HttpRequest head = to(path).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
      HttpResponse<String> response = client.send(head, BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEmpty();
    }
  }

  @Test
  void aPortInUseIsNamedTogetherWithTheRemedy() {
    assertThatThrownBy(() -> start(server.port()))
        .isInstanceOf(ExporterException.class)
        .hasMessageContaining("port " + server.port() + " on 127.0.0.1 is in use")
        .hasMessageContaining("choose another");
  }

  @Test
  void anAddressOfAnotherMachineIsNamed() {
    assertThatThrownBy(() -> Listening.on("192.0.2.1", 0))
        .hasMessageContaining("192.0.2.1 does not belong to this machine");
  }
}
