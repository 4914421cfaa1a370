package io.aftercare.launcher.simulate;

import java.time.Duration;
import java.time.Instant;

/**
 * What to simulate. The same settings give the same events, byte for byte.
 *
 * @param seed any number
 * @param start when the service opens, with no ticket yet
 * @param ticketsPerHour new tickets per hour of all regions together, mean over a week; staff is
 *     planned for it
 * @param lateShare share of events that arrive seconds to an hour late, 0..1
 * @param duplicateShare share of events that arrive twice, 0..1
 * @param burstEvery mean time between complaint bursts
 */
public record SimulatorSettings(
    long seed,
    Instant start,
    double ticketsPerHour,
    double lateShare,
    double duplicateShare,
    Duration burstEvery) {

  public SimulatorSettings {
    requireThat(
        ticketsPerHour > 0 && ticketsPerHour <= 1e6,
        "ticketsPerHour",
        ticketsPerHour,
        "above 0 and at most 1e6");
    requireThat(lateShare >= 0 && lateShare <= 1, "lateShare", lateShare, "0..1");
    requireThat(
        duplicateShare >= 0 && duplicateShare <= 1, "duplicateShare", duplicateShare, "0..1");
    requireThat(
        burstEvery.compareTo(Duration.ofMinutes(1)) >= 0, "burstEvery", burstEvery, ">= PT1M");
  }

  private static void requireThat(boolean holds, String setting, Object found, String right) {
    if (!holds) {
      throw new IllegalArgumentException(setting + " is " + found + ", must be " + right);
    }
  }

  /** 400 tickets per hour, 1 % late, 0.5 % duplicates, a burst every 3 days. */
  public static SimulatorSettings of(long seed, Instant start) {
    return new SimulatorSettings(seed, start, 400, 0.01, 0.005, Duration.ofDays(3));
  }

  public SimulatorSettings withTicketsPerHour(double rate) {
    return new SimulatorSettings(seed, start, rate, lateShare, duplicateShare, burstEvery);
  }

  public SimulatorSettings withNoise(double late, double duplicate) {
    return new SimulatorSettings(seed, start, ticketsPerHour, late, duplicate, burstEvery);
  }

  public SimulatorSettings withBurstEvery(Duration mean) {
    return new SimulatorSettings(seed, start, ticketsPerHour, lateShare, duplicateShare, mean);
  }
}
