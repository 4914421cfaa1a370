package io.aftercare.launcher.replay.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Event time as the lines of the input move it on: the latest {@code occurred_at} seen, less the
 * out-of-orderness bound, less 1 ms. An event that is later than its arrival allows, or than {@code
 * as_of}, does not move it.
 */
public final class DomainTime {
  private final long boundMillis;
  private final long toleranceMillis;
  private final @Nullable Instant asOf;
  private @Nullable Instant latest;

  public DomainTime(Duration outOfOrderness, Duration futureTolerance, @Nullable Instant asOf) {
    this.boundMillis = outOfOrderness.toMillis();
    this.toleranceMillis = futureTolerance.toMillis();
    this.asOf = asOf;
  }

  /** Event time reached so far, ms; {@link Long#MIN_VALUE} before the first event. */
  public long millis() {
    return latest == null ? Long.MIN_VALUE : latest.toEpochMilli() - boundMillis - 1;
  }

  /** Lets an event move time on. */
  public void pass(Instant occurredAt, Instant arrivedAt) {
    boolean future = occurredAt.isAfter(arrivedAt.plusMillis(toleranceMillis));
    boolean after = asOf != null && occurredAt.isAfter(asOf);
    if (!future && !after && (latest == null || occurredAt.isAfter(latest))) {
      latest = occurredAt;
    }
  }

  /** The latest event that counted, or null if there was none. */
  public @Nullable Instant latest() {
    return latest;
  }
}
