package io.aftercare.exporter.view;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusScrapeRequest;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * One who scrapes the view again and again, and what it has met. A counter or histogram born since
 * its last scrape is given to it as 0 and, from its next scrape on, at its value, so that {@code
 * increase()} sees the first value. Each scraper has its own memory: a person's look does not use
 * up the zero of a Prometheus, and of two Prometheus servers at two addresses each gets its own; at
 * one address each needs a query parameter of its own.
 *
 * <p>A scraper that comes for the first time may be an old one with a new address. It is given
 * zeros only for what was born within {@link #NEW_TO_STRANGERS}; more would tell it of resets that
 * never were.
 */
public final class Scraper implements MultiCollector {
  /** At least a usual scrape interval. */
  static final Duration NEW_TO_STRANGERS = Duration.ofMinutes(1);

  private final MetricsView view;
  private long seen;

  Scraper(MetricsView view, long now) {
    this.view = view;
    this.seen = now - NEW_TO_STRANGERS.toNanos();
  }

  @Override
  public MetricSnapshots collect() {
    return collect(name -> true);
  }

  @Override
  public synchronized MetricSnapshots collect(Predicate<String> includedNames) {
    MetricsView.Scrape scrape = view.scrape(seen, includedNames);
    seen = scrape.at();
    return scrape.snapshots();
  }

  @Override
  public MetricSnapshots collect(
      Predicate<String> includedNames, PrometheusScrapeRequest scrapeRequest) {
    return collect(includedNames);
  }
}
