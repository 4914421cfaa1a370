package io.aftercare.exporter.board;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.board.RegionPage.BacklogRow;
import io.aftercare.exporter.view.Level;
import io.aftercare.exporter.view.MetricsView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the pages take from the metrics, as it is at one moment. */
record Figures(
    List<Level> backlog,
    List<Level> openClocks,
    List<Level> atRisk,
    List<Level> created,
    List<Level> targetRatios,
    List<Level> targetSeconds) {

  static Figures of(MetricsView metrics) {
    return new Figures(
        metrics.levels(MetricCatalogue.BACKLOG_TICKETS),
        metrics.levels(MetricCatalogue.SLA_OPEN_CLOCKS),
        metrics.levels(MetricCatalogue.SLA_AT_RISK_CLOCKS),
        metrics.levels(MetricCatalogue.TICKETS_CREATED),
        metrics.levels(MetricCatalogue.SLA_TARGET_RATIO),
        metrics.levels(MetricCatalogue.SLA_TARGET_SECONDS));
  }

  /** Regions that any of the figures knows. */
  Set<String> regions() {
    Set<String> regions = new TreeSet<>();
    for (List<Level> levels : List.of(backlog, openClocks, atRisk, created)) {
      levels.forEach(level -> regions.add(level.label("region")));
    }
    return regions;
  }

  /** Open tickets by region. */
  Map<String, Long> backlogs() {
    return backlog.stream()
        .collect(
            Collectors.groupingBy(
                level -> level.label("region"),
                TreeMap::new,
                Collectors.summingLong(level -> Math.round(level.value()))));
  }

  /** Open tickets of a region by priority and state; what is zero is left out. */
  List<BacklogRow> backlogOf(String region) {
    List<BacklogRow> rows = new ArrayList<>();
    for (Level level : backlog) {
      long tickets = Math.round(level.value());
      if (level.label("region").equals(region) && tickets != 0) {
        rows.add(new BacklogRow(level.label("priority"), level.label("state"), tickets));
      }
    }
    rows.sort(Comparator.comparing(BacklogRow::priority).thenComparing(BacklogRow::state));
    return rows;
  }

  /** What is promised anywhere now, or is not settled in the region. */
  Set<String> promisesOf(String region) {
    Set<String> slas = new TreeSet<>();
    for (List<Level> levels : List.of(openClocks, atRisk)) {
      levels.stream()
          .filter(level -> level.label("region").equals(region) && level.value() != 0)
          .forEach(level -> slas.add(level.label("sla")));
    }
    targetRatios.stream()
        .filter(level -> level.value() > 0)
        .forEach(level -> slas.add(level.label("sla")));
    return slas;
  }

  /** Clocks of a promise in a region that are running, paused or overdue. */
  long openClocks(String region, String sla, String state) {
    return sum(openClocks, is(region, sla).and(level -> level.label("state").equals(state)));
  }

  /** Clocks of a promise in a region whose last warning was at this share, %. */
  long atRisk(String region, String sla, String share) {
    return sum(atRisk, is(region, sla).and(level -> level.label("level").equals(share)));
  }

  /** The share to be met; null where no policy in force says. */
  @Nullable Double target(String sla) {
    return targetRatios.stream()
        .filter(level -> level.label("sla").equals(sla) && level.value() > 0)
        .map(Level::value)
        .findFirst()
        .orElse(null);
  }

  /** The time allowed by priority, s. */
  Map<String, Long> targets(String sla) {
    Map<String, Long> seconds = new TreeMap<>();
    targetSeconds.stream()
        .filter(level -> level.label("sla").equals(sla) && level.value() > 0)
        .forEach(level -> seconds.put(level.label("priority"), Math.round(level.value())));
    return seconds;
  }

  private static Predicate<Level> is(String region, String sla) {
    return level -> level.label("region").equals(region) && level.label("sla").equals(sla);
  }

  private static long sum(List<Level> levels, Predicate<Level> which) {
    return levels.stream().filter(which).mapToLong(level -> Math.round(level.value())).sum();
  }
}
