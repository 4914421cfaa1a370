package io.aftercare.exporter.ledger;

import io.aftercare.contract.ClockChange;
import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the clocks that count were settled lately, by the ledger log. Of each clock the last record
 * is true: a correction takes its place, a removal or a clock that runs again takes it back. What
 * settled more than {@link #HELD_FOR} of event time before the newest settlement is forgotten, so
 * that the net counts of a day are exact whenever reading began. Thread-safe.
 */
public final class RecentVerdicts {
  /** A day, and room for the width of a bucket and for late events. */
  static final Duration HELD_FOR = Duration.ofHours(25);

  private static final Duration OVERFLOW_STEP = Duration.ofHours(1);
  private static final int MOST_CLOCKS = 1_000_000;
  private static final int MOST_SHARED = 10_000;
  private static final String ACTIVE = "active";
  private static final String UNKNOWN_REGION = "unknown";

  private final int mostClocks;
  private final Map<String, Held> held = new HashMap<>();
  private final DayCounts counts = new DayCounts();
  private final Settlements list = new Settlements();
  private final Map<Promise, Promise> shared = new HashMap<>();
  private Instant newest = Instant.EPOCH;
  private Instant floor = Instant.EPOCH;
  private long changes;

  private record Held(Promise promise, Instant settledAt, ClockVerdict verdict) {}

  public RecentVerdicts() {
    this(MOST_CLOCKS);
  }

  /**
   * @param mostClocks clocks held to be corrected; beyond them the earliest stay as counted
   */
  RecentVerdicts(int mostClocks) {
    this.mostClocks = mostClocks;
  }

  /** Takes one record of the log. */
  public synchronized void take(Verdict verdict) {
    Held before = held.remove(verdict.getClockId());
    if (before != null) {
      counts.takeBack(before.promise, before.settledAt, before.verdict);
      changes++;
    }
    Settlement settled = settlement(verdict);
    if (settled == null || settled.settledAt().isBefore(floor)) {
      list.remove(verdict.getClockId());
    } else {
      hold(settled);
    }
  }

  /** Net counts of what settled in the day before this instant of event time. */
  public synchronized Map<Promise, Kept> dayBefore(Instant eventTime) {
    return counts.since(eventTime.minus(Duration.ofDays(1)));
  }

  /** The settlement of the latest event time; null if none is held. */
  public synchronized @Nullable Instant newest() {
    return newest.equals(Instant.EPOCH) ? null : newest;
  }

  /** The {@value Settlements#LISTED} latest settlements. */
  public synchronized List<Settlement> newestFirst() {
    return list.newestFirst();
  }

  /** How often it has changed: the same number, the same answers. */
  public synchronized long changes() {
    return changes;
  }

  private void hold(Settlement settled) {
    Promise promise = share(new Promise(settled.region(), settled.sla()));
    held.put(settled.clockId(), new Held(promise, settled.settledAt(), settled.verdict()));
    counts.add(promise, settled.settledAt(), settled.verdict());
    list.put(settled);
    changes++;
    if (settled.settledAt().isAfter(newest.plus(DayCounts.BUCKET))) {
      newest = settled.settledAt();
      forget(newest.minus(HELD_FOR));
    }
    while (held.size() > mostClocks) {
      raise(max(floor, newest.minus(HELD_FOR)).plus(OVERFLOW_STEP));
    }
  }

  private void forget(Instant horizon) {
    counts.forgetBefore(horizon);
    list.forgetBefore(horizon);
    if (horizon.isAfter(floor)) {
      raise(horizon);
    }
  }

  private void raise(Instant to) {
    floor = to;
    held.values().removeIf(clock -> clock.settledAt.isBefore(to));
  }

  private static Instant max(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private Promise share(Promise promise) {
    return shared.size() < MOST_SHARED
        ? shared.computeIfAbsent(promise, p -> p)
        : shared.getOrDefault(promise, promise);
  }

  /** Null: the record tells of no settled clock that counts. */
  private static @Nullable Settlement settlement(Verdict verdict) {
    Instant settledAt = verdict.getSettledAt();
    boolean settled =
        switch (verdict.getVerdict()) {
          case MET, BREACHED, CANCELLED -> verdict.getChange() != ClockChange.REMOVED;
          case RUNNING, PAUSED, UNKNOWN -> false;
        };
    if (!settled || settledAt == null || !verdict.getSlot().equals(ACTIVE)) {
      return null;
    }
    String region = verdict.getRegion();
    return new Settlement(
        verdict.getClockId(),
        verdict.getTicketId(),
        region == null ? UNKNOWN_REGION : region,
        verdict.getSla(),
        verdict.getSlot(),
        verdict.getPriority(),
        verdict.getVerdict(),
        settledAt,
        verdict.getDeadline(),
        verdict.getCause(),
        verdict.getPolicy(),
        verdict.getPolicyVersion(),
        verdict.getChange() == ClockChange.CORRECTED);
  }
}
