package io.aftercare.domain.window;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Knows sums of unknown numbers, and finds out what follows from them: a sum is determined if and
 * only if it is a combination of the sums that are known. Gauss, over exact fractions.
 */
final class Attacker {
  private final Map<Integer, NavigableMap<Integer, Fraction>> known = new HashMap<>();
  private final Set<Collection<Integer>> seen = new HashSet<>();

  /** The sum of these unknowns was published. */
  void learnSum(Set<Integer> unknowns) {
    if (seen.add(Set.copyOf(unknowns))) {
      learn(row(unknowns));
    }
  }

  /** Two sums are known to be equal. */
  void learnEqual(Set<Integer> one, Set<Integer> other) {
    NavigableMap<Integer, Fraction> row = row(one);
    other.forEach(unknown -> row.put(unknown, new Fraction(-1, 1)));
    learn(row);
  }

  private void learn(NavigableMap<Integer, Fraction> row) {
    NavigableMap<Integer, Fraction> rest = reduce(row);
    if (!rest.isEmpty()) {
      Fraction lead = rest.firstEntry().getValue();
      rest.replaceAll((unknown, factor) -> factor.dividedBy(lead));
      known.put(rest.firstKey(), rest);
    }
  }

  /** Whether the sum of these follows. */
  boolean determines(Set<Integer> unknowns) {
    return reduce(row(unknowns)).isEmpty();
  }

  private static NavigableMap<Integer, Fraction> row(Set<Integer> unknowns) {
    NavigableMap<Integer, Fraction> row = new TreeMap<>();
    unknowns.forEach(unknown -> row.put(unknown, Fraction.ONE));
    return row;
  }

  private NavigableMap<Integer, Fraction> reduce(NavigableMap<Integer, Fraction> row) {
    NavigableMap<Integer, Fraction> rest = new TreeMap<>(row);
    NavigableMap<Integer, Fraction> irreducible = new TreeMap<>();
    while (!rest.isEmpty()) {
      Map.Entry<Integer, Fraction> first = rest.firstEntry();
      NavigableMap<Integer, Fraction> pivot = known.get(first.getKey());
      if (pivot == null) {
        irreducible.put(first.getKey(), first.getValue());
        rest.remove(first.getKey());
        continue;
      }
      Fraction factor = first.getValue();
      pivot.forEach(
          (unknown, value) -> {
            Fraction left = rest.getOrDefault(unknown, Fraction.ZERO).minus(value.times(factor));
            if (left.isZero()) {
              rest.remove(unknown);
            } else {
              rest.put(unknown, left);
            }
          });
    }
    return irreducible;
  }
}
