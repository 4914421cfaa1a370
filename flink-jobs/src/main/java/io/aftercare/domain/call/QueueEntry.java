package io.aftercare.domain.call;

/**
 * Somebody began to wait in a queue, or no longer does.
 *
 * @param enteredAt since when, ms since 1970
 * @param more 1: waits now; -1: no longer; 0: has waited no time
 * @param thresholdMillis the queue's threshold at that instant, ms
 * @param goalMillionths the share that shall be in time, in millionths; {@link #NO_GOAL} if none is
 *     stated
 */
public record QueueEntry(
    String region,
    String queue,
    long enteredAt,
    int more,
    long thresholdMillis,
    long goalMillionths) {

  /** No goal is stated. */
  public static final long NO_GOAL = -1;

  /** Takes it back. */
  public QueueEntry withdrawn() {
    return new QueueEntry(region, queue, enteredAt, -more, thresholdMillis, goalMillionths);
  }

  /** What is said of a segment. */
  public static QueueEntry of(Segment segment, int more) {
    Double goal = segment.terms().goal();
    return new QueueEntry(
        segment.regionLabel(),
        segment.queueLabel(),
        segment.enteredAt(),
        more,
        segment.terms().thresholdMillis(),
        goal == null ? NO_GOAL : Math.round(goal * 1_000_000));
  }
}
