package io.aftercare.flow;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.MINUTE;
import static io.aftercare.domain.ticket.Events.TEN;
import static io.aftercare.domain.ticket.Events.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.io.policy.RuleText;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** Rules that are published while tickets run: when they apply, what they leave alone, restore. */
@SuppressWarnings("try") // the harness says that close() may be interrupted
class PublishedRulesTest {
  private static final Policy FOUR_HOURS =
      RuleText.policy(
          "base", "{id: fix, version: 1, sla: fix, metric: resolution, targets: {all: 4h}}");
  private static final Rulebook BASE = Rulebook.of(List.of(FOUR_HOURS));

  @Test
  void aVersionAppliesFromItsEffectiveFromAndRunningClocksKeepTheirs() throws Exception {
    try (JudgeHarness judge = opened()) {
      arrive(judge, created(TEN).of("before").now());
      judge.publish(twoHours("keep"));
      arrive(judge, created(TEN + HOUR - 1).of("just before").now());
      arrive(judge, created(TEN + HOUR).of("after").now());
      judge.processWatermark(TEN + 2 * HOUR);

      assertClock(judge, "before", 1, TEN + 4 * HOUR);
      assertClock(judge, "just before", 1, TEN + 5 * HOUR - 1);
      assertClock(judge, "after", 2, TEN + 3 * HOUR);
    }
  }

  @Test
  void aVersionThatTakesOverRetargetsAtItsEffectiveFromThoughTheTicketIsSilent() throws Exception {
    try (JudgeHarness judge = opened()) {
      arrive(judge, created(TEN).of("silent").now());
      judge.publish(twoHours("take_over"));
      assertClock(judge, "silent", 1, TEN + 4 * HOUR);

      judge.processWatermark(TEN + HOUR - 1);
      assertClock(judge, "silent", 1, TEN + 4 * HOUR);
      judge.processWatermark(TEN + HOUR);
      assertClock(judge, "silent", 2, TEN + 2 * HOUR);
      judge.processWatermark(TEN + 2 * HOUR);
      assertThat(clock(judge, "silent").verdict()).isEqualTo(Verdict.BREACHED);
      assertThat(clock(judge, "silent").settledAt()).isEqualTo(TEN + 2 * HOUR);
    }
  }

  @Test
  void aRestoredJudgeKnowsTheRulesItTookAndSaysNothingTwice() throws Exception {
    OperatorSubtaskState saved;
    try (JudgeHarness judge = opened()) {
      arrive(judge, created(TEN).of("silent").now());
      judge.publish(twoHours("take_over"));
      judge.processWatermark(TEN + 30 * MINUTE);
      assertThat(told(judge, Measure.POLICY_INFO, "fix", "1")).isEqualTo(1);
      saved = judge.snapshot(1, 1);
    }
    try (JudgeHarness judge = harness()) {
      judge.initializeState(saved);
      judge.open();
      judge.processWatermark(TEN + 40 * MINUTE);
      assertThat(told(judge, Measure.POLICY_INFO, "fix", "1")).isZero();

      judge.publish(twoHours("take_over")); // read again after the failure
      judge.processWatermark(TEN + HOUR);
      arrive(judge, created(TEN + HOUR).of("after").now());
      assertClock(judge, "silent", 2, TEN + 2 * HOUR);
      assertClock(judge, "after", 2, TEN + 3 * HOUR);
      assertThat(told(judge, Measure.POLICY_INFO, "fix", "1")).isEqualTo(-1);
      assertThat(told(judge, Measure.POLICY_INFO, "fix", "2")).isEqualTo(1);
    }
  }

  @Test
  void aJudgeThatComesBackKnowsWhatWasPublishedMeanwhileBeforeItsFirstTicket() throws Exception {
    OperatorSubtaskState saved;
    try (JudgeHarness judge = opened()) {
      arrive(judge, created(TEN).of("silent").now());
      saved = judge.snapshot(1, 1);
    }
    RuleArchive archive = () -> List.of(twoHours("take_over"));
    try (JudgeHarness judge = new JudgeHarness(BASE, archive, 30 * 24 * HOUR, Long.MAX_VALUE)) {
      judge.initializeState(saved);
      judge.open();
      arrive(judge, created(TEN + HOUR).of("after").now());
      assertClock(judge, "after", 2, TEN + 3 * HOUR);

      judge.publish(twoHours("take_over"));
      judge.processWatermark(TEN + HOUR);
      assertClock(judge, "silent", 2, TEN + 2 * HOUR);
    }
  }

