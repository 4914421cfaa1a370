package io.aftercare.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.Promised;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tickets and calls through the whole job, worked by hand; a caller is to be answered within 30 s.
 *
 * <ul>
 *   <li>A is opened by an agent at 10:00:00 for call CA: in the queue at 9:58:00, answered after 20
 *       s.
 *   <li>B is opened by an agent at 10:10:00 and names nothing; call CB names it: in the queue at
 *       10:08:00, answered after 45 s.
 *   <li>D is created at 10:20:00 with call CD, in the queue at 10:20:10, answered at 10:20:35.
 *   <li>E is opened by an agent for a call of which nothing is heard.
 *   <li>Call CX gets no ticket. CY is named by a ticket that nobody has heard of.
 *   <li>N is a mail of noon, long after all of that.
 * </ul>
 */
@Tag("slow")
class JoinedCallsTest {
  private static final List<String> TICKETS =
      List.of(
          ticket("10:00:00", "A", "AGENT", "VOICE", ",\"contact_id\":\"CA\""),
          ticket("10:10:00", "B", "AGENT", "VOICE", ""),
          ticket("10:20:00", "D", "CUSTOMER", "VOICE", ",\"contact_id\":\"CD\""),
          ticket("10:30:00", "E", "AGENT", "VOICE", ",\"contact_id\":\"CE\""),
          ticket("12:00:00", "N", "CUSTOMER", "EMAIL", ""));

  private static final List<String> CALLS =
      List.of(
          call("09:58:00", "CA", "QUEUE_ENTERED", ""),
          call("09:58:20", "CA", "ANSWERED", ""),
          call("10:08:00", "CB", "QUEUE_ENTERED", ""),
          call("10:08:45", "CB", "ANSWERED", ""),
          call("10:11:00", "CB", "WRAP_UP_ENDED", ",\"ticket_id\":\"B\""),
          call("10:20:10", "CD", "QUEUE_ENTERED", ""),
          call("10:20:35", "CD", "ANSWERED", ""),
          call("10:25:00", "CX", "QUEUE_ENTERED", ""),
          call("10:25:30", "CX", "ABANDONED", ""),
          call("10:26:00", "CY", "ANSWERED", ",\"ticket_id\":\"nobody\""),
          """
          {"arrived_at":"2026-03-02T10:27:00Z","value":"no event"}""");

  private static final Set<String> ASKED =
      Set.of("opened_at", "deadline", "verdict", "settled_at", "cause", "stopped_at");

  @Test
  void callsAnswerTheTicketsThatWereOpenedForThem() throws Exception {
    Map<String, Map<String, String>> ledger = ledger(run(TICKETS, CALLS, 2, false));

    assertThat(ledger.get("A first_response/active/1"))
        .containsEntry("opened_at", "2026-03-02T09:58:00Z")
        .containsEntry("verdict", "met")
        .containsEntry("settled_at", "2026-03-02T09:58:20Z")
        .containsEntry("cause", "answered");
    assertThat(ledger.get("B first_response/active/1"))
        .containsEntry("opened_at", "2026-03-02T10:08:00Z")
        .containsEntry("verdict", "breached")
        .containsEntry("settled_at", "2026-03-02T10:08:30Z")
        .containsEntry("stopped_at", "2026-03-02T10:08:45Z");
    assertThat(ledger.get("D first_response/active/1"))
        .containsEntry("opened_at", "2026-03-02T10:20:10Z")
        .containsEntry("verdict", "met")
        .containsEntry("settled_at", "2026-03-02T10:20:35Z");
    assertThat(ledger).containsKey("E resolution/active/1");
    assertThat(ledger)
        .doesNotContainKey("E first_response/active/1")
        .doesNotContainKey("nobody resolution/active/1");
  }

  @Test
  void anyOrderAndParallelismEndInTheSameLedger() throws Exception {
    Map<String, Map<String, String>> expected = ledger(run(TICKETS, CALLS, 1, false));
    for (int seed = 1; seed <= 3; seed++) {
      Heard heard =
          run(shuffled(TICKETS, seed), shuffled(CALLS, 10 + seed), 1 + seed, seed % 2 == 0);
      assertThat(ledger(heard)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void nothingBreachesThatAnUnreadCallAnswered() throws Exception {
    // All tickets are read, up to noon, before the first call.
    Heard heard = run(TICKETS, CALLS, 1, true);
    assertThat(heard.ledger())
        .filteredOn(entry -> entry.ticketId().equals("D"))
        .filteredOn(entry -> entry.row().sla().equals("first_response"))
        .extracting(LedgerEntry::row)
        .noneMatch(row -> row.verdict() == Verdict.BREACHED)
        .anyMatch(row -> row.verdict() == Verdict.MET);
  }

  private static Heard run(
      List<String> tickets, List<String> calls, int parallelism, boolean callsLast)
      throws Exception {
    return new TicketRun(Promised.shipped(), parallelism)
        .toTheEnd(new TicketRun.Input(tickets, 0, calls, 0, callsLast), null);
  }

  private static Map<String, Map<String, String>> ledger(Heard heard) {
    return LogRow.truth(heard.ledger().stream().map(LogRow::of).toList(), ASKED);
  }

  private static List<String> shuffled(List<String> lines, int seed) {
    List<String> order = new ArrayList<>(lines);
    order.addAll(lines.subList(0, 3));
    Collections.shuffle(order, new Random(seed));
    return order;
  }

  private static String ticket(String time, String id, String actor, String channel, String more) {
    String at = "2026-03-02T" + time + "Z";
    return """
        {"arrived_at":"%s","value":{"event_id":"%s","event_type":"CREATED","ticket_id":"%s","occurred_at":"%s","region":"north","priority":"P4","actor_type":"%s","channel":"%s"%s}}"""
        .formatted(at, id, id, at, actor, channel, more);
  }

  private static String call(String time, String id, String type, String more) {
    String at = "2026-03-02T" + time + "Z";
    return """
        {"arrived_at":"%s","value":{"event_id":"%s-%s","event_type":"%s","contact_id":"%s","occurred_at":"%s","region":"north","queue":"repairs"%s}}"""
        .formatted(at, id, type, type, id, at, more);
  }
}
