package io.aftercare.exporter.board;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.board.Tile.Feed;
import io.aftercare.exporter.view.Level;
import io.aftercare.exporter.view.MetricsView;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When regions were last heard of. One that says nothing for longer than chance explains is silent,
 * not quiet: what is shown of it is old. The region unknown is no place and is never silent.
 */
final class Silences {
  /** Of fewer events a share of what is usual says nothing. */
  static final int LEAST_EXPECTED = 20;

  private static final String NO_PLACE = "unknown";

  private final Map<String, Instant> heard = new TreeMap<>();
  private final Map<String, Duration> limits = new TreeMap<>();
  private final Map<String, Double> observed = new TreeMap<>();
  private final Map<String, Double> expected = new TreeMap<>();
  private final @Nullable Instant eventTime;

  private Silences(@Nullable Instant eventTime) {
    this.eventTime = eventTime;
  }

  /**
   * As the metrics say.
   *
   * @param eventTime that of the tickets; null: not known yet
   */
  static Silences of(MetricsView metrics, @Nullable Instant eventTime) {
    Silences silences = new Silences(eventTime);
    for (Level level : metrics.levels(MetricCatalogue.REGION_LAST_EVENT)) {
      Instant at = Waits.instant(level);
      if (at != null) {
        silences.heard.merge(level.label("region"), at, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    for (Level level : metrics.levels(MetricCatalogue.REGION_SILENCE_LIMIT)) {
      if (Double.isFinite(level.value()) && level.value() > 0) {
        Duration limit = Duration.ofMillis(Math.round(level.value() * 1000));
        silences.limits.merge(level.label("region"), limit, (a, b) -> a.compareTo(b) < 0 ? a : b);
      }
    }
    metrics
        .levels(MetricCatalogue.REGION_OBSERVED_EVENTS)
        .forEach(level -> silences.observed.put(level.label("region"), level.value()));
    metrics
        .levels(MetricCatalogue.REGION_EXPECTED_EVENTS)
        .forEach(level -> silences.expected.put(level.label("region"), level.value()));
    return silences;
  }

  /** Null: nothing was heard of the region yet. */
  @Nullable Feed of(String region) {
    Instant last = heard.get(region);
    if (last == null) {
      return null;
    }
    Duration limit = limits.get(region);
    boolean silent =
        eventTime != null
            && limit != null
            && !region.equals(NO_PLACE)
            && Duration.between(last, eventTime).compareTo(limit) > 0;
    Double came = observed.get(region);
    Double usual = expected.get(region);
    return new Feed(
        last,
        limit == null ? null : limit.toMillis() / 1000.0,
        silent,
        came == null ? null : Math.round(came),
        usual == null ? null : Math.rint(usual * 10) / 10,
        came == null || usual == null || usual < LEAST_EXPECTED
            ? null
            : Math.rint(came / usual * 1e4) / 1e4);
  }
}
