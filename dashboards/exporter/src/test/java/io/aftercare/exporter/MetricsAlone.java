package io.aftercare.exporter;

import com.sun.net.httpserver.HttpHandler;
import io.aftercare.exporter.attention.AttentionView;
import io.aftercare.exporter.ledger.RecentVerdicts;
import io.aftercare.exporter.topic.Readiness;
import io.aftercare.exporter.view.MetricsView;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** What an exporter serves that has metrics and nothing else: no pages, no API, no own health. */
final class MetricsAlone {
  private MetricsAlone() {}

  static ExporterServer.Content of(MetricsView view, Readiness reading, Readiness readingAll) {
    ProductSeries product =
        new ProductSeries(view, new AttentionView(), new RecentVerdicts(), 0, true);
    HttpHandler nothing =
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        };
    return new ExporterServer.Content(
        new Scrapers(product, new PrometheusRegistry()), reading, readingAll, nothing, nothing);
  }
}
