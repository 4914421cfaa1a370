package io.aftercare.exporter;

import io.aftercare.exporter.topic.MetricsTopicReader;
import io.aftercare.exporter.topic.ReaderStatus;
import io.aftercare.exporter.topic.RecordDecoder;
import io.aftercare.exporter.view.MetricsView;
import io.aftercare.exporter.web.WebGuard;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * A running exporter: reads the metrics topic and serves it over HTTP until it is closed. Listens
 * from the first moment; what was asked for too early gets a 503 that says how far reading is.
 */
public final class Exporter implements AutoCloseable {
  private final MetricsView view;
  private final MetricsTopicReader reader;
  private final OwnHealth health;
  private final ExporterServer server;
  private final WebGuard guard;

  private Exporter(
      MetricsView view,
      MetricsTopicReader reader,
      OwnHealth health,
      ExporterServer server,
      WebGuard guard) {
    this.view = view;
    this.reader = reader;
    this.health = health;
    this.server = server;
    this.guard = guard;
  }

  /**
   * Starts an exporter.
   *
   * @throws ExporterException if the port cannot be taken or the Kafka properties are no good; the
   *     message says what would help. A broker that cannot be reached is waited for
   * @throws IllegalArgumentException if the web configuration file is wrong; it says where
   */
  public static Exporter start(ExporterSettings settings) {
    WebGuard guard = WebGuard.of(settings.webConfigFile());
    Consumer<byte[], byte[]> consumer = MetricsConsumer.open(settings.kafka());
    MetricsView view = new MetricsView(settings.regions(), settings.seriesCap());
    MetricsTopicReader reader =
        new MetricsTopicReader(consumer, settings.topic(), view, RecordDecoder.singleObject());
    PrometheusRegistry registry = new PrometheusRegistry();
    OwnHealth health = new OwnHealth(registry, consumer);
    health.watch(reader.status()).watch(view.counts()).watch(guard);
    try {
      ExporterServer server =
          ExporterServer.start(
              settings.bindAddress(),
              settings.port(),
              guard,
              new Scrapers(view, registry),
              reader.status());
      reader.start();
      return new Exporter(view, reader, health, server, guard);
    } catch (ExporterException e) {
      health.close();
      reader.close();
      throw e;
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** {@code https} if the web configuration file has TLS, else {@code http}. */
  public String scheme() {
    return guard.scheme();
  }

  /** Waits until the topic was read to where it ended at the start; false if that took too long. */
  public boolean awaitReady(Duration atMost) throws InterruptedException {
    return reader.status().awaitReady(atMost);
  }

  /** How far reading is, what lags, what is in its way. */
  public ReaderStatus status() {
    return reader.status();
  }

  /**
   * The product's series in Prometheus text format, sorted: each at its value, without the
   * exporter's own health. The same records give the same bytes.
   */
  public String render() {
    return text(view);
  }

  static String text(MetricsView view) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, view.totals());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: writing to memory", e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** Stops listening, then reading. */
  @Override
  public void close() {
    server.close();
    health.close();
    reader.close();
  }
}
