package io.aftercare.exporter.view;

import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.metric.MetricCatalogue;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The families by name and the number of time series in them. Wherever a counter has a reading its
 * {@code _retracted_total} twin exists too, at 0 if nothing was retracted: the difference of the
 * two would otherwise be absent. Not thread-safe.
 */
final class Families {
  private final Map<String, MetricFamily> byName = new TreeMap<>();
  private final Map<String, String> nameByStem = new HashMap<>();
  private final LongSupplier clock;
  private int timeSeries;

  /** The families of the catalogue; {@code clock} says when a series is born, in rising ns. */
  Families(LongSupplier clock) {
    this.clock = clock;
    for (MetricCatalogue entry : MetricCatalogue.values()) {
      add(FamilySpec.of(entry));
    }
  }

  Collection<MetricFamily> all() {
    return byName.values();
  }

  /** Time series held, a histogram counting all its lines. */
  int timeSeries() {
    return timeSeries;
  }

  /** Whether a series (and its twin) is there or fits below the cap. */
  boolean hasRoom(FamilySpec family, Labels labels, int seriesCap) {
    int twin = family.twin() == null ? 0 : 1;
    return isThere(family, labels) || timeSeries + family.weight() + twin <= seriesCap;
  }

  /** Whether the series is held or wanted. */
  boolean isThere(FamilySpec family, Labels labels) {
    MetricFamily known = byName.get(family.name());
    return known != null && known.find(labels) != null;
  }

  @Nullable MetricFamily find(String name) {
    return byName.get(name);
  }

  /** The family of a record; null if another metric has this name but for its suffix. */
  @Nullable MetricFamily familyOf(MetricRecord metric) {
    MetricFamily known = byName.get(metric.getName());
    return known != null ? known : add(FamilySpec.of(metric));
  }

  private @Nullable MetricFamily add(FamilySpec spec) {
    if (nameByStem.putIfAbsent(stem(spec.name()), spec.name()) != null) {
      return null;
    }
    MetricFamily family = new MetricFamily(spec, clock);
    byName.put(spec.name(), family);
    return family;
  }

  void put(MetricFamily family, Labels labels, String key, Reading reading) {
    if (!family.hasReading(labels)) {
      wantTwin(family, labels, Cell::want);
    }
    change(family, labels, c -> c.put(key, reading));
  }

  void remove(MetricFamily family, Labels labels, String key) {
    change(family, labels, cell -> cell.remove(key));
    if (!family.hasReading(labels)) {
      wantTwin(family, labels, Cell::unwant);
    }
    forgetIfForeign(family);
  }

  /** A name that is not of the catalogue goes with its last series: there can be any number. */
  void forgetIfForeign(MetricFamily family) {
    FamilySpec spec = family.spec();
    if (spec.entry() == null && family.size() == 0) {
      byName.remove(spec.name());
      nameByStem.remove(stem(spec.name()));
    }
  }

  void want(KnownSeries series) {
    change(family(series.metric()), series.labels(), Cell::want);
  }

  void unwant(KnownSeries series) {
    change(family(series.metric()), series.labels(), Cell::unwant);
  }

  private void wantTwin(MetricFamily family, Labels labels, Consumer<Cell> change) {
    MetricCatalogue twin = family.spec().twin();
    if (twin != null) {
      change(family(twin), ofTwin(labels, twin), change);
    }
  }

  /** A twin may have fewer labels than its counter: one of it then stands beside several. */
  private static Labels ofTwin(Labels labels, MetricCatalogue twin) {
    Labels its = Labels.EMPTY;
    for (String label : twin.labels()) {
      String value = labels.get(label);
      its = value == null ? its : its.add(label, value);
    }
    return its;
  }

  private void change(MetricFamily family, Labels labels, Consumer<Cell> change) {
    int before = family.size();
    family.change(labels, change);
    timeSeries += (family.size() - before) * family.spec().weight();
  }

  private MetricFamily family(MetricCatalogue metric) {
    return byName.computeIfAbsent(
        metric.metricName(), name -> new MetricFamily(FamilySpec.of(metric), clock));
  }

  /** Names that differ in these suffixes only would collide in an exposition. */
  private static String stem(String name) {
    return name.replaceFirst("_(total|info|bucket|count|sum|created)$", "");
  }
}
