package io.aftercare.exporter.topic;

import java.time.Duration;

/** Something to do now and then: due at once, and then whenever the period has passed. */
final class Every {
  private final long periodNanos;
  private long dueAt;
  private boolean begun;

  Every(Duration period) {
    this.periodNanos = period.toNanos();
  }

  /** True if it is due; the next period begins now. */
  boolean isDue() {
    long now = System.nanoTime();
    boolean due = !begun || now - dueAt >= 0;
    if (due) {
      begun = true;
      dueAt = now + periodNanos;
    }
    return due;
  }
}
