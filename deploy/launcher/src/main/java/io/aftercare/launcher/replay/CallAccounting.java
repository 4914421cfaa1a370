package io.aftercare.launcher.replay;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.domain.call.Outcome;
import io.aftercare.launcher.replay.report.calls.QueueTotals;
import io.aftercare.launcher.service.MetricsPage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the callers, twice: as the job counted them, net of what late events took back,
 * and as the records of contacts tell it. Identity: offered = every outcome + who still waits, and
 * both say the same.
 */
record CallAccounting(long offered, Map<Outcome, Long> settled) {

  static CallAccounting of(MetricsPage page) {
    Map<Outcome, Long> settled = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      Map<String, String> labels = Map.of("outcome", outcome.label());
      if (outcome != Outcome.WAITING) {
        settled.put(
            outcome,
            sum(page, MetricCatalogue.CALLS_SETTLED, labels)
                - sum(page, MetricCatalogue.CALLS_SETTLED_RETRACTED, labels));
      }
    }
    long offered =
        sum(page, MetricCatalogue.CALLS_OFFERED, Map.of())
            - sum(page, MetricCatalogue.CALLS_OFFERED_RETRACTED, Map.of());
    return new CallAccounting(offered, settled);
  }

  private static long sum(MetricsPage page, MetricCatalogue metric, Map<String, String> labels) {
    return Math.round(page.sum(metric.metricName(), labels));
  }

  /** How the records of contacts deny what was counted; null if they do not. */
  @Nullable String contradiction(QueueTotals all) {
    List<String> differences = new ArrayList<>();
    differ("offered", offered, all.offered(), differences);
    settled.forEach(
        (outcome, count) ->
            differ(outcome.label(), count, all.outcomes().getOrDefault(outcome, 0L), differences));
    long told = all.outcomes().values().stream().mapToLong(Long::longValue).sum();
    if (told != all.offered()) {
      differences.add("offered %,d but %,d waits told of".formatted(all.offered(), told));
    }
    return differences.isEmpty() ? null : String.join("; ", differences);
  }

  private static void differ(String what, long counted, long told, List<String> differences) {
    if (counted != told) {
      differences.add(
          String.format(Locale.ROOT, "%s %,d counted, %,d on contacts", what, counted, told));
    }
  }
}
