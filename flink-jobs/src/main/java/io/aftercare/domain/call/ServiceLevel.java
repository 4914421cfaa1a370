package io.aftercare.domain.call;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The definitions of service level that the field uses, all from the same settled waits. With T =
 * answered in time, A = answered, S = short abandons, B = other abandons, Bt = those in time, V =
 * overflowed + voicemail + closed + failed. Waits that end in a callback or a transfer are in none.
 */
public enum ServiceLevel {
  /** T / A. */
  OF_ANSWERED,
  /** T / (A + B + S + V). */
  OF_OFFERED,
  /** T / (A + B + V). */
  EXCL_SHORT_ABANDONS,
  /** T / (A + V). */
  EXCL_ALL_ABANDONS,
  /** (T + Bt) / (A + B + V). */
  ABANDON_IN_TIME_COUNTS;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** How many waits it is a share of. */
  public long of(OutcomeCounts counts) {
    long answered = counts.answered();
    long hardlyWaited = counts.of(Outcome.ABANDONED_SHORT);
    long others = counts.abandoned() - hardlyWaited;
    long away = counts.turnedAway();
    return switch (this) {
      case OF_ANSWERED -> answered;
      case OF_OFFERED -> answered + others + hardlyWaited + away;
      case EXCL_SHORT_ABANDONS, ABANDON_IN_TIME_COUNTS -> answered + others + away;
      case EXCL_ALL_ABANDONS -> answered + away;
    };
  }

  /** How many of them count as well served. */
  public long served(OutcomeCounts counts) {
    long inTime = counts.of(Outcome.ANSWERED_IN_TIME);
    return this == ABANDON_IN_TIME_COUNTS ? inTime + counts.of(Outcome.ABANDONED_IN_TIME) : inTime;
  }

  /** The share; empty where there is nothing to be a share of. */
  public OptionalDouble ratio(OutcomeCounts counts) {
    long all = of(counts);
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) served(counts) / all);
  }

  /** The word used in labels and files. */
  public String label() {
    return label;
  }
}
