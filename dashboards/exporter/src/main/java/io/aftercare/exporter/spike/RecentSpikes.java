package io.aftercare.exporter.spike;

import io.aftercare.contract.Spike;
import io.aftercare.contract.SpikePhase;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of each spike, incident and mass complaint what was said last, by event time: those that are open
 * however old they are, and those that closed up to {@link #HELD_FOR} before the newest word. Of
 * more than it can hold it lets go of those that closed first, then of those that opened first.
 * Thread-safe.
 */
public final class RecentSpikes {
  /** A week: until whoever was away is back. */
  static final Duration HELD_FOR = Duration.ofDays(7);

  /** Far more than are open when a whole country complains. */
  private static final int MOST = 10_000;

  /** What to let go of first. */
  private static final Comparator<Spike> LEAST_WANTED =
      Comparator.comparing(RecentSpikes::isOpen)
          .thenComparing(each -> isOpen(each) ? each.getOpenedAt() : each.getAt())
          .thenComparing(Spike::getSpikeId);

  private final int most;
  private final Map<String, Spike> last = new HashMap<>();
  private Instant newest = Instant.EPOCH;
  private long changes;

  public RecentSpikes() {
    this(MOST);
  }

  RecentSpikes(int most) {
    this.most = most;
  }

  /** Whether it has not closed. */
  public static boolean isOpen(Spike spike) {
    return spike.getPhase() != SpikePhase.CLOSED;
  }

  /**
   * Takes one record of the topic; one that is older than what is known changes nothing, unless it
   * says that the spike closed, which is the end of it.
   */
  public synchronized void take(Spike said) {
    Spike before = last.get(said.getSpikeId());
    if (before != null && said.getAt().isBefore(before.getAt()) && isOpen(said)) {
      return;
    }
    last.put(said.getSpikeId(), said);
    changes++;
    if (said.getAt().isAfter(newest)) {
      newest = said.getAt();
    }
    if (last.size() > most) {
      shrink();
    }
  }

  /** All of them, in no order. */
  public synchronized List<Spike> all() {
    return last.values().stream().filter(this::isHeld).toList();
  }

  /** How often it has changed: the same number, the same answers. */
  public synchronized long changes() {
    return changes;
  }

  private boolean isHeld(Spike spike) {
    return isOpen(spike) || !spike.getAt().isBefore(newest.minus(HELD_FOR));
  }

  /** By a tenth more than it must, so that it need not sort at each record. */
  private void shrink() {
    last.values().removeIf(each -> !isHeld(each));
    int excess = last.size() - most;
    if (excess > 0) {
      last.values().stream()
          .sorted(LEAST_WANTED)
          .limit(excess + most / 10)
          .toList()
          .forEach(each -> last.remove(each.getSpikeId()));
    }
  }
}
