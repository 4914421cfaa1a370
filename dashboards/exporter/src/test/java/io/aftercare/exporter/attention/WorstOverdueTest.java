package io.aftercare.exporter.attention;

import static io.aftercare.exporter.ledger.Say.atRisk;
import static io.aftercare.exporter.ledger.Say.attention;
import static io.aftercare.exporter.ledger.Say.overdue;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.Attention;
import io.aftercare.exporter.ledger.Say;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Five per region and promise, the longest first, never more than there is room for. */
class WorstOverdueTest {
  private static WorstOverdue worst(int room, List<Attention> records) {
    AttentionView view = new AttentionView();
    records.forEach(each -> view.apply(each.getTicketId(), each));
    return WorstOverdue.of(view.worstFirst(), room);
  }

  private static List<String> lines(WorstOverdue worst) {
    return worst.served().stream()
        .map(each -> each.region() + " " + each.sla() + " " + each.rank() + " " + each.ticketId())
        .toList();
  }

  @Test
  void fiveOfSevenAreRankedByDeadlineAndTiesByTicket() {
    List<Attention> records = new ArrayList<>();
    records.add(attention("g", "north", "p1", overdue("due", "08:06")));
    records.add(attention("f", "north", "p1", overdue("due", "08:05")));
    records.add(attention("e", "north", "p1", overdue("due", "08:04")));
    records.add(attention("d", "north", "p1", overdue("due", "08:01")));
    records.add(attention("c", "north", "p1", overdue("due", "08:01")));
    records.add(attention("b", "north", "p1", overdue("due", "08:02")));
    records.add(attention("a", "north", "p1", overdue("due", "08:03")));
    WorstOverdue worst = worst(100, records);
    assertThat(lines(worst))
        .containsExactly(
            "north due 1 c", "north due 2 d", "north due 3 b", "north due 4 a", "north due 5 e");
    assertThat(worst.leftOut()).isZero();
  }

  @Test
  void everyRegionAndPromiseHasItsOwnAndAtRiskIsNotOverdue() {
    List<Attention> records =
        List.of(
            attention("a", "south", "p1", overdue("triage", "08:00"), atRisk("due", "09:00")),
            attention("b", "north", "p1", overdue("triage", "08:00"), overdue("due", "08:10")),
            attention("c", "north", "p1", atRisk("due", "08:00")));
    assertThat(lines(worst(100, records)))
        .containsExactly("north due 1 b", "north triage 1 b", "south triage 1 a");
  }

  @Test
  void whereThereIsNoRoomTheLongestOverdueOfAllAreServed() {
    List<Attention> records =
        List.of(
            attention("a", "north", "p1", overdue("due", "08:02")),
            attention("b", "south", "p1", overdue("due", "08:01")),
            attention("c", "west", "p1", overdue("due", "08:03")));
    WorstOverdue worst = worst(2, records);
    assertThat(lines(worst)).containsExactly("north due 1 a", "south due 1 b");
    assertThat(worst.leftOut()).isEqualTo(1);
    assertThat(worst(-5, records).served()).isEmpty();
  }

  @Test
  void aHundredThousandRegionsTakeNoMoreThanThirtyThree() {
    List<WatchedTicket> tickets = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      Instant deadline = Say.DAY.plusSeconds(60L * (i % 120));
      tickets.add(ticket("t" + i, "region " + i, deadline));
    }
    WorstOverdue worst = WorstOverdue.of(tickets, Integer.MAX_VALUE);
    assertThat(worst.served()).hasSize(5 * 10 * 33);
    assertThat(worst.leftOut()).isEqualTo(100_000 - 1_650);
    // Of 100,000 each minute comes 834 times (the last 80 of them 833 times): the first two are
    // served, and the last 18 of the second are not.
    assertThat(worst.served())
        .allMatch(each -> each.deadline().isBefore(Say.DAY.plusSeconds(120)))
        .filteredOn(each -> each.deadline().equals(Say.DAY))
        .hasSize(834);
  }

  private static WatchedTicket ticket(String id, String region, Instant deadline) {
    WatchedClock clock = new WatchedClock("due", 1, "p", 1, true, 90, Say.DAY, deadline, null);
    return new WatchedTicket(id, region, region, null, "p1", null, true, deadline, List.of(clock));
  }
}
