package io.aftercare.exporter.ledger;

import io.aftercare.contract.ClockVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Net counts of met and breached clocks per region and promise, in buckets of five minutes of event
 * time by the instant of the settlement. What is taken back leaves the bucket it was put into. Not
 * thread-safe.
 */
final class DayCounts {
  static final Duration BUCKET = Duration.ofMinutes(5);

  private final Map<Promise, TreeMap<Long, Kept>> buckets = new HashMap<>();

  void add(Promise promise, Instant settledAt, ClockVerdict verdict) {
    change(promise, settledAt, verdict, 1);
  }

  void takeBack(Promise promise, Instant settledAt, ClockVerdict verdict) {
    change(promise, settledAt, verdict, -1);
  }

  /**
   * What was settled after this instant, to the bucket: the one that the instant lies in is out.
   */
  Map<Promise, Kept> since(Instant instant) {
    Map<Promise, Kept> kept = new HashMap<>();
    long from = number(instant);
    buckets.forEach(
        (promise, settled) ->
            kept.put(
                promise,
                settled.tailMap(from, false).values().stream().reduce(Kept.NONE, Kept::plus)));
    return kept;
  }

  /** Lets go of the buckets that ended before this instant. */
  void forgetBefore(Instant instant) {
    long first = number(instant);
    buckets.values().forEach(settled -> settled.headMap(first).clear());
    buckets.values().removeIf(TreeMap::isEmpty);
  }

  private void change(Promise promise, Instant settledAt, ClockVerdict verdict, int by) {
    Kept change =
        switch (verdict) {
          case MET -> new Kept(by, 0);
          case BREACHED -> new Kept(0, by);
          case CANCELLED, RUNNING, PAUSED, UNKNOWN -> Kept.NONE;
        };
    if (change.equals(Kept.NONE)) {
      return;
    }
    TreeMap<Long, Kept> settled = buckets.computeIfAbsent(promise, p -> new TreeMap<>());
    Kept now = settled.merge(number(settledAt), change, Kept::plus);
    if (now.equals(Kept.NONE)) {
      settled.remove(number(settledAt));
    }
    if (settled.isEmpty()) {
      buckets.remove(promise);
    }
  }

  private static long number(Instant instant) {
    return Math.floorDiv(instant.toEpochMilli(), BUCKET.toMillis());
  }
}
