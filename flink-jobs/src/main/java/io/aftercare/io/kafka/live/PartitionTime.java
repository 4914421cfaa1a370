package io.aftercare.io.kafka.live;

/**
 * What time it is on one partition, as a watermark: the greatest of what it ever was and
 *
 * <ul>
 *   <li>the newest event that was passed on, less the out-of-orderness;
 *   <li>where everything is passed on that was there when the end was asked for: the instant
 *       <em>before</em> asking, less the grace. Whatever comes after arrives after that instant.
 * </ul>
 *
 * <p>So it is never ahead of records that are still unread. An event counts as no younger than its
 * arrival, and none takes time past the wall clock less the grace: one wild clock moves nothing.
 * After an {@link Outage} time stands still until what was held back has arrived.
 *
 * <p>Instants are ms since 1970; not thread-safe.
 */
final class PartitionTime {
  static final long UNKNOWN = Long.MIN_VALUE;

  private final TimeRule rule;
  private final Outage outage = new Outage();
  private long position;
  private long newest = UNKNOWN;
  private long askedAt = UNKNOWN;
  private long end = Long.MAX_VALUE;
  private long reached = UNKNOWN;

  /**
   * @param position the offset before which nothing is unread
   */
  PartitionTime(TimeRule rule, long position) {
    this.rule = rule;
    this.position = position;
  }

  /** A record that is no event was passed on: it is read, and has no say in time. */
  void read(long offset) {
    position = offset + 1;
  }

  /** An event was passed on. */
  void read(long offset, long occurredAt, long arrivedAt) {
    read(offset);
    newest = Math.max(newest, Math.min(occurredAt, arrivedAt));
    outage.read(occurredAt, arrivedAt);
  }

  /**
   * The broker told where the records end.
   *
   * @param asked the wall clock before it was asked
   */
  void learnt(long asked, long endOffset) {
    askedAt = asked;
    end = endOffset;
    outage.over(asked);
  }

  /** The broker was asked and did not tell. */
  void notLearnt() {
    outage.goesOn();
  }

  /** The offset before which nothing is unread. */
  long position() {
    return position;
  }

  /** What time it is, when the wall clock shows this; {@link #UNKNOWN} if nothing tells. */
  long at(long now) {
    if (outage.settles(now)) {
      return reached;
    }
    if (newest != UNKNOWN) {
      long capped = Math.min(rule.behindRecord(newest), rule.behindClock(now));
      reached = Math.max(reached, capped);
    }
    if (position >= end) {
      reached = Math.max(reached, rule.behindClock(askedAt));
    }
    return reached;
  }
}
