package io.aftercare.job.state;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Merges through the whole job, worked by hand: A (P4, created 10:00) is merged into B (P1, created
 * 12:00) at 12:30, B into C (P1, created 13:00) at 13:30; C is resolved at 13:45. P1 has 4 h for
 * resolution, P4 72 h. C takes the start of A: it is due at 14:00.
 */
@Tag("slow")
class MergedTicketsTest {
  private static final List<String> STORY =
      List.of(
          event("10:00:00", "A", "CREATED", "\"priority\":\"P4\",\"actor_type\":\"CUSTOMER\""),
          event("12:00:00", "B", "CREATED", "\"priority\":\"P1\",\"actor_type\":\"CUSTOMER\""),
          event("12:30:00", "A", "MERGED", "\"related_ticket_id\":\"B\""),
          event("13:00:00", "C", "CREATED", "\"priority\":\"P1\",\"actor_type\":\"CUSTOMER\""),
          event("13:30:00", "B", "MERGED", "\"related_ticket_id\":\"C\""),
          event("13:45:00", "C", "RESOLVED", "\"actor_type\":\"AGENT\""),
          event("15:00:00", "D", "CREATED", "\"priority\":\"P4\",\"actor_type\":\"CUSTOMER\""));

  private static final Set<String> ASKED =
      Set.of("opened_at", "deadline", "verdict", "settled_at", "cause");

  @Test
  void theSurvivorTakesTheEarliestStartOfTheChainAndChildrenAreCancelled() throws Exception {
    Map<String, Map<String, String>> ledger = ledger(STORY, 2);

    assertThat(ledger.get("A resolution/active/1"))
        .containsEntry("verdict", "cancelled")
        .containsEntry("cause", "merged")
        .containsEntry("settled_at", "2026-03-02T12:30:00Z");
    assertThat(ledger.get("B resolution/active/1"))
        .containsEntry("verdict", "cancelled")
        .containsEntry("opened_at", "2026-03-02T10:00:00Z");
    assertThat(ledger.get("C resolution/active/1"))
        .containsEntry("verdict", "met")
        .containsEntry("opened_at", "2026-03-02T10:00:00Z")
        .containsEntry("deadline", "2026-03-02T14:00:00Z")
        .containsEntry("settled_at", "2026-03-02T13:45:00Z");
    // The first response was due an hour after A was created, long before C heard of it.
    assertThat(ledger.get("C first_response/active/1"))
        .containsEntry("verdict", "breached")
        .containsEntry("cause", "merge")
        .containsEntry("deadline", "2026-03-02T11:00:00Z")
        .containsEntry("settled_at", "2026-03-02T13:30:00Z");
  }

  @Test
  void anyOrderAndParallelismEndInTheSameLedger() throws Exception {
    Map<String, Map<String, String>> expected = ledger(STORY, 1);
    for (int seed = 1; seed <= 3; seed++) {
      List<String> order = new ArrayList<>(STORY);
      Collections.shuffle(order, new Random(seed));
      assertThat(ledger(order, 1 + seed)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static Map<String, Map<String, String>> ledger(List<String> lines, int parallelism)
      throws Exception {
    Heard heard = new TicketRun(Promised.shipped(), parallelism).toTheEnd(lines, 0, null);
    return LogRow.truth(heard.ledger().stream().map(LogRow::of).toList(), ASKED);
  }

  private static String event(String time, String ticket, String type, String more) {
    String at = "2026-03-02T" + time + "Z";
    return """
        {"arrived_at":"%s","value":{"event_id":"%s-%s","event_type":"%s","ticket_id":"%s","occurred_at":"%s","region":"north","channel":"EMAIL",%s}}"""
        .formatted(at, ticket, type, type, ticket, at, more);
  }
}
