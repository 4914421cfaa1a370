package io.aftercare.launcher.replay;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.launcher.service.MetricsPage;
import java.util.Locale;
import java.util.Map;

/**
 * What became of the records, from the job's own metrics. Identities (SEMANTICS 7): read = sent,
 * and read = applied + duplicate + rejected + late_dropped.
 *
 * @param sent records that were put into the input topic
 */
record Accounting(
    long sent,
    long read,
    long applied,
    long duplicate,
    long rejected,
    long lateDropped,
    long corrections) {
  private static final Map<String, String> TICKETS = Map.of("stream", "tickets");

  static Accounting of(long sent, MetricsPage page) {
    return new Accounting(
        sent,
        sum(page, MetricCatalogue.EVENTS_READ, TICKETS),
        result(page, "applied"),
        result(page, "duplicate"),
        result(page, "rejected"),
        result(page, "late_dropped"),
        sum(page, MetricCatalogue.SLA_CORRECTIONS, Map.of()));
  }

  private static long result(MetricsPage page, String result) {
    return sum(page, MetricCatalogue.EVENTS, Map.of("stream", "tickets", "result", result));
  }

  private static long sum(MetricsPage page, MetricCatalogue metric, Map<String, String> labels) {
    return Math.round(page.sum(metric.metricName(), labels));
  }

  boolean holds() {
    return read == sent && read == applied + duplicate + rejected + lateDropped;
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "read %,d = applied %,d + duplicate %,d + rejected %,d + late_dropped %,d",
        read,
        applied,
        duplicate,
        rejected,
        lateDropped);
  }
}
