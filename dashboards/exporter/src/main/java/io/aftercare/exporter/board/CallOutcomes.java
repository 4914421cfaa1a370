package io.aftercare.exporter.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How waits in a queue ended, by outcome: counted less retracted, never below 0. Outcomes that the
 * contract names are always there, in its order; others that the metrics tell of follow.
 */
final class CallOutcomes {
  private static final List<String> NAMES =
      List.of(
          "answered_in_time",
          "answered_late",
          "abandoned_short",
          "abandoned_in_time",
          "abandoned_late",
          "transferred",
          "overflowed",
          "callback",
          "voicemail",
          "closed",
          "failed");
  private static final List<String> ABANDONED =
      List.of("abandoned_short", "abandoned_in_time", "abandoned_late");

  /** Those of which abandons are a share: as definition of_offered has it. */
  private static final List<String> SERVED_OR_LOST =
      List.of(
          "answered_in_time",
          "answered_late",
          "abandoned_short",
          "abandoned_in_time",
          "abandoned_late",
          "overflowed",
          "voicemail",
          "closed",
          "failed");

  private final Map<String, Long> net = new LinkedHashMap<>();

  CallOutcomes() {
    NAMES.forEach(name -> net.put(name, 0L));
  }

  /** Calls that a counter tells of, or that its retracted twin takes back. */
  void add(String outcome, long calls) {
    net.merge(outcome, calls, Long::sum);
  }

  Map<String, Long> totals() {
    Map<String, Long> totals = new LinkedHashMap<>();
    net.forEach((outcome, calls) -> totals.put(outcome, Math.max(0, calls)));
    return totals;
  }

  /** All abandons, short ones too; null if no call of a kind that counts has settled. */
  @Nullable Double abandonRate() {
    return Ratio.of(sum(ABANDONED), abandonCalls());
  }

  /** Calls that the abandon rate is a share of. */
  long abandonCalls() {
    return sum(SERVED_OR_LOST);
  }

  private long sum(List<String> outcomes) {
    Map<String, Long> totals = totals();
    return outcomes.stream().mapToLong(each -> totals.getOrDefault(each, 0L)).sum();
  }
}
