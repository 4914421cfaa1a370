package io.aftercare.exporter.view;

import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All series of one metric. Built again for a scrape only after a change, and then only the series
 * that changed. Knows when each was born, so that a scraper gets a counter or histogram that it has
 * not met as 0 first. Not thread-safe.
 */
final class MetricFamily {
  private final FamilySpec spec;
  private final LongSupplier clock;
  private final Map<Labels, Cell> cells = new HashMap<>();
  private long youngest = Cell.LONG_AGO;
  private @Nullable MetricSnapshot atValue;

  MetricFamily(FamilySpec spec, LongSupplier clock) {
    this.spec = spec;
    this.clock = clock;
  }

  FamilySpec spec() {
    return spec;
  }

  int size() {
    return cells.size();
  }

  @Nullable Cell find(Labels labels) {
    return cells.get(labels);
  }

  boolean hasReading(Labels labels) {
    Cell cell = cells.get(labels);
    return cell != null && !cell.readings().isEmpty();
  }

  /** Changes the cell of a label set, made if there is none; forgets it if nothing holds it. */
  void change(Labels labels, Consumer<Cell> change) {
    Cell cell = cells.computeIfAbsent(labels, set -> new Cell(set, birth()));
    boolean had = !cell.readings().isEmpty();
    change.accept(cell);
    if (cell.isObsolete()) {
      cells.remove(labels);
    } else if (had && cell.readings().isEmpty()) {
      cell.bornAt(birth());
    }
    atValue = null;
  }

  private long birth() {
    youngest = clock.getAsLong();
    return youngest;
  }

  /** Takes everything that has a reading as known to scrapers: it was there before this process. */
  void settle() {
    for (Cell cell : cells.values()) {
      if (!cell.readings().isEmpty()) {
        cell.bornAt(Cell.LONG_AGO);
      }
    }
  }

  /** The series that have a reading, at their values; not of a histogram. */
  List<Level> levels() {
    List<Level> levels = new ArrayList<>();
    for (Cell cell : cells.values()) {
      if (!cell.readings().isEmpty()) {
        levels.add(Exposition.level(spec, cell.labels(), cell.readings()));
      }
    }
    return levels;
  }

  /** The series that have a reading, of a histogram. */
  List<Observations> observations() {
    List<Observations> observed = new ArrayList<>();
    for (Cell cell : cells.values()) {
      if (!cell.readings().isEmpty()) {
        observed.add(Exposition.observations(spec, cell.labels(), cell.readings()));
      }
    }
    return observed;
  }

  /** Every series at its value. */
  MetricSnapshot atValue() {
    MetricSnapshot built = atValue;
    if (built == null) {
      built = build(cell -> cell.point(spec));
      atValue = built;
    }
    return built;
  }

  /** What a scraper gets that scraped last at {@code seen}: what was born since is at 0. */
  MetricSnapshot introducing(long seen) {
    return youngest <= seen || !spec.accumulates()
        ? atValue()
        : build(cell -> cell.bornAt() > seen ? zero(cell) : cell.point(spec));
  }

  private DataPointSnapshot zero(Cell cell) {
    return Exposition.point(spec, cell.labels(), List.of());
  }

  private MetricSnapshot build(Function<Cell, DataPointSnapshot> point) {
    List<DataPointSnapshot> points = new ArrayList<>(cells.size());
    cells.values().forEach(cell -> points.add(point.apply(cell)));
    return Exposition.family(spec, points);
  }
}
