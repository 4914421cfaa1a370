package io.aftercare.exporter.board;

import io.aftercare.exporter.board.Tile.BacklogSample;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The backlog of each region as it was: one sample a minute of wall clock, the last {@value #KEPT},
 * since this process began. Thread-safe.
 */
public final class BacklogHistory {
  static final int KEPT = 60;

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(Instant at, Map<String, Long> tickets) {
    BacklogSample of(String region) {
      return new BacklogSample(at, tickets.getOrDefault(region, 0L));
    }

    BacklogSample ofAll() {
      return new BacklogSample(at, tickets.values().stream().mapToLong(Long::longValue).sum());
    }
  }

  /** Whether no sample was taken in this minute yet. */
  synchronized boolean isDue(Instant now) {
    Sample last = samples.peekLast();
    return last == null
        || !last.at.truncatedTo(ChronoUnit.MINUTES).equals(now.truncatedTo(ChronoUnit.MINUTES));
  }

  /** Adds what the backlog is now, by region. */
  synchronized void add(Instant now, Map<String, Long> tickets) {
    samples.addLast(new Sample(now, Map.copyOf(tickets)));
    if (samples.size() > KEPT) {
      samples.removeFirst();
    }
  }

  /** The samples of a region, the oldest first. */
  synchronized List<BacklogSample> of(String region) {
    List<BacklogSample> history = new ArrayList<>();
    samples.forEach(sample -> history.add(sample.of(region)));
    return history;
  }

  /** The samples of all regions together, the oldest first. */
  synchronized List<BacklogSample> ofAll() {
    List<BacklogSample> history = new ArrayList<>();
    samples.forEach(sample -> history.add(sample.ofAll()));
    return history;
  }
}
