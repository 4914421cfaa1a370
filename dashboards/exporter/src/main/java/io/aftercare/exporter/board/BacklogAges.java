package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.BACKLOG_AGED_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.BACKLOG_OLDEST;
import static io.aftercare.contract.metric.MetricCatalogue.TICKETS_UNTRIAGED;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.view.Level;
import io.aftercare.exporter.view.MetricsView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How old the open tickets of a region are, counted since their creation, to the minute.
 *
 * @param ages the youngest first; empty: not told yet
 * @param oldest by priority; of one that has none open there is no row
 * @param untriaged open tickets that are not both classified and assigned; null: not told yet
 */
public record BacklogAges(List<AgeRow> ages, List<OldestRow> oldest, @Nullable Long untriaged) {
  private static final List<String> AGES = List.of("under_4h", "4h_to_24h", "1d_to_3d", "over_3d");

  /** Open tickets of this age. */
  public record AgeRow(String age, long tickets) {}

  /** When the oldest open ticket of a priority was created. */
  public record OldestRow(String priority, Instant createdAt) {}

  static BacklogAges of(MetricsView metrics, String region) {
    List<Level> aged = of(metrics, BACKLOG_AGED_TICKETS, region);
    return new BacklogAges(
        aged.isEmpty() ? List.of() : AGES.stream().map(age -> row(age, aged)).toList(),
        of(metrics, BACKLOG_OLDEST, region).stream()
            .map(BacklogAges::oldest)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .sorted(Comparator.comparing(OldestRow::priority))
            .toList(),
        of(metrics, TICKETS_UNTRIAGED, region).stream()
            .findFirst()
            .map(BacklogAges::tickets)
            .orElse(null));
  }

  private static List<Level> of(MetricsView metrics, MetricCatalogue metric, String region) {
    return metrics.levels(metric).stream()
        .filter(level -> level.label("region").equals(region))
        .toList();
  }

  private static AgeRow row(String age, List<Level> aged) {
    return new AgeRow(
        age,
        aged.stream()
            .filter(level -> level.label("age").equals(age))
            .mapToLong(BacklogAges::tickets)
            .sum());
  }

  private static @Nullable OldestRow oldest(Level level) {
    Instant created = Waits.instant(level);
    return created == null ? null : new OldestRow(level.label("priority"), created);
  }

  private static long tickets(Level level) {
    return Math.max(0, Math.round(level.value()));
  }
}
