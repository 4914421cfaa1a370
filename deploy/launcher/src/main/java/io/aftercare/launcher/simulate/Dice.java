package io.aftercare.launcher.simulate;

import java.util.SplittableRandom;

/**
 * Random draws that are the same on every machine: only {@link SplittableRandom#nextLong()} is used
 * (SplitMix64; Steele, Lea and Flood 2014) and {@link StrictMath}, whose results are exact bits.
 * Spans are milliseconds.
 */
final class Dice {
  private static final double TO_UNIT = 0x1.0p-53;

  private final SplittableRandom source;

  private Dice(long seed) {
    this.source = new SplittableRandom(seed);
  }

  /** An independent stream of draws for each purpose, so that one never shifts another. */
  static Dice of(long seed, String purpose) {
    return new Dice(StableHash.mix(seed ^ StableHash.mix(purpose.hashCode())));
  }

  /** Uniform in [0, 1). */
  double unit() {
    return (source.nextLong() >>> 11) * TO_UNIT;
  }

  boolean chance(double share) {
    return unit() < share;
  }

  /** Uniform in [0, bound). */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  /** Uniform in [low, high). */
  long between(long low, long high) {
    return low + (long) (unit() * (high - low));
  }

  /** Exponential; inverse of the distribution function. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /** Standard normal (Box and Muller 1958). */
  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /** Log-normal around a median; service and waiting times are (Brown et al. 2005). */
  long aboutMillis(long medianMillis, double sigma) {
    return (long) (medianMillis * StrictMath.exp(sigma * gaussian()));
  }
}
