package io.aftercare.exporter.board;

import io.aftercare.exporter.attention.WatchedTicket;
import io.aftercare.exporter.board.Tile.FirstResponse;
import io.aftercare.exporter.ledger.Kept;
import io.aftercare.exporter.ledger.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tiles of one moment. */
final class Tiles {
  /** Tiles shown at most; regions beyond have the least trouble and are in the sum alone. */
  static final int MOST = 500;

  static final Duration DUE_SOON = Duration.ofMinutes(15);
  private static final int HOURS = 24;
  private static final String FIRST_RESPONSE = "first_response";

  private final Views views;
  private final Figures figures;
  private final Map<String, Long> backlogs;
  private final Map<Promise, Kept> day;
  private final Waits waits;
  private final Silences silences;
  private final Stages stages;
  private final Map<String, Trouble> troubles = new HashMap<>();
  private final Trouble ofAll = new Trouble();

  private Tiles(Views views, Figures figures, Map<Promise, Kept> day) {
    this.views = views;
    this.figures = figures;
    this.backlogs = figures.backlogs();
    this.day = day;
    this.waits = Waits.of(views.metrics());
    Instant ticketTime = Progress.ofTickets(views.metrics());
    this.silences = Silences.of(views.metrics(), ticketTime);
    this.stages = Stages.of(views.metrics(), views.stages(), ticketTime);
  }

  static Tiles of(Views views, Figures figures, Progress progress) {
    Instant eventTime = progress.eventTime();
    Tiles tiles = new Tiles(views, figures, day(views, eventTime));
    Instant soon = eventTime == null ? null : eventTime.plus(DUE_SOON);
    for (WatchedTicket ticket : views.attention().worstFirst()) {
      tiles.troubles.computeIfAbsent(ticket.region(), r -> new Trouble()).add(ticket, soon);
      tiles.ofAll.add(ticket, soon);
    }
    tiles.addWaits(eventTime);
    return tiles;
  }

  private void addWaits(@Nullable Instant eventTime) {
    waits
        .tooLong(eventTime)
        .forEach(
            (region, queues) -> {
              troubles.computeIfAbsent(region, r -> new Trouble()).addQueuesTooLong(queues);
              ofAll.addQueuesTooLong(queues);
            });
  }

  /** Before the job said how late it is, the newest settlement stands for it. */
  private static Map<Promise, Kept> day(Views views, @Nullable Instant eventTime) {
    Instant now = eventTime == null ? views.verdicts().newest() : eventTime;
    return now == null ? Map.of() : views.verdicts().dayBefore(now);
  }

  /** All that anything is known of, and those that were named as known. */
  Set<String> regions() {
    Set<String> regions = new TreeSet<>(views.regions());
    regions.addAll(figures.regions());
    regions.addAll(waits.regions());
    Agents.of(views.metrics(), null).forEach(agents -> regions.add(agents.region()));
    regions.addAll(troubles.keySet());
    day.keySet().forEach(promise -> regions.add(promise.region()));
    return regions;
  }

  List<Tile> mostTroubleFirst() {
    return regions().stream()
        .sorted(
            Comparator.comparing(this::measure, Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .map(this::of)
        .toList();
  }

  private long measure(String region) {
    Trouble trouble = troubles.get(region);
    return trouble == null ? 0 : trouble.measure();
  }

  Tile of(String region) {
    Tile.Feed feed = silences.of(region);
    boolean silent = feed != null && feed.silent(); // then nobody leaves any stage, nor is known to
    return troubles
        .getOrDefault(region, new Trouble())
        .tile(
            region,
            firstResponse(kept(region, FIRST_RESPONSE)),
            backlogs.getOrDefault(region, 0L),
            views.backlog().of(region),
            waits.of(region),
            feed,
            silent ? null : stages.bottleneckOf(region));
  }

  Tile ofAll() {
    Kept all =
        day.entrySet().stream()
            .filter(each -> each.getKey().sla().equals(FIRST_RESPONSE))
            .map(Map.Entry::getValue)
            .reduce(Kept.NONE, Kept::plus);
    long backlog = backlogs.values().stream().mapToLong(Long::longValue).sum();
    return ofAll.tile(
        null, firstResponse(all), backlog, views.backlog().ofAll(), waits.ofAll(), null, null);
  }

  /** Where its tickets are. */
  StageList stagesOf(String region) {
    return stages.of(region);
  }

  /** How a promise was kept in the last 24 h of event time. */
  Kept kept(String region, String sla) {
    return day.getOrDefault(new Promise(region, sla), Kept.NONE);
  }

  /** What a region promised in the last 24 h of event time. */
  Set<String> promisesKept(String region) {
    Set<String> slas = new TreeSet<>();
    day.keySet().stream()
        .filter(promise -> promise.region().equals(region))
        .forEach(promise -> slas.add(promise.sla()));
    return slas;
  }

  private FirstResponse firstResponse(Kept kept) {
    Double target = figures.target(FIRST_RESPONSE);
    return new FirstResponse(kept.met(), kept.settled(), ratio(kept), target, HOURS);
  }

  /** Met of settled, to four decimals; null if nothing settled. */
  static @Nullable Double ratio(Kept kept) {
    return Ratio.of(kept.met(), kept.settled());
  }
}
