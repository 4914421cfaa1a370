package io.aftercare.launcher.replay;

import io.aftercare.domain.call.Outcome;
import io.aftercare.domain.call.ServiceLevel;
import io.aftercare.io.yaml.DurationText;
import io.aftercare.launcher.replay.report.calls.CallTerms;
import io.aftercare.launcher.replay.report.calls.QueueTotals;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of the callers, per queue, by every definition of service level. */
record CallFindings(CallTerms terms, List<QueueTotals> totals, CallAccounting counted)
    implements Findings {
  private static final int QUEUES_SHOWN = 10;
  private static final int NAME_WIDTH = 24;

  @Override
  public void print(PrintWriter out) {
    List<QueueTotals> queues =
        totals.stream()
            .filter(queue -> !queue.isAll())
            .sorted(
                Comparator.comparingLong(QueueTotals::offered)
                    .reversed()
                    .thenComparing(QueueTotals::queue))
            .toList();
    out.println(
        "%-24s %9s %9s %9s %s %8s %8s"
            .formatted("queue", "offered", "answered", "abandoned", heads(), "ASA s", "AHT s"));
    queues.stream().limit(QUEUES_SHOWN).forEach(queue -> out.println(row(queue, queue.queue())));
    if (queues.size() > QUEUES_SHOWN) {
      out.println("... and " + (queues.size() - QUEUES_SHOWN) + " more queues");
    }
    out.println(row(all(), "all queues"));
    out.println();
  }

  private QueueTotals all() {
    return totals.stream().filter(QueueTotals::isAll).findFirst().orElseThrow();
  }

  private static String heads() {
    return List.of(ServiceLevel.values()).stream()
        .map(ServiceLevel::label)
        .collect(Collectors.joining(" "));
  }

  private static String row(QueueTotals of, String name) {
    return String.format(
        Locale.ROOT,
        "%-24s %9d %9d %9d %s %8s %8s",
        ReplaySummary.shown(name, NAME_WIDTH),
        of.offered(),
        of.answered(),
        of.abandoned(),
        levels(of.levels()),
        seconds(of.asa()),
        seconds(of.aht()));
  }

  private static String levels(Map<ServiceLevel, String> levels) {
    List<String> cells = new ArrayList<>();
    levels.forEach(
        (definition, ratio) ->
            cells.add(("%" + definition.label().length() + "s").formatted(percent(ratio))));
    return String.join(" ", cells);
  }

  private static String percent(String ratio) {
    return ratio.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%.1f %%", 100 * Double.parseDouble(ratio));
  }

  private static String seconds(String mean) {
    return mean.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f", Double.parseDouble(mean));
  }

  @Override
  public String basis() {
    String inTime =
        terms.threshold() == null
            ? "in time by the policies"
            : "in time up to " + DurationText.format(terms.threshold());
    String hardly =
        terms.shortAbandon() == null
            ? "short abandons by the policies"
            : "abandons short "
                + (terms.inclusive() ? "up to " : "below ")
                + DurationText.format(terms.shortAbandon());
    return inTime + ", " + hardly;
  }

  /** {@code offered 8,285 = answered_in_time 3,938 + ... + waiting 0}; outcomes of 0 left out. */
  @Override
  public List<String> lines() {
    Map<Outcome, Long> outcomes = all().outcomes();
    String sum =
        outcomes.entrySet().stream()
            .filter(outcome -> outcome.getKey() != Outcome.WAITING && outcome.getValue() != 0)
            .map(outcome -> term(outcome.getKey(), outcome.getValue()) + " + ")
            .collect(Collectors.joining());
    String waiting = term(Outcome.WAITING, outcomes.getOrDefault(Outcome.WAITING, 0L));
    String wrong = contradiction() == null ? "" : "  DOES NOT ADD UP";
    return List.of(
        String.format(Locale.ROOT, "offered %,d = %s%s", all().offered(), sum, waiting) + wrong);
  }

  private static String term(Outcome outcome, long count) {
    return String.format(Locale.ROOT, "%s %,d", outcome.label(), count);
  }

  @Override
  public @Nullable String contradiction() {
    return counted.contradiction(all());
  }
}
