package io.aftercare.domain.complaint;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How usual each value of a dimension is: counts that weigh half after two weeks. At most {@value
 * #MOST} values are kept; the least usual make room.
 */
public final class Shares {
  /** How many values are kept. */
  public static final int MOST = 128;

  private static final double HALF_LIFE_BINS = 14 * Bin.PER_DAY;
  private static final double UNSEEN = 0.5;
  private static final double NOTHING_LEFT = 0.01;

  private final SortedMap<String, Double> weights;
  private long asOf;

  /** Nothing was seen. */
  public Shares() {
    this(0, Map.of());
  }

  private Shares(long asOf, Map<String, Double> weights) {
    this.asOf = asOf;
    this.weights = new TreeMap<>(weights);
  }

  /** As they were kept. */
  public static Shares of(long asOf, Map<String, Double> weights) {
    return new Shares(asOf, weights);
  }

  /** Learns what a bin counted; bins in order of time. */
  public void learn(long binStart, Map<String, Long> counts) {
    fade(binStart);
    counts.forEach((value, count) -> weights.merge(value, (double) count, Double::sum));
    while (weights.size() > MOST) {
      weights.entrySet().stream()
          .min(
              Map.Entry.<String, Double>comparingByValue()
                  .thenComparing(Comparator.comparing(Map.Entry::getKey)))
          .ifPresent(least -> weights.remove(least.getKey()));
    }
  }

  private void fade(long binStart) {
    double bins = (binStart - asOf) / (double) Bin.MILLIS;
    asOf = binStart;
    if (!weights.isEmpty() && bins > 0) {
      double keep = Math.pow(0.5, bins / HALF_LIFE_BINS);
      weights.replaceAll((value, weight) -> weight * keep);
      weights.values().removeIf(weight -> weight < NOTHING_LEFT);
    }
  }

  /** Start of the bin learnt last, ms since 1970; to be kept. */
  public long asOf() {
    return asOf;
  }

  /** What each value weighs; to be kept. */
  public SortedMap<String, Double> weights() {
    return new TreeMap<>(weights);
  }

  /** The same, apart. */
  public Shares copy() {
    return new Shares(asOf, weights);
  }

  /** The share of each value that is known or was seen now; they add up to 1. */
  SortedMap<String, Double> among(Iterable<String> seen) {
    SortedMap<String, Double> shares = new TreeMap<>();
    weights.forEach((value, weight) -> shares.put(value, weight + UNSEEN));
    seen.forEach(value -> shares.putIfAbsent(value, UNSEEN));
    double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    shares.replaceAll((value, weight) -> weight / all);
    return shares;
  }
}
