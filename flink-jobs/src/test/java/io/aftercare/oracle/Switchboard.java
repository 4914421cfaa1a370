package io.aftercare.oracle;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallFacts;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.StreamEvent;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.ClockChange;
import io.aftercare.domain.ticket.ContactNamed;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.flow.JoinCalls;
import io.aftercare.flow.JudgeOperator;
import io.aftercare.flow.JudgeTickets;
import io.aftercare.flow.TicketOutputs;
import io.aftercare.io.policy.RuleLines;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/**
 * The two operators between which the news of calls travels, and no other: whatever arrives, in an
 * order of chance, some of it twice; news is delivered late; time passes now and then.
 */
@SuppressWarnings("try") // the harness says that close() may be interrupted
final class Switchboard {
  private static final long FOR_EVER = 36_500 * World.DAY;

  private final KeyedTwoInputStreamOperatorTestHarness<
          String, ContactNamed, Arrival<CallEvent>, Arrival<TicketEvent>>
      join;
  private final KeyedTwoInputStreamOperatorTestHarness<
          String, Arrival<TicketEvent>, PublishedRule, Delta>
      judge;
  private final Queue<TicketEvent> news = new ArrayDeque<>();

  private Switchboard(Rulebook rules) throws Exception {
    join =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new JoinCalls(FOR_EVER)),
            ContactNamed::contactId,
            arrival -> arrival.event().contactId(),
            Types.STRING);
    judge =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new JudgeOperator(
                new JudgeTickets(
                    rules, new RuleLines(), RuleArchive.NONE, FOR_EVER, Long.MAX_VALUE)),
            arrival -> arrival.event().ticketId(),
            rule -> "",
            Types.STRING);
    join.open();
    judge.open();
  }

  /** The rows of each ticket in the end, by name. */
  static Map<String, Map<String, Clock>> ledger(
      RandomTickets input, long begin, long end, SplittableRandom random) {
    try {
      Switchboard board = new Switchboard(input.rules());
      board.run(input, begin, end, random);
      Map<String, Map<String, Clock>> ledger = board.ledger();
      board.join.close();
      board.judge.close();
      return ledger;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(RandomTickets input, long begin, long end, SplittableRandom random)
      throws Exception {
    List<StreamEvent> sent = new ArrayList<>(input.events());
    sent.addAll(input.calls());
    sent.addAll(Chance.shuffled(sent, random).subList(0, sent.size() / 8));
    long time = begin - 5 * World.DAY;
    for (StreamEvent event : Chance.shuffled(sent, random)) {
      arrive(event);
      for (int i = random.nextInt(3); i > 0 && !news.isEmpty(); i--) {
        judge(news.remove());
      }
      if (random.nextInt(20) == 0) {
        time = Math.min(end, time + random.nextInt(24) * World.HOUR);
        judge.processWatermark1(new Watermark(time));
      }
    }
    while (!news.isEmpty()) {
      judge(news.remove());
    }
    judge.processWatermark1(new Watermark(end));
  }

  private void arrive(StreamEvent event) throws Exception {
    if (event instanceof TicketEvent ticket) {
      judge(ticket);
      if (ticket.contactId() != null) {
        join.processElement1(
            new ContactNamed(ticket.ticketId(), ticket.contactId(), ticket.occurredAt()),
            ticket.occurredAt());
      }
    } else if (event instanceof CallEvent call && CallFacts.concern(call)) {
      join.processElement2(new Arrival<>(call, "calls", 0, 0, Long.MIN_VALUE), call.occurredAt());
    }
    join.extractOutputValues().forEach(arrival -> news.add(arrival.event()));
    join.getOutput().clear();
  }

  private void judge(TicketEvent event) throws Exception {
    judge.processElement1(
        new Arrival<>(event, "tickets", 0, 0, Long.MIN_VALUE), event.occurredAt());
  }

  private Map<String, Map<String, Clock>> ledger() {
    Map<String, Map<String, Clock>> ledger = new HashMap<>();
    judge.getSideOutput(TicketOutputs.LEDGER).stream()
        .map(record -> record.getValue())
        .forEach(entry -> put(entry, ledger));
    return ledger;
  }

  private static void put(LedgerEntry entry, Map<String, Map<String, Clock>> ledger) {
    Map<String, Clock> rows = ledger.computeIfAbsent(entry.ticketId(), ticket -> new HashMap<>());
    Clock row = entry.row();
    String name = row.sla() + "/" + row.slot() + "/" + row.cycle();
    if (entry.kind() == ClockChange.Kind.REMOVED) {
      rows.remove(name);
    } else {
      rows.put(name, row);
    }
  }
}
