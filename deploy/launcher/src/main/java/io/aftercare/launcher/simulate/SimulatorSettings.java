package io.aftercare.launcher.simulate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
 * @param absence whose crews stay away, and from when; null: nobody's
 * @param silence of whom nothing arrives, and when; null: of nobody
 */
public record SimulatorSettings(
    long seed,
    Instant start,
    double ticketsPerHour,
    double lateShare,
    double duplicateShare,
    Duration burstEvery,
    @Nullable Absence absence,
    @Nullable Silence silence) {

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
    if (absence != null) {
      requireRegion("absence", absence.region());
    }
    if (silence != null) {
      requireRegion("silence", silence.region());
    }
  }

  private static void requireRegion(String setting, String region) {
    requireThat(Region.names().contains(region), setting, region, "one of " + Region.names());
  }

  private static void requireThat(boolean holds, String setting, Object found, String right) {
    if (!holds) {
      throw new IllegalArgumentException(setting + " is " + found + ", must be " + right);
    }
  }

  /** 400 tickets per hour, 1 % late, 0.5 % duplicates, a burst every 3 days. */
  public static SimulatorSettings of(long seed, Instant start) {
    return new SimulatorSettings(seed, start, 400, 0.01, 0.005, Duration.ofDays(3), null, null);
  }

  public SimulatorSettings withTicketsPerHour(double rate) {
    return new SimulatorSettings(
        seed, start, rate, lateShare, duplicateShare, burstEvery, absence, silence);
  }

  public SimulatorSettings withNoise(double late, double duplicate) {
    return new SimulatorSettings(
        seed, start, ticketsPerHour, late, duplicate, burstEvery, absence, silence);
  }

  public SimulatorSettings withBurstEvery(Duration mean) {
    return new SimulatorSettings(
        seed, start, ticketsPerHour, lateShare, duplicateShare, mean, absence, silence);
  }

  /**
   * The same service until this instant; from then on the crews of a region take no work. What
   * happens elsewhere afterwards differs too: regions hand tickets to one another, so that the work
   * of one is missing at the others.
   */
  public SimulatorSettings withAbsence(String region, Instant from) {
    Absence away = new Absence(region, from);
    return new SimulatorSettings(
        seed, start, ticketsPerHour, lateShare, duplicateShare, burstEvery, away, silence);
  }

  /** The same service, of which nothing of a region's tickets arrives for some time. */
  public SimulatorSettings withSilence(String region, Instant from, Instant until) {
    Silence still = new Silence(region, from, until);
    return new SimulatorSettings(
        seed, start, ticketsPerHour, lateShare, duplicateShare, burstEvery, absence, still);
  }
}