  @Test
  void whatIsInForceIsToldAsTimeComesToIt() throws Exception {
    try (JudgeHarness judge = opened()) {
      judge.publish(twoHours("keep"));
      judge.processWatermark(TEN);
      assertThat(told(judge, Measure.POLICY_INFO, "fix", "2")).isZero();
      assertThat(told(judge, Measure.SLA_TARGET_SECONDS, "fix", "p1")).isEqualTo(4 * HOUR);
      judge.processWatermark(TEN + HOUR);
      assertThat(told(judge, Measure.POLICY_INFO, "fix", "1")).isZero();
      assertThat(told(judge, Measure.POLICY_INFO, "fix", "2")).isEqualTo(1);
      assertThat(told(judge, Measure.SLA_TARGET_SECONDS, "fix", "p1")).isEqualTo(2 * HOUR);
      assertThat(told(judge, Measure.SLA_TARGET_RATIO, "fix")).isEqualTo(900_000);
    }
  }

  @Test
  void whatCannotBeTakenIsCountedAndChangesNothing() throws Exception {
    try (JudgeHarness judge = opened()) {
      judge.publish(PublishedRule.unreadable("noise", TEN, 0));
      judge.publish(rule("keep", 2, TEN + HOUR, TEN + HOUR - MINUTE + 1));
      judge.publish(rule("sideways", 2, TEN + HOUR, TEN));
      judge.publish(twoHours("keep"));
      judge.publish(twoHours("take_over"));
      arrive(judge, created(TEN + HOUR).of("after").now());

      assertThat(told(judge, Measure.POLICIES_REFUSED, "unreadable")).isEqualTo(1);
      assertThat(told(judge, Measure.POLICIES_REFUSED, "too_early")).isEqualTo(1);
      assertThat(told(judge, Measure.POLICIES_REFUSED, "invalid")).isEqualTo(1);
      assertThat(told(judge, Measure.POLICIES_REFUSED, "changed")).isEqualTo(1);
      assertClock(judge, "after", 2, TEN + 3 * HOUR);
    }
  }

  @Test
  void rulesDoNotTellTheTime() throws Exception {
    try (JudgeHarness judge = opened()) {
      arrive(judge, created(TEN).of("silent").now());
      judge.processWatermark2(
          new org.apache.flink.streaming.api.watermark.Watermark(Long.MAX_VALUE));
      assertThat(clock(judge, "silent").verdict()).isEqualTo(Verdict.RUNNING);
      judge.processWatermark(TEN + 4 * HOUR);
      assertThat(clock(judge, "silent").verdict()).isEqualTo(Verdict.BREACHED);
    }
  }

  private static PublishedRule twoHours(String runningClocks) {
    return rule(runningClocks, 2, TEN + HOUR, TEN);
  }

  private static PublishedRule rule(String runningClocks, int version, long from, long arrivedAt) {
    String definition =
        "{id: fix, version: %d, effective_from: %s, running_clocks: %s,"
                .formatted(version, java.time.Instant.ofEpochMilli(from), runningClocks)
            + " sla: fix, metric: resolution, targets: {all: 2h}, objective: 0.9}";
    return new PublishedRule(
        PublishedRule.Kind.POLICY, "fix", version, from, 1, TEN, arrivedAt, 1, definition, "");
  }

  private static void arrive(JudgeHarness judge, TicketEvent event) throws Exception {
    judge.processElement(new Arrival<>(event, "in", 0, 0, Long.MIN_VALUE), event.occurredAt());
  }

  private static void assertClock(JudgeHarness judge, String ticket, int version, long deadline) {
    assertThat(clock(judge, ticket).policyVersion()).as(ticket).isEqualTo(version);
    assertThat(clock(judge, ticket).deadline()).as(ticket).isEqualTo(deadline);
  }

  private static Clock clock(JudgeHarness judge, String ticket) {
    return judge.getSideOutput(TicketOutputs.LEDGER).stream()
        .map(record -> record.getValue())
        .filter(entry -> entry.ticketId().equals(ticket))
        .reduce((earlier, later) -> later)
        .map(LedgerEntry::row)
        .orElseThrow(() -> new AssertionError("no clock of " + ticket));
  }

  private static long told(JudgeHarness judge, Measure measure, String... labels) {
    return judge.extractOutputValues().stream()
        .filter(d -> d.measure() == measure && d.labels().equals(List.of(labels)))
        .mapToLong(Delta::amount)
        .sum();
  }

  private static JudgeHarness opened() throws Exception {
    JudgeHarness judge = harness();
    judge.open();
    return judge;
  }

  private static JudgeHarness harness() throws Exception {
    return new JudgeHarness(BASE, 30 * 24 * HOUR, Long.MAX_VALUE);
  }
}
