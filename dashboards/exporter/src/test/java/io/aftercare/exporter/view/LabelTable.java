package io.aftercare.exporter.view;

import io.aftercare.contract.metric.MetricCatalogue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What each label says, and its values where they are a closed list. */
final class LabelTable {
  private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

  static {
    says(
        "region",
        "Who owned the ticket then, whose the queue is, for whom the agent works. A name of `regions.yaml`; any other is `unknown`.");
    says("queue", "Of the call; the source's own names. A queue belongs to one region.");
    says(
        "category",
        "Of the problem; the source's own, up to 64 characters. Not stated: `unknown`. Of levels `*` is the region's total.");
    says("channel", "How the customer came.");
    says("channel_class", "Live (voice, chat, app) or not.");
    says(
        "priority",
        "Of the ticket: when it happened; of a clock: when it settled, until then now. Of the sla `callback`: `unknown`, for calls have none.");
    says("cause", "Why it ended.");
    says("direction", "Out of the region or into it.");
    says("measure", "The histogram that keeps the wrong observation.");
    says("sla", "What is promised. Policies of your own may name others.");
    says("slot", "`active` for the promise itself; else the name of a shadow policy's slot.");
    says("verdict", "How it settled.");
    says("change", "From which verdict to which.");
    says("level", "Share of the time allowed, %. Policies of your own may name others.");
    says("state", "Of the clock, of the ticket, or of the agent.");
    says(
        "outcome",
        "What became of it. Of calls: how the wait ended; in time, late: within the queue's threshold or not; short: abandoned sooner than counts.");
    says(
        "definition",
        "Which share is meant, with T = answered in time, A = answered, S = short abandons, B = other abandons, Bt = of B in time, V = overflowed + voicemail + closed + failed: of_answered T / A; of_offered T / (A + B + S + V); excl_short_abandons T / (A + B + V); excl_all_abandons T / (A + V); abandon_in_time_counts (T + Bt) / (A + B + V). Transfers and callbacks are in none.");
    says(
        "window",
        "Of tickets: sliding windows that end every minute; today runs from the region's local midnight. Of calls: the last closed clock hour (UTC) by settlement, or by entering the queue.");
    says("quantile", "By nearest rank, within 1 %.");
    says("event", "What happened to the ticket.");
    says("service_type", "What the customer asked for.");
    says("age", "Since creation; the lower bound is included, the upper is not.");
    says(
        "stage",
        "Where the ticket is in its service; a ticket is in one. Those that wait for somebody are in none of the others.");
    says("band", "Of the answer on a scale of 0 to 100.");
    says("group", "Of the answer on a scale of 0 to 10.");
    says("complete", "Whether no field was left empty.");
    says("figure", "What is expected and observed.");
    says("source", "Who published the benchmark.");
    says("as_of", "The date of the benchmark.");
    says("rank", "1 is overdue longest.");
    says(
        "ticket_id",
        "The source's id of the ticket, or of the call that a callback is owed to; one at a time per rank, and in no other metric.");
    says("kind", "What was done.");
    says("stream", "The input; `complaints`: the tickets, as the job of complaints reads them.");
    says("result", "What became of the record.");
    says("reason", "Why it was refused; the dead letter, or the job's log, says more.");
    says("field", "The event's field.");
    says(
        "identity",
        "What does not add up: events, clocks, shadow_clocks, backlog, time; of the job of calls: call_events, agent_events, calls, callback_clocks.");
    says("job", "The job.");
    says("version", "Of the program, or of the policy.");
    says("policy", "A policy's id.");
  }

  private LabelTable() {}

  private static void says(String label, String meaning) {
    MEANINGS.put(label, meaning);
  }

  static String text() {
    StringBuilder text = new StringBuilder("| label | values | what it says |\n|---|---|---|\n");
    for (String label : labels()) {
      String meaning = MEANINGS.get(label);
      if (meaning == null) {
        throw new IllegalStateException("LabelTable does not say what " + label + " is");
      }
      text.append("| ").append(label).append(" | ").append(values(label));
      text.append(" | ").append(meaning).append(" |\n");
    }
    return text.append(
            "\nOf channel and priority a value of no list is served as `other` and counted.\n")
        .toString();
  }

  private static List<String> labels() {
    return Arrays.stream(MetricCatalogue.values())
        .flatMap(metric -> metric.labels().stream())
        .distinct()
        .toList();
  }

  /** Once, or for each metric with which they are others. */
  private static String values(String label) {
    Map<List<String>, List<String>> metrics =
        Arrays.stream(MetricCatalogue.values())
            .filter(metric -> metric.labels().contains(label))
            .collect(
                Collectors.groupingBy(
                    metric -> LabelValues.of(metric, label),
                    LinkedHashMap::new,
                    Collectors.mapping(
                        metric -> "`" + metric.metricName() + "`", Collectors.toList())));
    return metrics.entrySet().stream()
        .map(
            entry ->
                (metrics.size() > 1 ? String.join(", ", entry.getValue()) + ": " : "")
                    + (entry.getKey().isEmpty() ? "open" : String.join(", ", entry.getKey())))
        .collect(Collectors.joining("<br>"));
  }
}
