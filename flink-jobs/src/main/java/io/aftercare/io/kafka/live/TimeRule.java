package io.aftercare.io.kafka.live;

import java.io.Serializable;

/**
 * By how much event time stays behind what moves it. Spans are ms.
 *
 * @param outOfOrdernessMillis behind the newest event
 * @param graceMillis behind the wall clock: how long an event may take from happening to arriving
 */
public record TimeRule(long outOfOrdernessMillis, long graceMillis) implements Serializable {
  private static final long serialVersionUID = 1;

  /** A watermark says that nothing at or before it is to come. */
  long behindRecord(long occurredAt) {
    return occurredAt - outOfOrdernessMillis - 1;
  }

  long behindClock(long instant) {
    return instant - graceMillis - 1;
  }
}
