package io.aftercare.launcher.laws;

import io.aftercare.contract.MetricKind;
import io.aftercare.contract.MetricRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The metrics topic from its beginning, in the order of the offsets, and what a reader may conclude
 * from it.
 */
record Figures(List<MetricRecord> log) {
  private static final String RETRACTED = "_retracted_total";

  /** Which run of the state, when, and how it was scheduled: different in every run. */
  private static final Set<String> OF_THE_RUN =
      Set.of("aftercare_watermark_timestamp_seconds", "aftercare_checkpoint_timestamp_seconds");

  /**
   * Levels that are said as they stand and taken away where there is none (the log holds no
   * removals), and what depends on how late an event was when it came: windows, what is usual.
   */
  private static final List<String> OF_ITS_TIME =
      List.of(
          "aftercare_backlog_oldest_",
          "aftercare_window_",
          "aftercare_expected_",
          "aftercare_observed_",
          "aftercare_region_");

  private static boolean isOfTheRun(MetricRecord each) {
    return OF_THE_RUN.contains(each.getName())
        || OF_ITS_TIME.stream().anyMatch(each.getName()::startsWith);
  }

  private static String key(MetricRecord each) {
    return each.getName() + new TreeMap<>(each.getLabels());
  }

  /** Verdicts are taken back without their priority. */
  private static String netKey(MetricRecord each) {
    TreeMap<String, String> labels = new TreeMap<>(each.getLabels());
    if (each.getName().startsWith("aftercare_sla_verdicts")) {
      labels.remove("priority");
    }
    return each.getName() + labels;
  }

  /** The last record of each series. */
  SortedMap<String, MetricRecord> last() {
    SortedMap<String, MetricRecord> last = new TreeMap<>();
    log.forEach(each -> last.put(key(each), each));
    return last;
  }

  /** Final values but for zeros: counters net of retractions, histograms and gauges as they are. */
  SortedMap<String, String> net() {
    SortedMap<String, Double> sums = new TreeMap<>();
    SortedMap<String, String> net = new TreeMap<>();
    for (MetricRecord each : last().values()) {
      if (each.getKind() == MetricKind.HISTOGRAM) {
        net.put(key(each), each.getSum() + " " + each.getBucketCounts());
      } else if (!isOfTheRun(each)) {
        boolean retracted = each.getName().endsWith(RETRACTED);
        String series = netKey(each).replace(RETRACTED, "_total");
        sums.merge(series, retracted ? -each.getValue() : each.getValue(), Double::sum);
      }
    }
    sums.forEach((series, sum) -> putUnlessZero(net, series, sum));
    return net;
  }

  private static void putUnlessZero(Map<String, String> net, String series, double sum) {
    if (sum != 0) {
      net.put(series, Double.toString(sum));
    }
  }

  /** Final net values of the metrics with these beginnings of their names. */
  SortedMap<String, String> net(String... names) {
    SortedMap<String, String> all = net();
    all.keySet().removeIf(key -> List.of(names).stream().noneMatch(key::startsWith));
    return all;
  }

  /** Sum of a metric's final values by one label. */
  Map<String, Long> sums(String name, String label) {
    return last().values().stream()
        .filter(each -> each.getName().equals(name))
        .collect(
            Collectors.groupingBy(
                each -> each.getLabels().getOrDefault(label, ""),
                Collectors.summingLong(each -> Math.round(each.getValue()))));
  }

  /** Records of these. */
  List<MetricRecord> all(Predicate<MetricRecord> which) {
    return log.stream().filter(which).toList();
  }

  Set<String> lineages() {
    return log.stream().map(MetricRecord::getLineageId).collect(Collectors.toSet());
  }

  /** Where a counter or histogram fell within its lineage; must be nowhere. */
  List<String> falls() {
    List<String> falls = new ArrayList<>();
    Map<String, MetricRecord> before = new HashMap<>();
    for (MetricRecord now : log) {
      MetricRecord held = before.put(now.getLineageId() + key(now), now);
      if (held != null && fell(held, now)) {
        falls.add("%s fell after %s to %s".formatted(key(now), held, now));
      }
    }
    return falls;
  }

  private static boolean fell(MetricRecord held, MetricRecord now) {
    boolean fell = now.getKind() != MetricKind.GAUGE && now.getValue() < held.getValue();
    for (int i = 0; i < held.getBucketCounts().size(); i++) {
      fell |= now.getBucketCounts().get(i) < held.getBucketCounts().get(i);
    }
    return fell || now.getSum() < held.getSum();
  }

  /** Whether no weighing ever found anything but 0; false if nothing was weighed. */
  boolean identitiesHeld() {
    List<MetricRecord> weighed = all(each -> each.getName().equals("aftercare_identity_imbalance"));
    return !weighed.isEmpty() && weighed.stream().allMatch(each -> each.getValue() == 0);
  }
}
