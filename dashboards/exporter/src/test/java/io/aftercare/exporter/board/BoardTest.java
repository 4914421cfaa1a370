package io.aftercare.exporter.board;

import static io.aftercare.contract.ClockVerdict.BREACHED;
import static io.aftercare.contract.ClockVerdict.MET;
import static io.aftercare.contract.metric.MetricCatalogue.BACKLOG_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.CATCHING_UP;
import static io.aftercare.contract.metric.MetricCatalogue.WATERMARK_TIMESTAMP;
import static io.aftercare.exporter.ledger.Say.at;
import static io.aftercare.exporter.ledger.Say.atRisk;
import static io.aftercare.exporter.ledger.Say.attention;
import static io.aftercare.exporter.ledger.Say.overdue;
import static io.aftercare.exporter.ledger.Say.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.MilestoneKind;
import io.aftercare.exporter.board.RegionPage.BacklogRow;
import io.aftercare.exporter.board.RegionPage.PromiseRow;
import io.aftercare.exporter.board.Tile.BacklogSample;
import io.aftercare.exporter.board.Tile.FirstResponse;
import io.aftercare.exporter.ledger.SaidRecord;
import io.aftercare.exporter.ledger.Say;
import io.aftercare.exporter.ledger.TicketLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Pages out of views that were told by hand. */
class BoardTest {
  private final Given given = new Given();
  private final Board board = given.board;

  @Test
  void anEmptyBoardHasTheKnownRegionsAndNoTime() {
    Overview overview = board.overview();
    assertThat(overview.eventTime()).isNull();
    assertThat(overview.movedAt()).isNull();
    assertThat(overview.regions()).extracting(Tile::region).containsExactly("quiet town");
    assertThat(overview.regions()).extracting(Tile::level).containsExactly("quiet");
    assertThat(overview.all().region()).isNull();
    assertThat(overview.worst()).isEmpty();
  }

  @Test
  void eventTimeIsThatOfTheSlowestStreamAndMovedAtOfTheOneSilentLongest() {
    given.nineOClockInTheNorth();
    given.gauge(WATERMARK_TIMESTAMP, at("08:59").toEpochMilli() / 1000.0 + 0.25, "calls");
    given.gauge(CATCHING_UP, 1, "calls");
    Overview overview = board.overview();
    assertThat(overview.eventTime()).isEqualTo(at("08:59").plusMillis(250));
    assertThat(overview.movedAt()).isEqualTo(at("09:00").minusSeconds(2));
    assertThat(overview.catchingUp()).isTrue();
    assertThat(overview.generatedAt()).isEqualTo(Instant.parse("2026-03-02T09:00:07.123Z"));
  }

  @Test
  void regionsAreSortedByTroubleThenByName() {
    given
        .nineOClockInTheNorth()
        .gauge(BACKLOG_TICKETS, 9, "east", "p1", "new")
        .watched(
            attention("a", "west", "p3", overdue("due", "08:00")),
            attention("b", "south", "p1", overdue("due", "08:30")));
    assertThat(board.overview().regions())
        .extracting(Tile::region)
        .containsExactly("south", "west", "east", "north", "quiet town");
    assertThat(board.regions().regions()).isEqualTo(board.overview().regions());
  }

  @Test
  void theDayIsThatOfEventTimeAndAllIsTheSum() {
    given
        .nineOClockInTheNorth()
        .said(
            settled("a", "first_response", 2, MET, at("08:00")),
            settled("b", "first_response", 2, MET, at("08:10")),
            settled("c", "first_response", 2, BREACHED, at("08:20")),
            settled("d", "first_response", 2, MET, at("08:20")).setRegion("south"),
            settled("e", "first_response", 2, MET, at("09:00").minus(Duration.ofHours(24))),
            settled("f", "triage", 2, BREACHED, at("08:20")));
    Overview overview = board.overview();
    Tile north = tile(overview, "north");
    assertThat(north.firstResponse()).isEqualTo(new FirstResponse(2, 3, 0.6667, 0.8, 24));
    assertThat(overview.all().firstResponse()).isEqualTo(new FirstResponse(3, 4, 0.75, 0.8, 24));
    assertThat(overview.all().backlog()).isEqualTo(7);
  }

  @Test
  void beforeEventTimeIsKnownTheNewestSettlementStandsForIt() {
    given.said(settled("a", "first_response", 2, MET, at("08:00")));
    assertThat(tile(board.overview(), "north").firstResponse().settled()).isEqualTo(1);
  }

  @Test
  void theBacklogIsKeptOnceAMinuteAndForAnHour() {
    given.nineOClockInTheNorth();
    Instant start = Instant.parse("2026-03-02T09:00:07Z");
    for (int half = 0; half < 2 * 61; half++) {
      given.wall.set(start.plusSeconds(30L * half));
      board.keepBacklog();
    }
    Tile north = tile(board.overview(), "north");
    assertThat(north.backlogHistory()).hasSize(60);
    assertThat(north.backlogHistory().get(0))
        .isEqualTo(new BacklogSample(start.plusSeconds(60), 7));
    assertThat(tile(board.overview(), "quiet town").backlogHistory())
        .allMatch(sample -> sample.tickets() == 0);
    assertThat(board.overview().all().backlogHistory().get(59).tickets()).isEqualTo(7);
  }

  @Test
  void aBacklogThatNobodyToldOfIsNotKeptAsZero() {
    board.keepBacklog();
    assertThat(board.overview().all().backlogHistory()).isEmpty();
  }

