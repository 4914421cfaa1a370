package io.aftercare.exporter.view;

import io.aftercare.contract.metric.MetricCatalogue;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Under which labels a series is served. */
final class Placement {
  private Placement() {}

  /**
   * Its own labels, but {@code other} for a value outside the contract's enum or too long, and
   * cleaned of what must not be served.
   */
  static Labels of(FamilySpec family, Map<String, String> labels) {
    return family.entry() == null
        ? served(labels, (l, v) -> true)
        : served(labels, LabelValues::allows);
  }

  /**
   * Beyond the cap: {@code other} for every value that is not on a closed list, so that what comes
   * beyond the cap is itself bounded. Of a metric outside the catalogue every label is open.
   */
  static Labels collapsed(FamilySpec family, Map<String, String> labels) {
    MetricCatalogue entry = family.entry();
    return served(labels, (l, v) -> entry != null && LabelValues.of(entry, l).contains(v));
  }

  private static Labels served(Map<String, String> labels, BiPredicate<String, String> keeps) {
    Map<String, String> sorted = new TreeMap<>(labels);
    sorted.replaceAll(
        (label, value) ->
            LabelText.fits(value) && keeps.test(label, value)
                ? LabelText.clean(value)
                : LabelValues.OTHER);
    return Labels.of(
        sorted.keySet().toArray(String[]::new), sorted.values().toArray(String[]::new));
  }
}
