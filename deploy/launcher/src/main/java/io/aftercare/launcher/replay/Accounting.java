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
    long sent, long read, long applied, long duplicate, long rejected, long lateDropped) {

  /** Of an input stream. */
  static Accounting of(String stream, long sent, MetricsPage page) {
    return new Accounting(
        sent,
        sum(page, MetricCatalogue.EVENTS_READ, Map.of("stream", stream)),
        result(page, stream, "applied"),
        result(page, stream, "duplicate"),
        result(page, stream, "rejected"),
        result(page, stream, "late_dropped"));
  }

  private static long result(MetricsPage page, String stream, String result) {
    return sum(page, MetricCatalogue.EVENTS, Map.of("stream", stream, "result", result));
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
