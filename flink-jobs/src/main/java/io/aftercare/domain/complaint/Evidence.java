package io.aftercare.domain.complaint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bins of a region that are still needed: those that are not final, and those that windows over
 * them reach back to; and how usual is what complaints have in common.
 */
final class Evidence {
  private static final long REACH = Baseline.RING * Bin.MILLIS;

  private final NavigableMap<Long, BinCounts> bins = new TreeMap<>();
  private final Map<String, Map<String, Shares>> usual = new HashMap<>();

  BinCounts at(long bin) {
    return bins.getOrDefault(bin, BinCounts.NOTHING);
  }

  BinCounts add(CaseCount count) {
    return bins.merge(
        count.bin(), BinCounts.NOTHING.plus(count), (before, first) -> before.plus(count));
  }

  void restore(long bin, BinCounts counts) {
    bins.put(bin, counts);
  }

  void restore(String category, String dimension, Shares shares) {
    usual.computeIfAbsent(category, c -> new TreeMap<>()).put(dimension, shares);
  }

  boolean isEmpty() {
    return bins.isEmpty();
  }

  long first() {
    return bins.firstKey();
  }

  /** Drops what no window over the bin reaches any more; what was dropped. */
  List<Long> dropBehind(long bin) {
    NavigableMap<Long, BinCounts> old = bins.headMap(bin - REACH, false);
    List<Long> dropped = List.copyOf(old.keySet());
    old.clear();
    return dropped;
  }

  /** Drops first bins that nothing follows for so long; what was dropped. */
  List<Long> dropLonely(long now, long gap) {
    List<Long> dropped = new ArrayList<>();
    while (!bins.isEmpty()) {
      long first = bins.firstKey();
      Long next = bins.higherKey(first);
      if ((next == null ? now : next) - first <= gap) {
        break;
      }
      bins.remove(first);
      dropped.add(first);
    }
    return dropped;
  }

  /** How many complained of a category in the bins from one to another, at least. */
  int customers(String category, long from, long to) {
    Set<Long> customers = new HashSet<>();
    bins.subMap(from, true, to, true)
        .values()
        .forEach(
            bin ->
                bin.customers()
                    .forEach(
                        (each, who) -> {
                          if (category.equals(Family.TOTAL) || category.equals(each)) {
                            for (int i = 0; i < who.size(); i++) {
                              customers.add(who.customerAt(i));
                            }
                          }
                        }));
    return customers.size();
  }

  /** Complaints of a category in the bins from one to another. */
  long complaints(String category, long from, long to) {
    return bins.subMap(from, true, to, true).values().stream()
        .mapToLong(bin -> bin.byCategory().getOrDefault(category, 0L))
        .sum();
  }

  /** What the complaints of a category from one bin to another have in common. */
  List<Drivers.Tally> tallies(String category, long from, long to) {
    Map<String, Map<String, Long>> observed = new TreeMap<>();
    bins.subMap(from, true, to, true).values().forEach(bin -> count(bin, category, observed));
    List<Drivers.Tally> tallies = new ArrayList<>();
    observed.forEach(
        (dimension, values) ->
            tallies.add(new Drivers.Tally(dimension, values, usual(category, dimension))));
    return tallies;
  }

  private Shares usual(String category, String dimension) {
    Shares known = usual.getOrDefault(category, Map.of()).get(dimension);
    return known == null ? new Shares() : known;
  }

  private static void count(
      BinCounts bin, String category, Map<String, Map<String, Long>> observed) {
    bin.complaints()
        .forEach(
            (trait, count) -> {
              if (trait.isOf(category)) {
                trait
                    .dimensions(category)
                    .forEach(
                        (dimension, value) ->
                            observed
                                .computeIfAbsent(dimension, d -> new TreeMap<>())
                                .merge(value, count, Long::sum));
              }
            });
  }

  /** What was learnt of a dimension. */
  interface Learnt {
    void shares(String category, String dimension, Shares shares);
  }

  /** Learns what a bin's complaints had in common, but for those of the categories in alarm. */
  void learn(long bin, Set<String> alarmed, Learnt learnt) {
    BinCounts counts = bins.get(bin);
    if (counts == null) {
      return;
    }
    for (String category : counts.byCategory().keySet()) {
      if (!alarmed.contains(category)) {
        Map<String, Map<String, Long>> observed = new TreeMap<>();
        count(counts, category, observed);
        observed.forEach(
            (dimension, values) ->
                learnt.shares(category, dimension, learn(category, dimension, bin, values)));
      }
    }
  }

  private Shares learn(String category, String dimension, long bin, Map<String, Long> values) {
    Map<String, Shares> of = usual.computeIfAbsent(category, c -> new TreeMap<>());
    @Nullable Shares before = of.get(dimension);
    Shares now = before == null ? new Shares() : before.copy();
    now.learn(bin, values);
    of.put(dimension, now);
    return now;
  }
}
