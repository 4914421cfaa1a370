package io.aftercare.exporter;

import io.aftercare.exporter.attention.AttentionView;
import io.aftercare.exporter.board.BacklogHistory;
import io.aftercare.exporter.board.Board;
import io.aftercare.exporter.board.Progress;
import io.aftercare.exporter.board.StageHistory;
import io.aftercare.exporter.board.Views;
import io.aftercare.exporter.http.Api;
import io.aftercare.exporter.http.EventStreams;
import io.aftercare.exporter.http.Pages;
import io.aftercare.exporter.ledger.FoundLogs;
import io.aftercare.exporter.ledger.RecentVerdicts;
import io.aftercare.exporter.ledger.TicketLogs;
import io.aftercare.exporter.ledger.TicketSearch;
import io.aftercare.exporter.spike.RecentSpikes;
import io.aftercare.exporter.topic.ReaderStatus;
import io.aftercare.exporter.topic.TicketLookup;
import io.aftercare.exporter.view.MetricsView;
import io.aftercare.exporter.web.WebGuard;
import io.aftercare.exporter.window.LastWindows;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A running exporter: reads the topics and serves them over HTTP until it is closed. Listens from
 * the first moment; what was asked for too early gets a 503 that says how far reading is.
 */
public final class Exporter implements AutoCloseable {
  private final ProductSeries product;
  private final Readings readings;
  private final Readers readers;
  private final OwnHealth health;
  private final Pulse pulse;
  private final EventStreams streams;
  private final ExporterServer server;
  private final WebGuard guard;

  private Exporter(
      ProductSeries product,
      Readings readings,
      Readers readers,
      OwnHealth health,
      Pulse pulse,
      EventStreams streams,
      ExporterServer server,
      WebGuard guard) {
    this.product = product;
    this.readings = readings;
    this.readers = readers;
    this.health = health;
    this.pulse = pulse;
    this.streams = streams;
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
    return start(settings, Clock.systemUTC());
  }

  /** The same, by this wall clock. */
  static Exporter start(ExporterSettings settings, Clock wall) {
    WebGuard guard = WebGuard.of(settings.webConfigFile());
    PrometheusRegistry registry = new PrometheusRegistry();
    OwnHealth health = new OwnHealth(registry);
    Readers readers = new Readers(settings, health);
    try {
      return start(settings, wall, guard, registry, health, readers);
    } catch (ExporterException e) {
      health.close();
      readers.close();
      throw e;
    }
  }

  private static Exporter start(
      ExporterSettings settings,
      Clock wall,
      WebGuard guard,
      PrometheusRegistry registry,
      OwnHealth health,
      Readers readers) {
    MetricsView view = new MetricsView(settings.regions(), settings.seriesCap());
    AttentionView attention = new AttentionView();
    RecentVerdicts verdicts = new RecentVerdicts();
    TicketLogs logs = new TicketLogs();
    LastWindows windows = new LastWindows();
    RecentSpikes spikes = new RecentSpikes();
    Readings readings = readers.into(view, attention, verdicts, logs, windows, spikes, wall);
    ProductSeries product =
        new ProductSeries(view, attention, verdicts, settings.seriesCap(), settings.ticketIds());
    health
        .watch(readings.metrics(), readings.all())
        .watch(view.counts(), product::leftOut)
        .watch(guard);
    health.watchProgress(() -> Progress.of(view).movedAtSeconds());
    Views views =
        new Views(
            view,
            attention,
            verdicts,
            windows,
            spikes,
            new BacklogHistory(),
            new StageHistory(),
            settings.regions(),
            Version.TEXT);
    Board board = new Board(views, wall);
    EventStreams streams = new EventStreams(board);
    ExporterServer server =
        ExporterServer.start(
            settings.bindAddress(),
            settings.port(),
            guard,
            new ExporterServer.Content(
                new Scrapers(product, registry),
                readings.ofMetrics(),
                readings,
                new Api(board, search(settings, logs, wall), streams, readings::obstacle),
                new Pages()));
    readers.start();
    Pulse pulse = Pulse.start(board, streams, readings.metrics());
    return new Exporter(product, readings, readers, health, pulse, streams, server, guard);
  }

  private static TicketSearch search(ExporterSettings settings, TicketLogs logs, Clock wall) {
    AtomicInteger number = new AtomicInteger();
    TicketLookup lookup =
        new TicketLookup(
            () -> TopicConsumer.open(settings.kafka(), "lookup-" + number.incrementAndGet()),
            settings.ledgers().verdicts(),
            settings.ledgers().milestones(),
            TicketLookup.PATIENCE);
    return new FoundLogs(logs, lookup, wall);
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** {@code https} if the web configuration file has TLS, else {@code http}. */
  public String scheme() {
    return guard.scheme();
  }

  /**
   * Waits until the metrics topic was read to where it ended at the start; false if that took too
   * long.
   */
  public boolean awaitReady(Duration atMost) throws InterruptedException {
    return readings.metrics().awaitReady(atMost);
  }

  /** How far reading of the metrics topic is, what lags, what is in its way. */
  public ReaderStatus status() {
    return readings.metrics();
  }

  /**
   * The product's series in Prometheus text format, sorted: each at its value, without the
   * exporter's own health. The same records give the same bytes.
   */
  public String render() {
    return text(product);
  }

  /** What it serves about itself. */
  MetricSnapshots ownHealth() {
    return health.scrape();
  }

  static String text(ProductSeries product) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, product.totals());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: writing to memory", e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** Stops listening, then reading. */
  @Override
  public void close() {
    pulse.close();
    streams.close();
    server.close();
    health.close();
    readers.close();
  }
}
