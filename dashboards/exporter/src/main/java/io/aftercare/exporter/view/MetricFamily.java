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
import org.jspecify.annotations.Nullable;

/**
 * All series of one metric. Built again for a scrape only after a change, and then only the series
 * that changed. A counter or histogram that no scraper has seen yet is served as 0 once, so that
 * {@code increase()} sees its first value. Not thread-safe.
 */
final class MetricFamily {
  private final FamilySpec spec;
  private final Map<Labels, Cell> cells = new HashMap<>();
  private boolean newcomers;
  private @Nullable MetricSnapshot atValue;

  MetricFamily(FamilySpec spec) {
    this.spec = spec;
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

  /**
   * Changes the cell of a label set (made if there is none), and forgets it if nothing holds it.
   */
  void change(Labels labels, Consumer<Cell> change) {
    Cell cell = cells.computeIfAbsent(labels, Cell::new);
    change.accept(cell);
    if (cell.isObsolete()) {
      cells.remove(labels);
    }
    newcomers |= !cell.introduced();
    atValue = null;
  }

  /** Takes everything that has a reading as seen by scrapers: it was there before this process. */
  void settle() {
    cells.values().stream().filter(cell -> !cell.readings().isEmpty()).forEach(Cell::introduce);
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

  /** What a scraper gets: newcomers at 0, the others at their value. */
  MetricSnapshot introducing() {
    if (!newcomers || !spec.accumulates()) {
      return atValue();
    }
    newcomers = false;
    return build(this::introduce);
  }

  private DataPointSnapshot introduce(Cell cell) {
    if (cell.introduced()) {
      return cell.point(spec);
    }
    cell.introduce();
    return Exposition.point(spec, cell.labels(), List.of());
  }

  private MetricSnapshot build(Function<Cell, DataPointSnapshot> point) {
    List<DataPointSnapshot> points = new ArrayList<>(cells.size());
    cells.values().forEach(cell -> points.add(point.apply(cell)));
    return Exposition.family(spec, points);
  }
}
