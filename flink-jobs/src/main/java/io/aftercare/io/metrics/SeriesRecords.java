package io.aftercare.io.metrics;

import io.aftercare.contract.MetricKind;
import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.contract.metric.Unit;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** From totals to what crosses the metrics topic: names, labels, base units. */
public final class SeriesRecords {
  private static final double MILLIS_PER_SECOND = 1000.0;
  private static final double THOUSANDTHS = 1000.0;
  private static final double MILLIONTHS = 1_000_000.0;

  private SeriesRecords() {}

  /** The catalogue's entry of a measure. */
  public static MetricCatalogue entry(Measure measure) {
    return MetricCatalogue.valueOf(measure.name());
  }

  /** Upper bounds of every histogram in ms, as the catalogue states them in seconds. */
  public static Map<Measure, long[]> bucketBoundsMillis() {
    Map<Measure, long[]> bounds = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      List<Double> seconds = entry(measure).buckets();
      if (!seconds.isEmpty()) {
        bounds.put(
            measure, seconds.stream().mapToLong(s -> Math.round(s * MILLIS_PER_SECOND)).toArray());
      }
    }
    return bounds;
  }

  /** The topic key of a series: {@code name{label="value",...}}, labels sorted. */
  public static String key(Series series) {
    return entry(series.measure()).metricName()
        + labels(series).entrySet().stream()
            .map(label -> label.getKey() + "=\"" + escape(label.getValue()) + "\"")
            .collect(Collectors.joining(",", "{", "}"));
  }

  /** The record of a series, but for its lineage and times. */
  static MetricRecord.Builder record(Series series, Total total) {
    MetricCatalogue entry = entry(series.measure());
    boolean histogram = entry.kind() == MetricKind.HISTOGRAM;
    double value = total.value() / scale(entry.unit());
    return MetricRecord.newBuilder()
        .setName(entry.metricName())
        .setKind(entry.kind())
        .setLabels(labels(series))
        .setValue(histogram ? 0 : value)
        .setSum(histogram ? value : 0)
        .setBucketBounds(entry.buckets())
        .setBucketCounts(total.buckets());
  }

  /** What the domain counts in whole numbers, in base units. */
  private static double scale(Unit unit) {
    return switch (unit) {
      case SECONDS, UNIX_SECONDS -> MILLIS_PER_SECOND;
      case RATIO -> MILLIONTHS;
      case MEAN_COMPLAINTS, SCORE -> THOUSANDTHS;
      default -> 1;
    };
  }

  private static Map<String, String> labels(Series series) {
    List<String> names = entry(series.measure()).labels();
    if (names.size() != series.labels().size()) {
      throw new IllegalStateException(
          "%s has the labels %s, not %s".formatted(series.measure(), names, series.labels()));
    }
    Map<String, String> labels = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      labels.put(names.get(i), series.labels().get(i));
    }
    return labels;
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
