package io.aftercare.launcher.service;

import static io.aftercare.contract.metric.MetricCatalogue.BACKLOG_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.EVENTS_READ;
import static io.aftercare.contract.metric.MetricCatalogue.SLA_VERDICTS;
import static io.aftercare.contract.metric.MetricCatalogue.SLA_VERDICTS_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.TICKETS_CREATED;
import static io.aftercare.contract.metric.MetricCatalogue.TICKETS_CREATED_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.WATERMARK_TIMESTAMP;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The few figures of the live line, all out of the exporter: nothing is counted beside the product.
 * Counts are net of retractions.
 *
 * @param eventTime the event time that the slowest stream has reached
 */
public record Figures(
    long eventsRead, long created, long breached, long backlog, Optional<Instant> eventTime) {
  private static final Map<String, String> ALL = Map.of();
  private static final Map<String, String> BREACHED =
      Map.of("verdict", "breached", "slot", "active");

  /** Nothing has been counted yet. */
  public static final Figures NONE = new Figures(0, 0, 0, 0, Optional.empty());

  /** The figures on this page. */
  public static Figures of(MetricsPage page) {
    double created =
        page.sum(TICKETS_CREATED.metricName(), ALL)
            - page.sum(TICKETS_CREATED_RETRACTED.metricName(), ALL);
    double breached =
        page.sum(SLA_VERDICTS.metricName(), BREACHED)
            - page.sum(SLA_VERDICTS_RETRACTED.metricName(), BREACHED);
    return new Figures(
        Math.round(page.sum(EVENTS_READ.metricName(), ALL)),
        Math.round(created),
        Math.round(breached),
        Math.round(page.sum(BACKLOG_TICKETS.metricName(), ALL)),
        eventTime(page));
  }

  private static Optional<Instant> eventTime(MetricsPage page) {
    return page.min(WATERMARK_TIMESTAMP.metricName()).stream()
        .filter(seconds -> seconds > 0 && Double.isFinite(seconds))
        .mapToObj(seconds -> Instant.ofEpochSecond(Math.round(seconds)))
        .findFirst();
  }
}
