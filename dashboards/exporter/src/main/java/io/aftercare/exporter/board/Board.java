package io.aftercare.exporter.board;

import io.aftercare.contract.Spike;
import io.aftercare.exporter.attention.WatchedTicket;
import io.aftercare.exporter.board.RegionPage.PromiseRow;
import io.aftercare.exporter.ledger.Kept;
import io.aftercare.exporter.ledger.Settlement;
import io.aftercare.exporter.ledger.TicketHistory;
import io.aftercare.exporter.ledger.TicketLog;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people are shown, as it is when they ask: how the views stand, and the time of the wall
 * clock beside it. "Overdue" and "due soon" are counted on event time. Thread-safe.
 */
public final class Board {
  private static final int WORST = 10;
  private static final int TICKETS_OF_REGION = 20;
  private static final int VERDICTS_OF_REGION = 20;
  private static final int QUEUES_OF_REGION = 50;

  private final Views views;
  private final Clock wall;

  /**
   * @param wall the time of day, for who reads
   */
  public Board(Views views, Clock wall) {
    this.views = views;
    this.wall = wall;
  }

  /** How the service stands, at a glance. */
  public Overview overview() {
    Progress progress = progress();
    Tiles tiles = Tiles.of(views, Figures.of(views.metrics()), progress);
    return new Overview(
        wall.instant(),
        progress.eventTime(),
        progress.movedAt(),
        progress.catchingUp(),
        views.version(),
        tiles.mostTroubleFirst(),
        views.attention().worstFirst().stream().limit(WORST).map(TicketRow::of).toList(),
        tiles.ofAll());
  }

  /** The tiles of all regions. */
  public RegionList regions() {
    Progress progress = progress();
    Tiles tiles = Tiles.of(views, Figures.of(views.metrics()), progress);
    return new RegionList(
        wall.instant(), progress.eventTime(), progress.movedAt(), tiles.mostTroubleFirst());
  }

  /** A region in full; null if nothing is known of it. */
  public @Nullable RegionPage region(String region) {
    Progress progress = progress();
    Figures figures = Figures.of(views.metrics());
    Tiles tiles = Tiles.of(views, figures, progress);
    if (!tiles.regions().contains(region)) {
      return null;
    }
    List<WindowRow> windows = RegionWindows.of(views.windows(), region, progress.eventTime());
    List<WatchedTicket> tickets = tickets(TicketFilter.of(region));
    List<QueueRow> queues = Queues.of(views.metrics(), region);
    return new RegionPage(
        wall.instant(),
        progress.eventTime(),
        progress.movedAt(),
        progress.catchingUp(),
        tiles.of(region),
        figures.backlogOf(region),
        promises(region, figures, tiles),
        tickets.stream().limit(TICKETS_OF_REGION).map(TicketRow::of).toList(),
        tickets.size(),
        settlements(new VerdictFilter(region, null, null)).stream()
            .limit(VERDICTS_OF_REGION)
            .map(VerdictRow::of)
            .toList(),
        Queues.atMost(QUEUES_OF_REGION, queues),
        queues.size(),
        Agents.of(views.metrics(), region).stream().findFirst().orElse(null),
        windows,
        tiles.stagesOf(region),
        BacklogAges.of(views.metrics(), region),
        Quality.of(views.metrics(), region),
        Expectations.of(views.metrics(), region, RegionWindows.hour(windows)));
  }

  /** The queues of a region (null: of all) by name; null if nothing is known of the region. */
  public @Nullable QueueList queues(@Nullable String region, Paging<QueuePlace> paging) {
    Progress progress = progress();
    if (region != null && !isKnown(region, progress)) {
      return null;
    }
    List<QueueRow> queues = Queues.of(views.metrics(), region);
    Paging.Page<QueueRow, QueuePlace> page = paging.of(queues, QueuePlace::of, QueuePlace.ORDER);
    QueuePlace last = page.last();
    return new QueueList(
        wall.instant(),
        progress.eventTime(),
        page.rows(),
        Agents.of(views.metrics(), region),
        queues.size(),
        last == null ? null : last.cursor());
  }

  /**
   * The windows that closed last.
   *
   * @param region null: all, and all together
   * @param window null: of every length
   * @return null if nothing is known of the region
   */
  public @Nullable WindowList windows(@Nullable String region, @Nullable String window) {
    Progress progress = progress();
    if (region != null && !isKnown(region, progress)) {
      return null;
    }
    List<WindowRow> rows =
        views.windows().all().stream()
            .filter(each -> region == null || region.equals(each.getRegion()))
            .filter(each -> window == null || window.equals(each.getWindow()))
            .map(each -> WindowRow.of(each, progress.eventTime()))
            .toList();
    return new WindowList(wall.instant(), progress.eventTime(), rows);
  }

