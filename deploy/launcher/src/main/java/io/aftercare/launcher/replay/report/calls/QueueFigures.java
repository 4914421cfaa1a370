package io.aftercare.launcher.replay.report.calls;

import io.aftercare.contract.AgentLeg;
import io.aftercare.contract.ContactSegment;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that is reported of one queue, or of all together. Hours are [h, h+1h) UTC. */
final class QueueFigures {
  private static final long HOUR_MILLIS = 3_600_000;

  private final NavigableMap<Long, QueueHour> hours = new TreeMap<>();
  private final QueueLength length = new QueueLength();
  private final Waits waits = new Waits();
  private final Handling handling = new Handling();

  /** A caller began: his hour has a row even if he leaves before he enters the queue. */
  void begin(Instant at) {
    hour(at);
  }

  void add(ContactSegment segment) {
    Instant exitedAt = segment.getExitedAt();
    waits.add(segment);
    hour(segment.getEnteredAt()).entered.add(segment);
    if (exitedAt != null) {
      hour(exitedAt).exited.add(segment);
    }
    length.add(
        segment.getEnteredAt().toEpochMilli(),
        exitedAt == null ? Long.MAX_VALUE : exitedAt.toEpochMilli());
  }

  /**
   * Adds an agent's part.
   *
   * @param enteredAt when the visit that it answered began; null: it is a callback's, which no hour
   *     of a queue has
   */
  void add(AgentLeg leg, @Nullable Instant enteredAt) {
    handling.add(leg);
    if (enteredAt != null) {
      hour(enteredAt).handling.add(leg);
    }
  }

  Waits waits() {
    return waits;
  }

  Handling handling() {
    return handling;
  }

  QueueLength.Course length() {
    return length.course();
  }

  /** The hours in which something happened, by number. */
  NavigableMap<Long, QueueHour> hours() {
    return hours;
  }

  private QueueHour hour(Instant at) {
    return hours.computeIfAbsent(numberOf(at), number -> new QueueHour());
  }

  static long numberOf(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), HOUR_MILLIS);
  }

  static Instant beginningOf(long hour) {
    return Instant.ofEpochMilli(hour * HOUR_MILLIS);
  }
}
