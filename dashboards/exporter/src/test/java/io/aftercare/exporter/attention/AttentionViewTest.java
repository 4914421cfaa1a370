package io.aftercare.exporter.attention;

import static io.aftercare.exporter.ledger.Say.at;
import static io.aftercare.exporter.ledger.Say.atRisk;
import static io.aftercare.exporter.ledger.Say.attention;
import static io.aftercare.exporter.ledger.Say.overdue;
import static io.aftercare.exporter.ledger.Say.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.Attention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list is the last record of each ticket, whatever the order between tickets. */
class AttentionViewTest {
  private static final Attention LATE = attention("T-late", "north", "p3", overdue("due", "08:00"));
  private static final Attention LATER =
      attention("T-later", "north", "p1", overdue("due", "08:30"));
  private static final Attention SOON = attention("T-soon", "south", "p1", atRisk("due", "09:10"));
  private static final Attention STANDS = attention("T-stands", "south", "p1", standing("due"));

  private static AttentionView viewOf(List<Attention> records) {
    AttentionView view = new AttentionView();
    records.forEach(each -> view.apply(each.getTicketId(), each));
    return view;
  }

  private static List<String> ids(AttentionView view) {
    return view.worstFirst().stream().map(WatchedTicket::ticketId).toList();
  }

  @Test
  void overdueLongestComesFirstThenTheNearestDeadlineThenWhatStandsStill() {
    List<Attention> records = new ArrayList<>(List.of(STANDS, SOON, LATER, LATE));
    assertThat(ids(viewOf(records))).containsExactly("T-late", "T-later", "T-soon", "T-stands");
    Collections.reverse(records);
    assertThat(ids(viewOf(records))).containsExactly("T-late", "T-later", "T-soon", "T-stands");
  }

  @Test
  void atTheSameDeadlineTheTicketIdDecides() {
    Attention b = attention("B", "north", "p1", overdue("due", "08:00"));
    Attention a = attention("A", "south", "p4", overdue("triage", "08:00"));
    assertThat(ids(viewOf(List.of(b, a)))).containsExactly("A", "B");
  }

  @Test
  void theLastRecordOfATicketIsTrueAndNullTakesItOff() {
    AttentionView view = viewOf(List.of(LATE, SOON));
    view.apply("T-soon", attention("T-soon", "west", "p1", overdue("due", "07:00")));
    assertThat(ids(view)).containsExactly("T-soon", "T-late");
    WatchedTicket moved = view.find("T-soon");
    assertThat(moved).isNotNull().extracting(WatchedTicket::region).isEqualTo("west");
    view.apply("T-soon", null);
    view.apply("T-never", null);
    assertThat(ids(view)).containsExactly("T-late");
    assertThat(view.find("T-soon")).isNull();
    assertThat(view.changes()).isEqualTo(5);
  }

  @Test
  void clocksOfATicketAreWorstFirst() {
    AttentionView view =
        viewOf(
            List.of(
                attention(
                    "T",
                    "north",
                    "p1",
                    standing("arrival"),
                    atRisk("resolution", "12:00"),
                    overdue("triage", "08:00"),
                    overdue("due", "07:00"),
                    atRisk("ownership", "11:00"))));
    assertThat(view.worstFirst().get(0).clocks())
        .extracting(WatchedClock::sla)
        .containsExactly("due", "triage", "ownership", "resolution", "arrival");
  }

  @Test
  void dueByCountsAtRiskClocksUpToTheInstant() {
    WatchedTicket soon = viewOf(List.of(SOON)).worstFirst().get(0);
    assertThat(soon.isDueBy(at("09:09"))).isFalse();
    assertThat(soon.isDueBy(at("09:10"))).isTrue();
    assertThat(viewOf(List.of(LATE)).worstFirst().get(0).isDueBy(at("09:10"))).isFalse();
    assertThat(viewOf(List.of(STANDS)).worstFirst().get(0).isDueBy(at("09:10"))).isFalse();
  }

  @Test
  void aRegionThatTheSourceDoesNotNameIsUnknown() {
    AttentionView view = viewOf(List.of(attention("T", null, "p1", overdue("due", "08:00"))));
    assertThat(view.worstFirst().get(0).region()).isEqualTo("unknown");
  }
}
