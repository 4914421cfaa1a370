package io.aftercare.exporter.board;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.view.Level;
import io.aftercare.exporter.view.MetricsView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the job is; of several streams the one that is furthest behind, and silent longest.
 *
 * @param eventTime null before the job said so
 * @param movedAt when event time last moved, by the job's clock; null before the job said so
 */
public record Progress(@Nullable Instant eventTime, @Nullable Instant movedAt, boolean catchingUp) {

  /** As the metrics say. */
  public static Progress of(MetricsView metrics) {
    List<Level> watermarks =
        metrics.levels(MetricCatalogue.WATERMARK_TIMESTAMP).stream()
            .filter(stream -> Double.isFinite(stream.value()) && stream.value() > 0)
            .toList();
    return new Progress(
        watermarks.stream().map(Progress::instant).min(Instant::compareTo).orElse(null),
        watermarks.stream()
            .map(Level::publishedAt)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .min(Instant::compareTo)
            .orElse(null),
        metrics.levels(MetricCatalogue.CATCHING_UP).stream().anyMatch(each -> each.value() > 0));
  }

  /** Event time of the tickets alone: what calls do tells nothing of them. */
  static @Nullable Instant ofTickets(MetricsView metrics) {
    return metrics.levels(MetricCatalogue.WATERMARK_TIMESTAMP).stream()
        .filter(level -> level.label("stream").equals("tickets"))
        .map(Waits::instant)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .findFirst()
        .orElse(null);
  }

  /** When event time last moved, in s since 1970; NaN before the job said so. */
  public double movedAtSeconds() {
    return movedAt == null ? Double.NaN : movedAt.toEpochMilli() / 1000.0;
  }

  private static Instant instant(Level watermark) {
    return Instant.ofEpochMilli(Math.round(watermark.value() * 1000));
  }
}
