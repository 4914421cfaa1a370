package io.aftercare.launcher.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock that starts in the past, runs faster (or slower) than the wall clock, and never passes
 * it: once it has caught up, the two are one.
 *
 * <p>simulated(wall) = min(wall, start + speed x (wall - wallStart)).
 *
 * @param start what it shows at {@code wallStart}; not later than it
 * @param speed simulated seconds per second
 */
public record SimulatedClock(Instant start, Instant wallStart, double speed) {
  public SimulatedClock {
    if (start.isAfter(wallStart)) {
      throw new IllegalArgumentException(start + " is after " + wallStart);
    }
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed must be above 0, not " + speed);
    }
  }

  /** What it shows at this wall-clock instant. */
  public Instant at(Instant wall) {
    Instant fast = start.plus(times(Duration.between(wallStart, wall), speed));
    return fast.isAfter(wall) ? wall : fast;
  }

  /** The wall-clock instant at which it first shows this; not before {@code wallStart}. */
  public Instant wallClockAt(Instant simulated) {
    if (!simulated.isAfter(start)) {
      return wallStart;
    }
    Instant fast = wallStart.plus(times(Duration.between(start, simulated), 1 / speed));
    return fast.isBefore(simulated) ? simulated : fast;
  }

  private static Duration times(Duration span, double factor) {
    return Duration.ofNanos(Math.round(span.toNanos() * factor));
  }
}
