package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.STAGE_DWELL_SECONDS;
import static io.aftercare.contract.metric.MetricCatalogue.TICKETS_IN_STAGE;

import io.aftercare.exporter.board.StageHistory.Place;
import io.aftercare.exporter.board.StageHistory.Sample;
import io.aftercare.exporter.board.StageList.StageRow;
import io.aftercare.exporter.board.Tile.Bottleneck;
import io.aftercare.exporter.view.Level;
import io.aftercare.exporter.view.MetricsView;
import io.aftercare.exporter.view.Observations;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stages of all regions at one moment. Little's law, as the alert StageBottleneck has it: who
 * enters a stage now stays for (tickets in it) / (tickets that leave it per second); none left
 * counts as one. The excess is that over the mean of all stays that ended, of at least {@value
 * #LEAST}.
 *
 * <p>The bottleneck of a region is its stage with the largest excess, above {@value #MUCH}, with at
 * least {@value #LEAST} tickets in it. Waits for the customer or a third party are not ours to
 * shorten, and are none.
 */
final class Stages {
  static final int LEAST = 20;
  static final double MUCH = 1.5;

  private static final List<String> ORDER =
      List.of(
          "intake",
          "triage",
          "dispatch",
          "schedule",
          "work",
          "acceptance",
          "follow_up",
          "waiting_customer",
          "waiting_parts",
          "waiting_third_party");
  private static final Set<String> NOT_OURS = Set.of("waiting_customer", "waiting_third_party");

  private final Map<Place, Long> tickets = new HashMap<>();
  private final Map<Place, Observations> stays;
  private final Set<String> regions = new HashSet<>();
  private final @Nullable Sample before;
  private final double spanSeconds;

  private Stages(
      Map<Place, Observations> stays, @Nullable Sample before, @Nullable Instant eventTime) {
    this.stays = stays;
    this.before = before;
    this.spanSeconds =
        before == null || eventTime == null
            ? 0
            : Duration.between(before.at(), eventTime).toMillis() / 1000.0;
  }

  /**
   * As it is now.
   *
   * @param eventTime that of the tickets; null: not known yet
   */
  static Stages of(MetricsView metrics, StageHistory history, @Nullable Instant eventTime) {
    Sample before = eventTime == null ? null : history.before(eventTime);
    Stages stages = new Stages(stays(metrics), before, eventTime);
    for (Level level : metrics.levels(TICKETS_IN_STAGE)) {
      Place place = new Place(level.label("region"), level.label("stage"));
      stages.tickets.merge(place, Math.max(0, Math.round(level.value())), Long::sum);
      stages.regions.add(place.region());
    }
    stages.stays.keySet().forEach(place -> stages.regions.add(place.region()));
    return stages;
  }

  /** How many tickets have left each stage. */
  static Sample sample(MetricsView metrics, Instant eventTime) {
    Map<Place, Long> left = new HashMap<>();
    stays(metrics).forEach((place, observed) -> left.put(place, observed.count()));
    return new Sample(eventTime, left);
  }

  private static Map<Place, Observations> stays(MetricsView metrics) {
    Map<Place, Observations> stays = new HashMap<>();
    for (Observations each : metrics.observations(STAGE_DWELL_SECONDS)) {
      stays.put(new Place(each.label("region"), each.label("stage")), each);
    }
    return stays;
  }

  StageList of(String region) {
    StageRow bottleneck = bottleneckRow(region);
    List<StageRow> rows =
        rows(region).stream()
            .map(row -> row.equals(bottleneck) ? row.asBottleneck() : row)
            .toList();
    return new StageList(before == null ? null : spanSeconds, rows);
  }

  /** Where the region's tickets pile up; null: nowhere, or nobody can tell yet. */
  @Nullable Bottleneck bottleneckOf(String region) {
    StageRow row = bottleneckRow(region);
    return row == null || row.excess() == null
        ? null
        : new Bottleneck(row.stage(), row.tickets(), row.excess());
  }

  private @Nullable StageRow bottleneckRow(String region) {
    return rows(region).stream()
        .filter(row -> !NOT_OURS.contains(row.stage()) && row.tickets() >= LEAST)
        .filter(row -> row.excess() != null && row.excess() > MUCH)
        .max(Comparator.comparing(row -> Objects.requireNonNull(row.excess())))
        .orElse(null);
  }

  private List<StageRow> rows(String region) {
    return regions.contains(region)
        ? ORDER.stream().map(stage -> row(new Place(region, stage))).toList()
        : List.of();
  }

  private StageRow row(Place place) {
    long now = tickets.getOrDefault(place, 0L);
    Observations observed = stays.get(place);
    long ended = observed == null ? 0 : observed.count();
    Double mean = observed == null ? null : observed.mean();
    Long left = left(place, ended);
    Double wait = left == null ? null : now * spanSeconds / Math.max(1, left);
    return new StageRow(
        place.stage(),
        now,
        ended,
        rounded(mean, 1e3),
        left,
        rounded(wait, 1e3),
        wait == null || mean == null || mean <= 0 || ended < LEAST
            ? null
            : rounded(wait / mean, 1e2),
        false);
  }

  private @Nullable Long left(Place place, long ended) {
    if (before == null) {
      return null;
    }
    long left = ended - before.left().getOrDefault(place, 0L);
    return left < 0 ? null : left; // another job counts now
  }

  private static @Nullable Double rounded(@Nullable Double value, double by) {
    return value == null ? null : Math.rint(value * by) / by;
  }
}
