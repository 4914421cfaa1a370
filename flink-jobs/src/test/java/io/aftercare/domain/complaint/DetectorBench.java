package io.aftercare.domain.complaint;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How long 100,000 keys take to close a bin, on one thread: 12,500 regions of a total and seven
 * categories with 0 to 2 complaints each. Not a test: it asserts no figure, and its name keeps it
 * out of every build. CONTRIBUTING says how to run such.
 */
class DetectorBench {
  private static final int REGIONS = 12_500;
  private static final int BINS = Integer.getInteger("bench.bins", 100);
  private static final String[] CATEGORIES = {"a", "b", "c", "d", "e", "f", "g"};
  private static final LocalWeek WEEK = LocalWeek.of(ZoneOffset.UTC);

  @Test
  void hundredThousandKeysCloseBins() {
    List<Family> regions = new ArrayList<>();
    for (int i = 0; i < REGIONS; i++) {
      regions.add(new Family(SpikeTerms.standard()));
    }
    Random random = new Random(1);
    for (int t = 0; t < BINS; t++) {
      List<Map<String, Long>> counts = new ArrayList<>();
      for (int i = 0; i < REGIONS; i++) {
        counts.add(counts(random));
      }
      Bin bin = WEEK.bin(t * Bin.MILLIS, true);
      long start = System.nanoTime();
      int told = 0;
      for (int i = 0; i < REGIONS; i++) {
        told += regions.get(i).learn(bin, counts.get(i), 2.5).size();
      }
      double millis = (System.nanoTime() - start) / 1e6;
      if (t % 10 == 9) {
        System.out.printf("bin %d: %.0f ms, %d scores of 2.5 or more%n", t + 1, millis, told);
      }
    }
    System.out.printf("a key is %,d bytes of numbers%n", Baseline.SIZE * Double.BYTES);
  }

  private static Map<String, Long> counts(Random random) {
    Map<String, Long> counts = new HashMap<>();
    long total = 0;
    for (String category : CATEGORIES) {
      long count = random.nextInt(3);
      total += count;
      counts.put(category, count);
    }
    counts.put(Family.TOTAL, total);
    return counts;
  }
}
