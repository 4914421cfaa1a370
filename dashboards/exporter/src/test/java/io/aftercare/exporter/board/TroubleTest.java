package io.aftercare.exporter.board;

import static io.aftercare.exporter.ledger.Say.at;
import static io.aftercare.exporter.ledger.Say.atRisk;
import static io.aftercare.exporter.ledger.Say.attention;
import static io.aftercare.exporter.ledger.Say.overdue;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.Attention;
import io.aftercare.contract.AttentionClock;
import io.aftercare.exporter.attention.AttentionView;
import io.aftercare.exporter.board.Tile.CallsNow;
import io.aftercare.exporter.board.Tile.FirstResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The measure of trouble and the level of a tile, value by value. */
class TroubleTest {
  private static final FirstResponse NOTHING = new FirstResponse(0, 0, null, 0.8, 24);
  private final List<Attention> records = new ArrayList<>();
  private long queuesTooLong;
  private @Nullable CallsNow calls;

  private void on(String priority, AttentionClock clock) {
    records.add(attention("T-" + records.size(), "north", priority, clock));
  }

  private Tile tile(FirstResponse first, long backlog) {
    AttentionView view = new AttentionView();
    records.forEach(each -> view.apply(each.getTicketId(), each));
    Trouble trouble = new Trouble();
    view.worstFirst().forEach(ticket -> trouble.add(ticket, at("09:15")));
    trouble.addQueuesTooLong(queuesTooLong);
    return trouble.tile("north", first, backlog, List.of(), calls, null, null);
  }

  @Test
  void overdueTicketsWeighByPriority() {
    for (String priority : List.of("p1", "p2", "p3", "p4", "unknown")) {
      on(priority, overdue("due", "08:00"));
    }
    Tile tile = tile(NOTHING, 5);
    assertThat(tile.trouble()).isEqualTo(8 + 4 + 2 + 1 + 1);
    assertThat(tile.overdueTickets()).isEqualTo(5);
  }

  @Test
  void fourThatAreDueSoonWeighOneAndThreeNothing() {
    for (int i = 0; i < 7; i++) {
      on("p1", atRisk("due", "09:15"));
    }
    on("p1", atRisk("due", "09:16"));
    Tile tile = tile(NOTHING, 8);
    assertThat(tile.dueSoonTickets()).isEqualTo(7);
    assertThat(tile.atRiskTickets()).isEqualTo(8);
    assertThat(tile.trouble()).isEqualTo(1);
  }

  @Test
  void aTicketWithTwoOverdueClocksIsOneTicketAndItsWorstClockIsTheLongest() {
    records.add(
        attention(
            "T",
            "north",
            "p3",
            overdue("triage", "08:10"),
            overdue("due", "08:00"),
            atRisk("resolution", "09:00")));
    Tile tile = tile(NOTHING, 1);
    assertThat(tile.overdueTickets()).isEqualTo(1);
    assertThat(tile.overdueClocks()).isEqualTo(2);
    assertThat(tile.atRiskTickets()).isZero();
    assertThat(tile.dueSoonTickets()).isEqualTo(1);
    assertThat(tile.longestOverdue()).isEqualTo(new Tile.LongestOverdue("T", "due", at("08:00")));
  }

  @ParameterizedTest
  @CsvSource({"p1, critical", "p2, critical", "p3, warning", "p4, warning", "unknown, warning"})
  void anOverdueTicketMakesTheLevel(String priority, String level) {
    on(priority, overdue("due", "08:00"));
    assertThat(tile(NOTHING, 1).level()).isEqualTo(level);
  }

  @Test
  void dueSoonIsAWarningAndAtRiskAloneIsNot() {
    on("p1", atRisk("due", "12:00"));
    assertThat(tile(NOTHING, 1).level()).isEqualTo("ok");
    on("p1", atRisk("due", "09:15"));
    assertThat(tile(NOTHING, 1).level()).isEqualTo("warning");
  }

  @ParameterizedTest
  @CsvSource({
    // met, settled, target, level
    "16, 20, 0.8, ok",
    "15, 20, 0.8, warning",
    "12, 20, 0.8, warning", // exactly 20 points
    "11, 20, 0.8, critical",
    "0, 19, 0.8, ok", // too few to tell
    "0, 20, , ok", // nothing promised
  })
  void firstResponsesUnderTargetMakeTheLevel(
      long met, long settled, @Nullable Double target, String level) {
    FirstResponse first = new FirstResponse(met, settled, null, target, 24);
    assertThat(tile(first, 1).level()).isEqualTo(level);
  }

  @Test
  void nothingButZerosIsQuiet() {
    assertThat(tile(NOTHING, 0).level()).isEqualTo("quiet");
    assertThat(tile(NOTHING, 1).level()).isEqualTo("ok");
    assertThat(tile(new FirstResponse(1, 1, 1.0, 0.8, 24), 0).level()).isEqualTo("ok");
  }

  @Test
  void aCallerWhoWaitsTooLongIsAWarningAndEachSuchQueueWeighsOne() {
    calls = new CallsNow(1, new Tile.LongestWait("q", at("08:00")));
    assertThat(tile(NOTHING, 1).level()).isEqualTo("ok");
    queuesTooLong = 2;
    assertThat(tile(NOTHING, 1).level()).isEqualTo("warning");
    assertThat(tile(NOTHING, 1).trouble()).isEqualTo(2);
    on("p1", overdue("due", "08:00"));
    assertThat(tile(NOTHING, 1).level()).isEqualTo("critical");
    assertThat(tile(NOTHING, 1).trouble()).isEqualTo(8 + 2);
  }

  @Test
  void queuesInWhichNobodyWaitsAreQuietAndOthersAreNot() {
    calls = new CallsNow(0, null);
    assertThat(tile(NOTHING, 0).level()).isEqualTo("quiet");
    calls = new CallsNow(1, null);
    assertThat(tile(NOTHING, 0).level()).isEqualTo("ok");
  }
}
