package io.aftercare.exporter.view;

import io.aftercare.contract.MetricKind;
import io.aftercare.contract.metric.Maker;
import io.aftercare.contract.metric.MetricCatalogue;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The page {@code dashboards/METRICS.md}: the catalogue as people read it. All of it comes from the
 * catalogue, the lists of label values, the worst case, and what a running exporter says of itself.
 */
public final class CataloguePage {
  private static final String RETRACTED = "_RETRACTED";
  private static final String OWN = "aftercare_exporter_";

  private CataloguePage() {}

  /**
   * The page as text.
   *
   * @param own what the exporter serves about itself
   */
  public static String of(MetricSnapshots own) {
    StringBuilder page = new StringBuilder(HEAD);
    for (CatalogueGroup group : CatalogueGroup.values()) {
      page.append("\n## ").append(group.title()).append("\n\n").append(table(group));
    }
    page.append("\n## The exporter itself\n\n").append(OF_THE_EXPORTER).append(table(own));
    page.append("\n## Labels\n\n").append(LabelTable.text());
    return page.append("\n## How many series\n\n").append(budget()).toString();
  }

  private static String table(CatalogueGroup group) {
    String rows =
        Arrays.stream(MetricCatalogue.values())
            .filter(metric -> CatalogueGroup.of(metric) == group && !retracts(metric))
            .map(CataloguePage::row)
            .collect(Collectors.joining());
    return """
        | metric | type | unit | labels | what it says | series |
        |---|---|---|---|---|---:|
        """
        + rows;
  }

  private static String row(MetricCatalogue metric) {
    boolean twin = hasTwin(metric);
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %s | %s | %s | %,d |\n",
        metric.metricName(),
        metric.kind().name().toLowerCase(Locale.ROOT) + (twin ? ", with twin" : ""),
        metric.unit().label(),
        String.join(", ", metric.labels()),
        metric.help() + buckets(metric) + maker(metric),
        (twin ? 2 : 1) * WorstCase.series(metric));
  }

  private static String buckets(MetricCatalogue metric) {
    return metric.kind() != MetricKind.HISTOGRAM
        ? ""
        : metric.buckets().stream()
            .map(bound -> Long.toString(bound.longValue()))
            .collect(Collectors.joining(", ", "<br>Buckets: ", "."));
  }

  private static String maker(MetricCatalogue metric) {
    return metric.maker() == Maker.EXPORTER ? "<br>Made by the exporter, not by a job." : "";
  }

  private static boolean retracts(MetricCatalogue metric) {
    return metric.name().endsWith(RETRACTED);
  }

  private static boolean hasTwin(MetricCatalogue metric) {
    return Arrays.stream(MetricCatalogue.values())
        .anyMatch(other -> other.name().equals(metric.name() + RETRACTED));
  }

  private static String table(MetricSnapshots own) {
    return "| metric | type | labels | what it says |\n|---|---|---|---|\n"
        + own.stream()
            .filter(family -> family.getMetadata().getPrometheusName().startsWith(OWN))
            .sorted(Comparator.comparing(family -> family.getMetadata().getPrometheusName()))
            .map(CataloguePage::row)
            .collect(Collectors.joining());
  }

  private static String row(MetricSnapshot family) {
    boolean counter = family instanceof CounterSnapshot;
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            family.getMetadata().getPrometheusName() + (counter ? "_total" : ""),
            counter ? "counter" : "gauge",
            family.getDataPoints().stream()
                .flatMap(point -> point.getLabels().stream())
                .map(label -> label.getName())
                .distinct()
                .collect(Collectors.joining(", ")),
            family.getMetadata().getHelp());
  }

  private static String budget() {
    List<MetricCatalogue> most =
        Arrays.stream(MetricCatalogue.values())
            .sorted(Comparator.comparingLong((MetricCatalogue metric) -> -WorstCase.series(metric)))
            .limit(3)
            .toList();
    return String.format(
        Locale.ROOT,
        """
        At %d listed regions, %d queues and %d categories, and the unknown ones beside them, with the policies that are shipped, every label at every value it can take: at most **%,d** time series of the budget
        of %,d. Not counted is what cannot be: a queue in another region than its own, a callback with a priority, a slot without its shadow, an account of all regions in a single one. The largest are %s.

        The exporter's cap (`--series-cap`) holds whatever comes: series beyond it are served under the label value `other` and counted in `aftercare_exporter_label_overflow_total`.
        """,
        WorstCase.LISTED_REGIONS,
        WorstCase.LISTED_QUEUES,
        WorstCase.LISTED_CATEGORIES,
        WorstCase.total(),
        WorstCase.BUDGET,
        most.stream()
            .map(m -> String.format(Locale.ROOT, "`%s` %,d", m.metricName(), WorstCase.series(m)))
            .collect(Collectors.joining(", ")));
  }

  private static final String HEAD =
      """
      # Metrics

      Everything on the exporter's `/metrics`. Names and labels are public API: what changes stands in the [changelog](../CHANGELOG.md). This page is generated; the catalogue is
      [`MetricCatalogue`](../schemas/src/main/java/io/aftercare/contract/metric/MetricCatalogue.java), and `CataloguePageTest` holds the page against it.

      **Counters and histograms are committed facts.** They come from completed checkpoints, never fall, and are not counted twice after a failure. **Gauges are live**: as of the last moment the
      job spoke, up to a checkpoint ahead of the counters; a new one first appears with a checkpoint.

      **A twin** is a second counter `..._retracted_total` with the same labels (that of `sla_verdicts` without the priority): what late events took back. The true figure is counted - retracted, in every ratio and comparison:

          increase(aftercare_sla_verdicts_total[1h]) - increase(aftercare_sla_verdicts_retracted_total[1h])

      Both exist from the same moment on, so the difference never misses a side. **Histograms** have no twin: they keep first observations, and `aftercare_observations_corrected_total` counts those
      that turned out wrong. **Instants** are exported as Unix time, never as an age; compare them with `aftercare_watermark_timestamp_seconds` where event time is not the wall clock's.

      *Series*: how many there can be at most, twins included; see [below](#how-many-series).
      """;

  private static final String OF_THE_EXPORTER =
      """
      Made by each exporter of itself, so replicas differ; no label of the service. Beside these it serves what Micrometer tells of its JVM (`jvm_*`), process (`process_*`, `system_*`) and Kafka
      client (`kafka_*`).

      """;
}
