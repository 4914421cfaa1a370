package io.aftercare.exporter;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.attention.AttentionView;
import io.aftercare.exporter.attention.WorstOverdue;
import io.aftercare.exporter.ledger.RecentVerdicts;
import io.aftercare.exporter.view.MetricsView;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusScrapeRequest;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * All series of the product: those of the metrics topic and, unless tickets are not to be named,
 * the clocks that are overdue longest, and on breached verdicts the ticket that was breached last.
 * The clocks fit into what the metrics topic leaves of the series cap; those that do not fit are
 * counted. Thread-safe.
 */
final class ProductSeries {
  private static final String WORST = MetricCatalogue.SLA_WORST_OVERDUE_DEADLINE.metricName();

  private final MetricsView view;
  private final AttentionView attention;
  private final RecentVerdicts verdicts;
  private final int seriesCap;
  private final boolean ticketIds;
  private final AtomicLong leftOut = new AtomicLong();
  private int leftOutLast;

  ProductSeries(
      MetricsView view,
      AttentionView attention,
      RecentVerdicts verdicts,
      int seriesCap,
      boolean ticketIds) {
    this.view = view;
    this.attention = attention;
    this.verdicts = verdicts;
    this.seriesCap = seriesCap;
    this.ticketIds = ticketIds;
  }

  /** Every series at its value, without what is done for scrapers. */
  MetricSnapshots totals() {
    return complete(view.totals(), name -> true);
  }

  /** One who scrapes again and again, with a memory of its own. */
  MultiCollector scraper() {
    MultiCollector ofTopic = view.scraper();
    return new MultiCollector() {
      @Override
      public MetricSnapshots collect() {
        return collect(name -> true);
      }

      @Override
      public MetricSnapshots collect(Predicate<String> includedNames) {
        return complete(ofTopic.collect(includedNames), includedNames);
      }

      @Override
      public MetricSnapshots collect(
          Predicate<String> includedNames, PrometheusScrapeRequest scrapeRequest) {
        return collect(includedNames);
      }
    };
  }

  /** Series that were not served for want of room: each time that more were, by how many more. */
  long leftOut() {
    return leftOut.get();
  }

  private MetricSnapshots complete(MetricSnapshots ofTopic, Predicate<String> includedNames) {
    if (!ticketIds) {
      return ofTopic;
    }
    List<MetricSnapshot> all = new ArrayList<>();
    BreachExemplars breaches = new BreachExemplars(verdicts.newestFirst());
    ofTopic.forEach(snapshot -> all.add(breaches.on(snapshot)));
    GaugeSnapshot worst = worst();
    if (includedNames.test(WORST) && !worst.getDataPoints().isEmpty()) {
      all.add(worst);
    }
    return new MetricSnapshots(all);
  }

  private GaugeSnapshot worst() {
    int room = seriesCap == 0 ? Integer.MAX_VALUE : seriesCap - view.timeSeries();
    WorstOverdue worst = WorstOverdue.of(attention.worstFirst(), room);
    count(worst.leftOut());
    GaugeSnapshot.Builder gauge =
        GaugeSnapshot.builder().name(WORST).help(MetricCatalogue.SLA_WORST_OVERDUE_DEADLINE.help());
    for (WorstOverdue.Ranked clock : worst.served()) {
      gauge.dataPoint(
          GaugeSnapshot.GaugeDataPointSnapshot.builder()
              .labels(
                  Labels.of(
                      "region", clock.region(),
                      "sla", clock.sla(),
                      "rank", Integer.toString(clock.rank()),
                      "ticket_id", clock.ticketId()))
              .value(clock.deadline().toEpochMilli() / 1000.0)
              .build());
    }
    return gauge.build();
  }

  private synchronized void count(int now) {
    leftOut.addAndGet(Math.max(0, now - leftOutLast));
    leftOutLast = now;
  }
}
