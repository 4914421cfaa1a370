package io.aftercare.exporter.view;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The regions whose known series exist at 0: the configured ones always, others as long as a
 * counter or histogram of theirs is held. Zeros never take more than two thirds of the cap: a
 * region whose zeros do not fit has none. Not thread-safe.
 */
final class Regions {
  private static final long ZEROS_PER_REGION =
      KnownSeries.of("any").stream().mapToLong(KnownSeries::weight).sum();

  private final Families families;
  private final int zeroBudget;
  private final Map<String, Integer> holders = new HashMap<>();
  private final Set<String> created = new HashSet<>();

  Regions(Families families, List<String> configured, int seriesCap) {
    this.families = families;
    this.zeroBudget = seriesCap == 0 ? Integer.MAX_VALUE : seriesCap / 3 * 2;
    KnownSeries.ofAll().forEach(families::want);
    configured.forEach(this::hold);
    if (!configured.isEmpty()) {
      hold(LabelValues.UNKNOWN);
    }
  }

  /** One series more that names this region. */
  void hold(String region) {
    if (holders.merge(region, 1, Integer::sum) == 1) {
      create(region);
    }
  }

  /** One series less. */
  void release(String region) {
    boolean last = holders.merge(region, -1, Integer::sum) == 0;
    if (last) {
      holders.remove(region);
      if (created.remove(region)) {
        KnownSeries.of(region).forEach(families::unwant);
      }
    }
  }

  private void create(String region) {
    if ((created.size() + 1) * ZEROS_PER_REGION <= zeroBudget) {
      created.add(region);
      KnownSeries.of(region).forEach(families::want);
    }
  }
}
