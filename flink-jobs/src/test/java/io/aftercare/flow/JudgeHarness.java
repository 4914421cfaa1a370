package io.aftercare.flow;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.io.policy.RuleLines;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** The judge with tickets at its first input and published rules at its second. */
@SuppressWarnings("try") // the harness says that close() may be interrupted
final class JudgeHarness
    extends KeyedTwoInputStreamOperatorTestHarness<
        String, Arrival<TicketEvent>, PublishedRule, Delta> {

  JudgeHarness(Rulebook rules, long retentionMillis, long asOf) throws Exception {
    this(rules, RuleArchive.NONE, retentionMillis, asOf);
  }

  JudgeHarness(Rulebook rules, RuleArchive archive, long retentionMillis, long asOf)
      throws Exception {
    super(
        new JudgeOperator(new JudgeTickets(rules, new RuleLines(), archive, retentionMillis, asOf)),
        arrival -> arrival.event().ticketId(),
        rule -> "",
        Types.STRING);
  }

  void processElement(Arrival<TicketEvent> arrival, long timestamp) throws Exception {
    processElement1(arrival, timestamp);
  }

  void processWatermark(long timestamp) throws Exception {
    processWatermark1(new org.apache.flink.streaming.api.watermark.Watermark(timestamp));
  }

  void publish(PublishedRule rule) throws Exception {
    processElement2(rule, rule.arrivedAt());
  }
}
