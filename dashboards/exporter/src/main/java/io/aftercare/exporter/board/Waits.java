package io.aftercare.exporter.board;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.board.Tile.CallsNow;
import io.aftercare.exporter.board.Tile.LongestWait;
import io.aftercare.exporter.view.Level;
import io.aftercare.exporter.view.MetricsView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who waits in the queues of each region now. A caller waits too long when event time is more than
 * {@link #TOO_LONG} past the entry into the queue, as the alert CallerWaitingTooLong has it. A
 * region that no metric of calls names has no queues.
 */
final class Waits {
  static final Duration TOO_LONG = Duration.ofMinutes(2);

  private static final Comparator<Wait> LONGEST_FIRST =
      Comparator.comparing(Wait::since).thenComparing(Wait::place, QueuePlace.ORDER);

  private final Map<String, Long> callers = new TreeMap<>();
  private final Map<String, List<Wait>> longest = new TreeMap<>();

  /** The caller who waits longest in a queue. */
  record Wait(QueuePlace place, Instant since) {
    boolean isTooLongAt(Instant now) {
      return Duration.between(since, now).compareTo(TOO_LONG) > 0;
    }
  }

  private Waits() {}

  static Waits of(MetricsView metrics) {
    Waits waits = new Waits();
    for (Level level : metrics.levels(MetricCatalogue.CALLS_OFFERED)) {
      waits.callers.putIfAbsent(level.label("region"), 0L);
    }
    for (Level level : metrics.levels(MetricCatalogue.CALLS_WAITING)) {
      waits.callers.merge(level.label("region"), callers(level), Long::sum);
    }
    for (Level level : metrics.levels(MetricCatalogue.CALL_LONGEST_WAIT_START)) {
      waits.add(QueuePlace.of(level), instant(level));
    }
    return waits;
  }

  private void add(QueuePlace place, @Nullable Instant since) {
    callers.putIfAbsent(place.region(), 0L);
    if (since != null) {
      longest.computeIfAbsent(place.region(), r -> new ArrayList<>()).add(new Wait(place, since));
    }
  }

  /** Callers that a level tells of. */
  static long callers(Level level) {
    return Math.max(0, Math.round(level.value()));
  }

  /** The instant that a level tells; null if it tells none. */
  static @Nullable Instant instant(Level level) {
    return Double.isFinite(level.value()) && level.value() > 0
        ? Instant.ofEpochMilli(Math.round(level.value() * 1000))
        : null;
  }

  Set<String> regions() {
    return callers.keySet();
  }

  /** How many wait in the queues of a region, and who longest; null if it has no queues. */
  @Nullable CallsNow of(String region) {
    Long waiting = callers.get(region);
    return waiting == null ? null : now(waiting, longest.getOrDefault(region, List.of()));
  }

  /** The same of all regions together. */
  @Nullable CallsNow ofAll() {
    long waiting = callers.values().stream().mapToLong(Long::longValue).sum();
    return callers.isEmpty()
        ? null
        : now(waiting, longest.values().stream().flatMap(List::stream).toList());
  }

  /** Queues of each region in which a caller waits too long; those with none are left out. */
  Map<String, Long> tooLong(@Nullable Instant eventTime) {
    return eventTime == null
        ? Map.of()
        : longest.values().stream()
            .flatMap(List::stream)
            .filter(wait -> wait.isTooLongAt(eventTime))
            .collect(
                Collectors.groupingBy(
                    wait -> wait.place().region(), TreeMap::new, Collectors.counting()));
  }

  private static CallsNow now(long waiting, List<Wait> waits) {
    return new CallsNow(
        waiting,
        waits.stream()
            .min(LONGEST_FIRST)
            .map(wait -> new LongestWait(wait.place().queue(), wait.since()))
            .orElse(null));
  }
}
