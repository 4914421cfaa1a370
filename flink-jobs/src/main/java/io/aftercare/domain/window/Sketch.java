package io.aftercare.domain.window;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How often spans of about a length occurred: counts in buckets whose bounds grow by the factor
 * gamma = (1 + alpha) / (1 - alpha), alpha = 1 %. Bucket i holds gamma^(i-1) &lt; x &lt;= gamma^i
 * (in ms) and stands for 2 gamma^i / (gamma + 1), which is within alpha of all it holds; 0 ms and
 * less is a bucket of its own. Counts and the sum are exact, so adding, merging and taking away can
 * be done in any order and undo each other (the buckets are those of DDSketch, Masson et al. 2019).
 */
public final class Sketch {
  /** The relative error of a quantile. */
  public static final double ALPHA = 0.01;

  private static final double GAMMA = (1 + ALPHA) / (1 - ALPHA);
  // StrictMath: what is taken away elsewhere must be found in the bucket where it was put.
  private static final double LOG_GAMMA = StrictMath.log(GAMMA);
  private static final int ZERO = -1;
  private static final int PERCENT = 100;

  private int[] buckets = new int[0];
  private long[] counts = new long[0];
  private int size;
  private long count;
  private long sum;

  /** Puts in (or, less than 0 times, takes out) a span. */
  public void add(long millis, long times) {
    put(bucket(millis), times);
    sum += millis * times;
  }

  /** Adds a bucket as another sketch has it; its part of the sum is added apart. */
  public void addBucket(int bucket, long times) {
    put(bucket, times);
  }

  /** Adds to the sum alone, ms. */
  public void addSum(long millis) {
    sum += millis;
  }

  private static int bucket(long millis) {
    return millis <= 0 ? ZERO : (int) Math.ceil(StrictMath.log((double) millis) / LOG_GAMMA);
  }

  private void put(int bucket, long times) {
    count += times;
    int at = Arrays.binarySearch(buckets, 0, size, bucket);
    if (at >= 0) {
      counts[at] += times;
      if (counts[at] == 0) {
        removeAt(at);
      }
    } else if (times != 0) {
      insertAt(-at - 1, bucket, times);
    }
  }

  private void insertAt(int at, int bucket, long times) {
    if (size == buckets.length) {
      int room = Math.max(4, size * 2);
      buckets = Arrays.copyOf(buckets, room);
      counts = Arrays.copyOf(counts, room);
    }
    System.arraycopy(buckets, at, buckets, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    buckets[at] = bucket;
    counts[at] = times;
    size++;
  }

  private void removeAt(int at) {
    size--;
    System.arraycopy(buckets, at + 1, buckets, at, size - at);
    System.arraycopy(counts, at + 1, counts, at, size - at);
  }

  /** Adds all of the other, as often as {@code times} says: 1, or -1 to take it away. */
  public void add(Sketch other, int times) {
    for (int i = 0; i < other.size; i++) {
      put(other.buckets[i], times * other.counts[i]);
    }
    sum += times * other.sum;
  }

  /** The same, apart. */
  public Sketch copy() {
    Sketch copy = new Sketch();
    copy.buckets = Arrays.copyOf(buckets, size);
    copy.counts = Arrays.copyOf(counts, size);
    copy.size = size;
    copy.count = count;
    copy.sum = sum;
    return copy;
  }

  /** How many spans. */
  public long count() {
    return count;
  }

  /** Of all spans together, ms. */
  public long sum() {
    return sum;
  }

  /** How many buckets are not empty. */
  public int size() {
    return size;
  }

  /** How many spans are of 0 ms: they have a bucket of their own, the first. */
  public long zeros() {
    return size > 0 && buckets[0] == ZERO ? counts[0] : 0;
  }

  /** Which bucket is the i-th that is not empty; they rise. */
  public int bucketAt(int i) {
    return buckets[i];
  }

  /** What the i-th bucket that is not empty holds. */
  public long countAt(int i) {
    return counts[i];
  }

  /**
   * The span that {@code percent} of a hundred do not exceed, by nearest rank: of n in order the
   * one at ceil(percent n / 100), at least the first. In ms; absent if there is none.
   */
  public OptionalDouble quantile(int percent) {
    long rank = Math.max(1, (percent * count + PERCENT - 1) / PERCENT);
    long seen = 0;
    for (int i = 0; i < size; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return OptionalDouble.of(value(buckets[i]));
      }
    }
    return OptionalDouble.empty();
  }

  private static double value(int bucket) {
    return bucket == ZERO ? 0 : 2 * StrictMath.pow(GAMMA, bucket) / (GAMMA + 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sketch that
        && count == that.count
        && sum == that.sum
        && Arrays.equals(buckets, 0, size, that.buckets, 0, that.size)
        && Arrays.equals(counts, 0, size, that.counts, 0, that.size);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(31 * count + sum);
  }

  @Override
  public String toString() {
    return count + " spans of " + sum + " ms";
  }
}
