package io.aftercare.exporter.view;

import io.aftercare.contract.metric.MetricCatalogue;
import java.util.Arrays;
import java.util.Map;

/**
 * The most series there can be: every label of every metric with every value it can take, at 32
 * listed regions, the unknown one beside them. What a region cannot have (a slot of an sla without
 * shadow) is not counted; nothing else is left out.
 */
final class WorstCase {
  static final int BUDGET = 30_000;

  /** Listed ones; the unknown one comes on top. */
  static final int LISTED_REGIONS = 32;

  private static final int SLAS = 10;

  /** Shadows that are shipped, over all slas; each adds an (sla, slot) to the active ones. */
  private static final int SHADOWS = 1;

  /** What the domain's own lists, policies and readers can put into each label. */
  private static final Map<String, Integer> VALUES =
      Map.ofEntries(
          Map.entry("region", LISTED_REGIONS + 1),
          Map.entry("priority", 5),
          Map.entry("channel", 10),
          Map.entry("channel_class", 2),
          Map.entry("cause", 3),
          Map.entry("direction", 2),
          Map.entry("measure", 2),
          Map.entry("sla", SLAS),
          Map.entry("verdict", 3),
          Map.entry("change", 3),
          Map.entry("level", 2),
          Map.entry("kind", 9),
          Map.entry("rank", 5),
          Map.entry("ticket_id", 1), // a rank is one ticket's at a time
          Map.entry("stream", 1),
          Map.entry("result", 4),
          Map.entry("reason", 25),
          Map.entry("field", 50),
          Map.entry("identity", 4),
          Map.entry("slot", 1),
          Map.entry("job", 1),
          Map.entry("version", 1),
          Map.entry("policy", 20));

  private WorstCase() {}

  /** Of the whole catalogue. */
  static long total() {
    return Arrays.stream(MetricCatalogue.values()).mapToLong(metric -> series(metric)).sum();
  }

  /** Of one metric; a histogram's buckets, sum and count are series. */
  static long series(MetricCatalogue metric) {
    long series = FamilySpec.of(metric).weight();
    for (String label : metric.labels()) {
      series *= values(metric, label);
    }
    return slotted(metric, series);
  }

  /** Of (sla, slot) there are as many as slas and shadows; a gauge of shadows alone has these. */
  private static long slotted(MetricCatalogue metric, long ofEverySla) {
    if (metric == MetricCatalogue.SLA_SHADOW_CLOCKS) {
      return ofEverySla / SLAS * SHADOWS;
    }
    return metric.labels().contains("slot") ? ofEverySla / SLAS * (SLAS + SHADOWS) : ofEverySla;
  }

  static int values(MetricCatalogue metric, String label) {
    if (label.equals("state")) {
      return metric == MetricCatalogue.SLA_OPEN_CLOCKS ? 3 : 5;
    }
    Integer values = VALUES.get(label);
    if (values == null) {
      throw new IllegalStateException("how many values can " + label + " have?");
    }
    return values;
  }
}
