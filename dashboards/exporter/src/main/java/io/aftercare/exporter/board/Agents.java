package io.aftercare.exporter.board;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.view.Level;
import io.aftercare.exporter.view.MetricsView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The agents of one moment, by region: a row for each that any is counted in. Occupancy now is the
 * share of the staffed who handle a contact or wrap one up.
 */
final class Agents {
  private static final List<String> HANDLING = List.of("on_contact", "on_hold", "wrap_up");
  private static final List<String> STAFFED =
      List.of("available", "ringing", "on_contact", "on_hold", "wrap_up");

  /** In the order of a contact; states that the contract does not name come last. */
  private static final List<String> STATES =
      List.of("available", "ringing", "on_contact", "on_hold", "wrap_up", "away", "signed_out");

  private static final Comparator<String> ORDER =
      Comparator.comparingInt(Agents::place).thenComparing(Comparator.naturalOrder());

  private Agents() {}

  /** The agents of a region; null: of all. */
  static List<AgentsRow> of(MetricsView metrics, @Nullable String region) {
    Map<String, Map<String, Long>> regions = new TreeMap<>();
    for (Level level : metrics.levels(MetricCatalogue.AGENTS)) {
      String of = level.label("region");
      if (region == null || region.equals(of)) {
        regions
            .computeIfAbsent(of, r -> new TreeMap<>(ORDER))
            .put(level.label("state"), Waits.callers(level));
      }
    }
    return regions.entrySet().stream().map(each -> row(each.getKey(), each.getValue())).toList();
  }

  private static AgentsRow row(String region, Map<String, Long> states) {
    long staffed = sum(states, STAFFED);
    return new AgentsRow(region, states, staffed, Ratio.of(sum(states, HANDLING), staffed));
  }

  private static int place(String state) {
    int place = STATES.indexOf(state);
    return place < 0 ? STATES.size() : place;
  }

  private static long sum(Map<String, Long> states, List<String> which) {
    return which.stream().mapToLong(state -> states.getOrDefault(state, 0L)).sum();
  }
}