  private boolean isKnown(String region, Progress progress) {
    return Tiles.of(views, Figures.of(views.metrics()), progress).regions().contains(region);
  }

  /** The tickets that need a look, the worst first. */
  public TicketList tickets(TicketFilter filter, Paging<TicketPlace> paging) {
    List<WatchedTicket> tickets = tickets(filter);
    Paging.Page<WatchedTicket, TicketPlace> page =
        paging.of(tickets, TicketPlace::of, TicketPlace.ORDER);
    TicketPlace last = page.last();
    return new TicketList(
        wall.instant(),
        progress().eventTime(),
        page.rows().stream().map(TicketRow::of).toList(),
        tickets.size(),
        last == null ? null : last.cursor());
  }

  /** The clocks that settled lately, the newest first. */
  public VerdictList verdicts(VerdictFilter filter, Paging<VerdictPlace> paging) {
    Paging.Page<Settlement, VerdictPlace> page =
        paging.of(settlements(filter), VerdictPlace::of, VerdictPlace.ORDER);
    VerdictPlace last = page.last();
    return new VerdictList(
        page.rows().stream().map(VerdictRow::of).toList(), last == null ? null : last.cursor());
  }

  /**
   * Spikes of complaints, incidents and mass complaints: the open ones first, then lately closed.
   */
  public SpikeList spikes(SpikeFilter filter, Paging<SpikePlace> paging) {
    List<Spike> spikes =
        views.spikes().all().stream()
            .filter(filter::accepts)
            .sorted(Comparator.comparing(SpikePlace::of, SpikePlace.ORDER))
            .toList();
    Paging.Page<Spike, SpikePlace> page = paging.of(spikes, SpikePlace::of, SpikePlace.ORDER);
    SpikePlace last = page.last();
    return new SpikeList(
        wall.instant(),
        progress().eventTime(),
        page.rows().stream().map(SpikeRow::of).toList(),
        spikes.size(),
        last == null ? null : last.cursor());
  }

  /** A ticket, by its log; null if neither the log nor the list of tickets knows it. */
  public @Nullable TicketPage ticket(String ticketId, TicketLog log) {
    WatchedTicket watched = views.attention().find(ticketId);
    return watched == null && log.isEmpty()
        ? null
        : TicketPages.of(ticketId, watched, TicketHistory.of(log), progress(), wall.instant());
  }

  /** How many records the views took; the pages change with it, and with time. */
  public long changes() {
    return views.changes();
  }

  /** Keeps what the backlog is in this minute, if it is known and that was not done yet. */
  public void keepBacklog() {
    Instant now = wall.instant();
    if (views.backlog().isDue(now)) {
      Map<String, Long> backlogs = Figures.of(views.metrics()).backlogs();
      if (!backlogs.isEmpty()) {
        views.backlog().add(now, backlogs);
      }
    }
  }

  /** Keeps how many tickets have left each stage, if it is known and a minute has passed since. */
  public void keepStages() {
    Instant eventTime = Progress.ofTickets(views.metrics());
    if (eventTime != null && views.stages().isDue(eventTime)) {
      views.stages().add(Stages.sample(views.metrics(), eventTime));
    }
  }

  private Progress progress() {
    return Progress.of(views.metrics());
  }

  private List<WatchedTicket> tickets(TicketFilter filter) {
    return views.attention().worstFirst().stream().filter(filter::accepts).toList();
  }

  private List<Settlement> settlements(VerdictFilter filter) {
    return views.verdicts().newestFirst().stream().filter(filter::accepts).toList();
  }

  private static List<PromiseRow> promises(String region, Figures figures, Tiles tiles) {
    Set<String> slas = figures.promisesOf(region);
    slas.addAll(tiles.promisesKept(region));
    return slas.stream()
        .map(sla -> promise(region, sla, figures, tiles.kept(region, sla)))
        .toList();
  }

  private static PromiseRow promise(String region, String sla, Figures figures, Kept kept) {
    return new PromiseRow(
        sla,
        figures.openClocks(region, sla, "running"),
        figures.openClocks(region, sla, "paused"),
        figures.openClocks(region, sla, "overdue"),
        figures.atRisk(region, sla, "70"),
        figures.atRisk(region, sla, "90"),
        kept.met(),
        kept.breached(),
        Tiles.ratio(kept),
        figures.target(sla),
        figures.targets(sla));
  }
}
