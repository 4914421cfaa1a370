package io.aftercare.exporter.view;

import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One served series: a label set of a family with the readings behind it. Mostly one reading; more
 * where series were collapsed into {@code other}; none where the series is only wanted (it exists
 * at 0 because it is known in advance).
 */
final class Cell {
  private final Labels labels;
  private final Map<String, Reading> readings = new LinkedHashMap<>(2);
  private int wants;
  private boolean introduced;
  private @Nullable DataPointSnapshot point;

  Cell(Labels labels) {
    this.labels = labels;
  }

  Labels labels() {
    return labels;
  }

  @Nullable Reading reading(String key) {
    return readings.get(key);
  }

  Collection<Reading> readings() {
    return readings.values();
  }

  void put(String key, Reading reading) {
    readings.put(key, reading);
    point = null;
  }

  /** Takes a reading away; what comes after the last one is a new series and starts at 0. */
  void remove(String key) {
    readings.remove(key);
    point = null;
    introduced &= !readings.isEmpty();
  }

  /** One reason more for which the series exists at 0. */
  void want() {
    wants++;
  }

  /** One reason less. */
  void unwant() {
    wants--;
  }

  boolean isObsolete() {
    return wants == 0 && readings.isEmpty();
  }

  /** Whether a scraper has been given this series, so that it may leave 0. */
  boolean introduced() {
    return introduced;
  }

  void introduce() {
    introduced = true;
  }

  /** The series at its value, built again only after a change. */
  DataPointSnapshot point(FamilySpec family) {
    DataPointSnapshot built = point;
    if (built == null) {
      built = Exposition.point(family, labels, readings.values());
      point = built;
    }
    return built;
  }
}
