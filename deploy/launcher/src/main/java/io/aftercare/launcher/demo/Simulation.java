package io.aftercare.launcher.demo;

import java.time.Instant;
import java.util.Iterator;

/** Makes the arrivals of an after-sales service from a start on, in order of arrival, endlessly. */
@FunctionalInterface
interface Simulation {
  /** The same seed and start give the same arrivals. */
  Iterator<Arrival> from(long seed, Instant start);
}
