package io.aftercare.exporter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.prometheus.metrics.exporter.httpserver.MetricsHandler;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /metrics}, with a memory for each scraper (told apart by address, user agent and query):
 * the product's series and the exporter's own health. Remembers the {@value #REMEMBERED} that came
 * last.
 */
final class Scrapers implements HttpHandler {
  private static final int REMEMBERED = 100;

  private final ProductSeries product;
  private final PrometheusRegistry health;
  private final Map<Id, HttpHandler> handlers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, HttpHandler> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Id(String address, @Nullable String agent, @Nullable String query) {
    static Id of(HttpExchange exchange) {
      return new Id(
          exchange.getRemoteAddress().getAddress().getHostAddress(),
          exchange.getRequestHeaders().getFirst("User-Agent"),
          exchange.getRequestURI().getRawQuery());
    }
  }

  Scrapers(ProductSeries product, PrometheusRegistry health) {
    this.product = product;
    this.health = health;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    handlerOf(Id.of(exchange)).handle(exchange);
  }

  private synchronized HttpHandler handlerOf(Id scraper) {
    return handlers.computeIfAbsent(scraper, id -> newHandler());
  }

  private HttpHandler newHandler() {
    PrometheusRegistry both = new PrometheusRegistry();
    both.register(product.scraper());
    both.register((MultiCollector) health::scrape);
    return new MetricsHandler(both);
  }
}
