package io.aftercare.launcher.laws;

import io.aftercare.contract.Attention;
import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.Milestone;
import io.aftercare.contract.Topics;
import io.aftercare.contract.Verdict;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What a job's output topics say in the end. */
record Outcome(
    List<Verdict> log,
    SortedMap<String, String> ledger,
    SortedMap<String, String> steps,
    SortedMap<String, String> attention,
    Figures figures) {

  static Outcome of(Map<String, String> kafka) {
    List<Verdict> log = TopicLog.read(kafka, Topics.VERDICTS, Verdict.class);
    return new Outcome(
        log,
        Ledger.of(log),
        Ledger.steps(TopicLog.read(kafka, Topics.MILESTONES, Milestone.class)),
        TopicLog.lastWords(kafka, Topics.ATTENTION, Attention.class),
        new Figures(TopicLog.read(kafka, Topics.METRICS, MetricRecord.class)));
  }
}
