package io.aftercare.exporter.view;

import io.aftercare.contract.MetricKind;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Readings in the Prometheus library's words: true counters and histograms, no timestamps. Several
 * readings of one series (collapsed into {@code other}) add up; of timestamps, which do not add up,
 * the earliest stands, being the worst (furthest behind, waiting longest).
 */
final class Exposition {
  private static final long NO_TIMESTAMP = 0;

  private Exposition() {}

  static DataPointSnapshot point(FamilySpec family, Labels labels, Collection<Reading> readings) {
    return switch (family.kind()) {
      case COUNTER -> new CounterDataPointSnapshot(total(readings), labels, null, NO_TIMESTAMP);
      case HISTOGRAM -> histogramPoint(family, labels, readings);
      case GAUGE -> new GaugeDataPointSnapshot(level(family, readings), labels, null);
      case UNKNOWN -> new UnknownDataPointSnapshot(level(family, readings), labels, null);
    };
  }

  /** The value of a series that is no histogram, for who reads it and does not scrape. */
  static Level level(FamilySpec family, Labels labels, Collection<Reading> readings) {
    return switch (family.kind()) {
      case COUNTER -> new Level(labels, total(readings), null);
      case GAUGE, UNKNOWN -> new Level(labels, level(family, readings), oldest(readings));
      case HISTOGRAM -> throw new IllegalArgumentException(family.name() + " has no one value");
    };
  }

  /** What a series of a histogram observed in all its buckets. */
  static Observations observations(FamilySpec family, Labels labels, Collection<Reading> readings) {
    Reading.Distribution all = sum(family, readings);
    return new Observations(labels, Arrays.stream(all.counts()).sum(), all.sum());
  }

  private static @Nullable Instant oldest(Collection<Reading> readings) {
    return readings.stream()
        .map(reading -> ((Reading.Level) reading).publishedAt())
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** A family out of points that {@link #point} made for it. */
  static MetricSnapshot family(FamilySpec family, List<DataPointSnapshot> points) {
    MetricMetadata metadata = new MetricMetadata(baseName(family), family.help());
    return switch (family.kind()) {
      case COUNTER -> new CounterSnapshot(metadata, as(CounterDataPointSnapshot.class, points));
      case HISTOGRAM ->
          new HistogramSnapshot(metadata, as(HistogramDataPointSnapshot.class, points));
      case GAUGE -> new GaugeSnapshot(metadata, as(GaugeDataPointSnapshot.class, points));
      case UNKNOWN -> new UnknownSnapshot(metadata, as(UnknownDataPointSnapshot.class, points));
    };
  }

  /** The library writes a counter's {@code _total} itself. */
  static String baseName(FamilySpec family) {
    String name = family.name();
    boolean counter = family.kind() == MetricKind.COUNTER && name.endsWith("_total");
    return counter ? name.substring(0, name.length() - "_total".length()) : name;
  }

  private static double total(Collection<Reading> readings) {
    return readings.stream().mapToDouble(reading -> ((Reading.Counted) reading).value()).sum();
  }

  private static double level(FamilySpec family, Collection<Reading> readings) {
    DoubleStream levels =
        readings.stream().mapToDouble(reading -> ((Reading.Level) reading).value());
    return family.name().endsWith("_timestamp_seconds") ? levels.min().orElse(0) : levels.sum();
  }

  private static DataPointSnapshot histogramPoint(
      FamilySpec family, Labels labels, Collection<Reading> readings) {
    Reading.Distribution all = sum(family, readings);
    double[] edges =
        DoubleStream.concat(
                family.bounds().stream().mapToDouble(Double::doubleValue),
                DoubleStream.of(Double.POSITIVE_INFINITY))
            .toArray();
    return new HistogramDataPointSnapshot(
        ClassicHistogramBuckets.of(edges, all.counts()),
        all.sum(),
        labels,
        Exemplars.EMPTY,
        NO_TIMESTAMP);
  }

  private static Reading.Distribution sum(FamilySpec family, Collection<Reading> readings) {
    Reading.Distribution nothing =
        new Reading.Distribution(new long[family.bounds().size() + 1], 0);
    return readings.stream()
        .map(Reading.Distribution.class::cast)
        .reduce(nothing, Reading.Distribution::plus);
  }

  private static <T> List<T> as(Class<T> type, List<DataPointSnapshot> points) {
    return points.stream().map(type::cast).toList();
  }
}
