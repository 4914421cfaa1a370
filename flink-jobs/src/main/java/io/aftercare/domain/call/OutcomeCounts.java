package io.aftercare.domain.call;

import java.util.EnumMap;
import java.util.Map;

/** How many waits ended how. */
public final class OutcomeCounts {
  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

  /** Counts so many more (or fewer) of one. */
  public void add(Outcome outcome, long more) {
    counts.merge(outcome, more, Long::sum);
  }

  /** How many there are of one. */
  public long of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  /** A. */
  public long answered() {
    return of(Outcome.ANSWERED_IN_TIME) + of(Outcome.ANSWERED_LATE);
  }

  /** S + B. */
  public long abandoned() {
    return of(Outcome.ABANDONED_SHORT) + of(Outcome.ABANDONED_IN_TIME) + of(Outcome.ABANDONED_LATE);
  }

  /** V: what the service turned away. */
  public long turnedAway() {
    return of(Outcome.OVERFLOWED) + of(Outcome.VOICEMAIL) + of(Outcome.CLOSED) + of(Outcome.FAILED);
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return counts.values().stream().allMatch(count -> count == 0);
  }
}
