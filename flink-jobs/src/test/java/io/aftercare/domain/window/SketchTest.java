package io.aftercare.domain.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Quantiles are within 1 % of the exact ones, counts and sums are exact, and all can be undone. */
class SketchTest {
  private static final long YEAR = 365L * 24 * 3600 * 1000;
  private static final double ROUNDING = 1e-9;

  /** What spans look like, from seconds in a chat to years on a shelf. */
  private static final Map<String, ToLongFunction<SplittableRandom>> SPANS = new LinkedHashMap<>();

  static {
    SPANS.put("any", random -> random.nextLong(100_000));
    SPANS.put("small", random -> random.nextLong(4));
    SPANS.put("log", SketchTest::anyLength);
    SPANS.put("tail", random -> (long) (30_000 / Math.pow(1 - random.nextDouble(), 1.2)));
    SPANS.put("two peaks", random -> random.nextBoolean() ? 200 : 3 * YEAR + random.nextLong(9));
    SPANS.put("zeros", random -> random.nextInt(10) < 9 ? 0 : random.nextLong(YEAR));
  }

  private static long anyLength(SplittableRandom random) {
    return (long) Math.exp(random.nextDouble() * Math.log(5.0 * YEAR));
  }

  @Test
  void quantilesAreWithinOnePercentOfTheExactNearestRank() {
    SplittableRandom random = new SplittableRandom(20260701);
    SPANS.forEach(
        (name, spans) -> {
          for (int n : new int[] {1, 2, 3, 7, 10, 99, 100, 101, 1000}) {
            check(name + " of " + n, n, spans, random.split());
          }
        });
  }

  private static void check(
      String name, int n, ToLongFunction<SplittableRandom> spans, SplittableRandom random) {
    long[] exact = new long[n];
    Sketch sketch = new Sketch();
    for (int i = 0; i < n; i++) {
      exact[i] = spans.applyAsLong(random);
      sketch.add(exact[i], 1);
    }
    assertThat(sketch.count()).isEqualTo(n);
    assertThat(sketch.sum()).isEqualTo(Arrays.stream(exact).sum());
    Arrays.sort(exact);
    for (int percent : new int[] {1, 50, 90, 95, 99, 100}) {
      // By definition: the least value that at least so many percent of all do not exceed.
      int rank = 1;
      while (100L * rank < (long) percent * n) {
        rank++;
      }
      long is = exact[rank - 1];
      assertThat(sketch.quantile(percent).orElseThrow())
          .describedAs("p%d of %s", percent, name)
          .isBetween(is * (1 - Sketch.ALPHA) - ROUNDING, is * (1 + Sketch.ALPHA + ROUNDING));
    }
  }

  @Test
  void ofNothingThereIsNoQuantileAndZeroIsZero() {
    Sketch sketch = new Sketch();
    assertThat(sketch.quantile(50)).isEmpty();
    sketch.add(0, 1);
    assertThat(sketch.quantile(99)).hasValue(0);
    sketch.add(1, 2);
    assertThat(sketch.quantile(50).orElseThrow()).isBetween(0.99, 1.01);
    assertThat(sketch.quantile(1)).hasValue(0);
  }

  @Test
  void everyBucketStandsForItsWholeRange() {
    for (long span = 1; span < 100 * YEAR; span += 1 + span / 700) {
      Sketch sketch = new Sketch();
      sketch.add(span, 1);
      assertThat(sketch.quantile(50).orElseThrow() / span)
          .isBetween(1 - Sketch.ALPHA - ROUNDING, 1 + Sketch.ALPHA + ROUNDING);
    }
  }

  @Test
  void mergingIsTheUnionAndTakingAwayUndoesItInAnyOrder() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 200; round++) {
      Sketch a = new Sketch();
      Sketch b = new Sketch();
      Sketch union = new Sketch();
      for (int i = random.nextInt(60); i > 0; i--) {
        long span = anyLength(random);
        (random.nextBoolean() ? a : b).add(span, 1);
        union.add(span, 1);
      }
      Sketch merged = a.copy();
      merged.add(b, 1);
      assertThat(merged).isEqualTo(union);
      merged.add(a, -1);
      assertThat(merged).isEqualTo(b);
      merged.add(b, -1);
      assertThat(merged).isEqualTo(new Sketch());
      assertThat(merged.size()).isZero();
      merged.add(b, -1); // taken away before it comes
      merged.add(b, 1);
      assertThat(merged).isEqualTo(new Sketch());
    }
  }

  @Test
  void aCopyIsApart() {
    Sketch sketch = new Sketch();
    sketch.add(5, 1);
    Sketch copy = sketch.copy();
    sketch.add(5, 1);
    copy.add(1_000, 1);
    assertThat(sketch.count()).isEqualTo(2);
    assertThat(copy.size()).isEqualTo(2);
    assertThat(copy.sum()).isEqualTo(1_005);
  }
}