  @Test
  void aRegionInFull() {
    given
        .nineOClockInTheNorth()
        .watched(
            attention("a", "north", "p1", overdue("triage", "08:00")),
            attention("b", "south", "p1", overdue("triage", "08:00")))
        .said(
            settled("a", "arrival", 2, BREACHED, at("08:00")),
            settled("z", "arrival", 2, MET, at("08:10")).setRegion("south"));
    RegionPage page = Objects.requireNonNull(board.region("north"));
    assertThat(page.backlog())
        .containsExactly(new BacklogRow("p1", "new", 3), new BacklogRow("p2", "waiting", 4));
    assertThat(page.clocks())
        .containsExactly(
            new PromiseRow("arrival", 0, 0, 0, 0, 0, 0, 1, 0.0, null, Map.of()),
            new PromiseRow("first_response", 0, 0, 0, 0, 0, 0, 0, null, 0.8, Map.of("p1", 30L)),
            new PromiseRow("triage", 7, 0, 1, 2, 0, 0, 0, null, null, Map.of()));
    assertThat(page.tickets()).extracting(TicketRow::ticketId).containsExactly("a");
    assertThat(page.ticketsTotal()).isEqualTo(1);
    assertThat(page.verdicts()).extracting(VerdictRow::ticketId).containsExactly("a");
    assertThat(page.tile().overdueTickets()).isEqualTo(1);
    assertThat(board.region("nowhere")).isNull();
  }

  @Test
  void pagesFollowEachOtherWhileTheListChanges() {
    for (int i = 0; i < 9; i++) {
      given.watched(attention("t" + i, "north", "p1", overdue("due", "08:0" + i)));
    }
    TicketList first = board.tickets(TicketFilter.ANY, new Paging<>(4, null));
    assertThat(first.total()).isEqualTo(9);
    // The last of the page goes, one that was on it comes back worse, and one joins further on.
    given.attention.apply("t3", null);
    given.watched(attention("t9", "north", "p1", overdue("due", "08:30")));
    List<String> rest = new ArrayList<>();
    String cursor = first.nextCursor();
    while (cursor != null) {
      TicketList next = board.tickets(TicketFilter.ANY, new Paging<>(4, TicketPlace.parse(cursor)));
      next.tickets().forEach(ticket -> rest.add(ticket.ticketId()));
      cursor = next.nextCursor();
    }
    assertThat(rest).containsExactly("t4", "t5", "t6", "t7", "t8", "t9");
  }

  @Test
  void ticketsAreFiltered() {
    given.watched(
        attention("a", "north", "p1", overdue("due", "08:00")),
        attention("b", "north", "p2", atRisk("triage", "09:10")),
        attention("c", "south", "p2", atRisk("due", "09:20"), atRisk("triage", "09:50")));
    assertThat(ids(new TicketFilter("north", null, null, null))).containsExactly("a", "b");
    assertThat(ids(new TicketFilter(null, TicketFilter.State.AT_RISK, null, null)))
        .containsExactly("b", "c");
    assertThat(ids(new TicketFilter(null, TicketFilter.State.OVERDUE, null, null)))
        .containsExactly("a");
    assertThat(ids(new TicketFilter(null, null, "triage", null))).containsExactly("b", "c");
    assertThat(ids(new TicketFilter(null, null, "triage", "p1"))).isEmpty();
  }

  @Test
  void moreThanFiveHundredRegionsAreCutToThoseWithMostTrouble() {
    for (int i = 0; i < 600; i++) {
      given.gauge(BACKLOG_TICKETS, 1, "r" + i, "p1", "new");
    }
    given.watched(attention("a", "zz", "p1", overdue("due", "08:00")));
    Overview overview = board.overview();
    assertThat(overview.regions()).hasSize(500);
    assertThat(overview.regions().get(0).region()).isEqualTo("zz");
    assertThat(overview.all().backlog()).isEqualTo(600);
  }

  @Test
  void aTicketThatOnlyTheListKnowsHasAPage() {
    given.watched(attention("a", "north", "p1", overdue("due", "08:00")));
    TicketPage page = Objects.requireNonNull(board.ticket("a", TicketLog.NOTHING_SEEN));
    assertThat(page.complete()).isFalse();
    assertThat(page.queue()).isEqualTo("desk");
    assertThat(page.region()).isEqualTo("north");
    assertThat(page.attention()).isNotNull();
    assertThat(board.ticket("b", TicketLog.NOTHING_SEEN)).isNull();
  }

  @Test
  void aContactWithACallbackHasAPageAndNoTimeIsBelowZero() {
    given.watched(attention("call-7", "north", "unknown", overdue("callback", "08:00")));
    SaidRecord early =
        Say.said(
            Say.step("call-7", MilestoneKind.FIRST_RESPONSE, 1, "08:00")
                .setElapsedMillis(-90_000)
                .build());
    TicketPage page =
        Objects.requireNonNull(
            board.ticket("call-7", new TicketLog(List.of(), List.of(early), true)));
    assertThat(Objects.requireNonNull(page.attention()).clocks())
        .extracting(TicketRow.ClockRow::sla)
        .containsExactly("callback");
    assertThat(page.milestones()).extracting(TicketPage.StepRow::elapsedMs).containsExactly(0L);
  }

  private List<String> ids(TicketFilter filter) {
    return board.tickets(filter, new Paging<>(50, null)).tickets().stream()
        .map(TicketRow::ticketId)
        .toList();
  }

  private static Tile tile(Overview overview, String region) {
    return overview.regions().stream()
        .filter(tile -> region.equals(tile.region()))
        .findFirst()
        .orElseThrow();
  }
}
