package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.call.Outcome;
import io.aftercare.domain.call.ServiceLevel;
import io.aftercare.launcher.replay.report.calls.CallTerms;
import io.aftercare.launcher.replay.report.calls.QueueTotals;
import io.aftercare.launcher.service.MetricsPage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person is told of calls at the end, and when it does not add up. */
class CallFindingsTest {
  private static final CallTerms TERMS =
      new CallTerms(Duration.ofSeconds(20), Duration.ofSeconds(5), false);
  private static final String COUNTED =
      """
      aftercare_calls_offered_total{region="R",queue="Q"} 1201
      aftercare_calls_offered_total{region="R",queue="P"} 3
      aftercare_calls_offered_retracted_total{region="R",queue="Q"} 1
      aftercare_calls_settled_total{region="R",queue="Q",outcome="answered_in_time"} 1000
      aftercare_calls_settled_total{region="R",queue="P",outcome="answered_in_time"} 3
      aftercare_calls_settled_total{region="R",queue="Q",outcome="abandoned_late"} 200
      aftercare_calls_settled_retracted_total{region="R",queue="Q",outcome="abandoned_late"} 2
      """;

  @Test
  void everyOutcomeAndWhoStillWaitsAddUpToTheOffered() {
    CallFindings findings = findings(COUNTED);

    assertThat(findings.contradiction()).isNull();
    assertThat(findings.lines())
        .containsExactly("offered 1,203 = answered_in_time 1,003 + abandoned_late 198 + waiting 2");
  }

  @Test
  void whatTheJobCountedOtherwiseIsNamed() {
    CallFindings findings = findings(COUNTED.replace("} 3\n", "} 4\n"));

    assertThat(findings.contradiction())
        .isEqualTo(
            "offered 1,204 counted, 1,203 on contacts;"
                + " answered_in_time 1,004 counted, 1,003 on contacts");
    assertThat(findings.lines().get(0)).endsWith("  DOES NOT ADD UP");
  }

  @Test
  void everyQueueIsShownByEveryDefinition() {
    StringWriter text = new StringWriter();
    findings(COUNTED).print(new PrintWriter(text, true));

    assertThat(text.toString().lines())
        .containsExactly(
            "queue                      offered  answered abandoned of_answered of_offered"
                + " excl_short_abandons excl_all_abandons abandon_in_time_counts    ASA s    AHT s",
            "Q                             1200      1000       198     100.0 %     83.5 %"
                + "              83.5 %           100.0 %                 83.5 %      9.5    120.0",
            "P                                3         3         0           -          -"
                + "                   -                 -                      -        -        -",
            "all queues                    1203      1003       198     100.0 %     83.5 %"
                + "              83.5 %           100.0 %                 83.5 %      9.5    120.0",
            "");
  }

  @Test
  void whatWasMeasuredByIsSaid() {
    assertThat(findings(COUNTED).basis()).isEqualTo("in time up to 20s, abandons short below 5s");
    assertThat(new CallFindings(CallTerms.OF_POLICIES, List.of(), accounting(COUNTED)).basis())
        .isEqualTo("in time by the policies, short abandons by the policies");
  }

  private static CallFindings findings(String metrics) {
    return new CallFindings(
        TERMS,
        List.of(queue("P", 3, 3, 0, ""), queue("Q", 1200, 1000, 2, "0.8347"), all()),
        accounting(metrics));
  }

  private static CallAccounting accounting(String metrics) {
    return CallAccounting.of(MetricsPage.parse(metrics));
  }

  private static QueueTotals all() {
    return queue("__ALL__", 1203, 1003, 2, "0.8347");
  }

  private static QueueTotals queue(
      String name, long offered, long inTime, long waiting, String level) {
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, 0L);
    }
    outcomes.put(Outcome.WAITING, waiting);
    outcomes.put(Outcome.ANSWERED_IN_TIME, inTime);
    outcomes.put(Outcome.ABANDONED_LATE, offered - inTime - waiting);
    Map<ServiceLevel, String> levels = new EnumMap<>(ServiceLevel.class);
    for (ServiceLevel definition : ServiceLevel.values()) {
      levels.put(definition, level);
    }
    levels.put(ServiceLevel.OF_ANSWERED, level.isEmpty() ? "" : "1.0");
    levels.put(ServiceLevel.EXCL_ALL_ABANDONS, level.isEmpty() ? "" : "1.0");
    String mean = level.isEmpty() ? "" : "9.5";
    String handle = level.isEmpty() ? "" : "120.0";
    return new QueueTotals(
        name, offered, inTime, offered - inTime - waiting, outcomes, levels, mean, handle);
  }
}
