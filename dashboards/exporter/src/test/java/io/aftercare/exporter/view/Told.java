package io.aftercare.exporter.view;

import io.aftercare.contract.MetricKind;
import io.aftercare.contract.MetricRecord;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records as a job would tell them, and a view's text as a scraper would read it. */
public final class Told {
  public static final String CREATED = "aftercare_tickets_created_total";
  public static final String BACKLOG = "aftercare_backlog_tickets";
  public static final String RESOLUTION = "aftercare_resolution_seconds";
  public static final Instant BEGUN = Instant.parse("2026-03-02T08:00:00Z");
  private static final List<Double> RESOLUTION_BOUNDS =
      List.of(
          1800.0, 3600.0, 7200.0, 10800.0, 14400.0, 28800.0, 86400.0, 172800.0, 259200.0, 604800.0);

  private Told() {}

  public static MetricRecord counter(String name, Map<String, String> labels, double value) {
    return record(name, MetricKind.COUNTER, labels).setValue(value).build();
  }

  public static MetricRecord created(String region, double value) {
    return counter(CREATED, Map.of("region", region, "channel", "web"), value);
  }

  public static MetricRecord backlog(String region, double value, int second) {
    return record(
            BACKLOG, MetricKind.GAUGE, Map.of("region", region, "priority", "p1", "state", "new"))
        .setValue(value)
        .setPublishedAt(BEGUN.plusSeconds(second))
        .build();
  }

  /** A resolution histogram of a region: so many within half an hour, so many over a week. */
  public static MetricRecord resolution(String region, long quick, long endless, double sum) {
    return record(RESOLUTION, MetricKind.HISTOGRAM, Map.of("region", region, "priority", "p1"))
        .setBucketBounds(RESOLUTION_BOUNDS)
        .setBucketCounts(List.of(quick, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, endless))
        .setSum(sum)
        .build();
  }

  public static MetricRecord.Builder record(
      String name, MetricKind kind, Map<String, String> labels) {
    return MetricRecord.newBuilder()
        .setLineageId("lineage-a")
        .setLineageStartedAt(BEGUN)
        .setJob("tickets")
        .setName(name)
        .setKind(kind)
        .setLabels(labels)
        .setPublishedAt(BEGUN);
  }

  /** The same record, told by a job that began so many seconds later on empty state. */
  public static MetricRecord later(MetricRecord metric, int seconds) {
    return MetricRecord.newBuilder(metric)
        .setLineageId("lineage-" + seconds)
        .setLineageStartedAt(BEGUN.plusSeconds(seconds))
        .build();
  }

  public static String key(MetricRecord metric) {
    return metric.getName() + new TreeMap<>(metric.getLabels());
  }

  public static void tell(MetricsView view, MetricRecord... records) {
    for (MetricRecord metric : records) {
      view.apply(key(metric), metric);
    }
  }

  public static String text(MetricSnapshots snapshots) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, snapshots);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** The lines of series that have moved. */
  public static List<String> moved(MetricSnapshots snapshots) {
    return text(snapshots)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.endsWith(" 0.0") && !line.endsWith(" 0"))
        .toList();
  }
}
