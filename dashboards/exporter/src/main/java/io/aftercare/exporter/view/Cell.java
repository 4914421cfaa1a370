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
  /** Birth of a series that was there before this process. */
  static final long LONG_AGO = Long.MIN_VALUE;

  private final Labels labels;
  private final Map<String, Reading> readings = new LinkedHashMap<>(2);
  private int wants;
  private long bornAt;
  private @Nullable DataPointSnapshot point;

  /** A series born at this instant of the view's clock. */
  Cell(Labels labels, long bornAt) {
    this.labels = labels;
    this.bornAt = bornAt;
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

  void remove(String key) {
    readings.remove(key);
    point = null;
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

  long bornAt() {
    return bornAt;
  }

  void bornAt(long instant) {
    bornAt = instant;
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
