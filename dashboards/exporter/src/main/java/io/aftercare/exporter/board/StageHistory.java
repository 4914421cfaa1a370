package io.aftercare.exporter.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many tickets had left each stage of each region, as it was: one sample a minute of event
 * time, of the last hour, since this process began. Where event time goes back it begins anew, for
 * then another job counts. Thread-safe.
 */
public final class StageHistory {
  static final Duration HOUR = Duration.ofHours(1);

  /** Of less time a speed says nothing. */
  static final Duration LEAST = Duration.ofMinutes(10);

  private static final Duration STEP = Duration.ofMinutes(1);

  private final Deque<Sample> samples = new ArrayDeque<>();

  /** A stage of a region. */
  record Place(String region, String stage) {}

  /** How many had left each stage at an instant of event time. */
  record Sample(Instant at, Map<Place, Long> left) {
    Sample {
      left = Map.copyOf(left);
    }
  }

  /** Whether no sample was taken in the last minute of event time. */
  synchronized boolean isDue(Instant eventTime) {
    Sample last = samples.peekLast();
    return last == null
        || eventTime.isBefore(last.at())
        || !eventTime.isBefore(last.at().plus(STEP));
  }

  /** Adds how it is now. */
  synchronized void add(Sample now) {
    Sample last = samples.peekLast();
    if (last != null && now.at().isBefore(last.at())) {
      samples.clear();
    }
    samples.addLast(now);
    Sample second = second();
    while (second != null && !isLess(second, now.at(), HOUR)) {
      samples.removeFirst();
      second = second();
    }
  }

  /** The newest that is an hour old, or else the oldest; null if that is not ten minutes old. */
  synchronized @Nullable Sample before(Instant eventTime) {
    Sample found = samples.peekFirst();
    for (Sample each : samples) {
      if (!isLess(each, eventTime, HOUR)) {
        found = each;
      }
    }
    return found == null || isLess(found, eventTime, LEAST) ? null : found;
  }

  private @Nullable Sample second() {
    Iterator<Sample> each = samples.iterator();
    if (!each.hasNext()) {
      return null;
    }
    each.next();
    return each.hasNext() ? each.next() : null;
  }

  private static boolean isLess(Sample sample, Instant now, Duration age) {
    return Duration.between(sample.at(), now).compareTo(age) < 0;
  }
}
