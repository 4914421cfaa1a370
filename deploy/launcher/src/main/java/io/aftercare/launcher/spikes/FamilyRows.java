package io.aftercare.launcher.spikes;

import io.aftercare.domain.complaint.Bin;
import io.aftercare.domain.complaint.Family;
import io.aftercare.domain.complaint.Score;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of a file that step together. A key that had rows and has none in this bin is down; a
 * total that never had a row is the sum of the categories.
 */
final class FamilyRows {
  private final String name;
  private final boolean hasCategories;
  private final Map<String, Long> counts = new HashMap<>();
  private final Family family;
  private boolean totalGiven;

  /** Goes on from what is known, if anything. */
  FamilyRows(CountKey first, Family family) {
    name = first.family();
    hasCategories = name.endsWith("/");
    this.family = family;
  }

  /** A key joins. */
  void has(CountKey key) {
    totalGiven |= key.category().equals(Family.TOTAL);
  }

  void count(String category, long count) {
    counts.put(category, count);
  }

  /** Judges and learns the bin of the rows taken since the last one. */
  List<Score> learn(Bin bin, double floor) {
    family.pass(bin.start());
    for (String member : family.members().keySet()) {
      counts.putIfAbsent(member, Family.DOWN);
    }
    if (!totalGiven && hasCategories) {
      counts.put(Family.TOTAL, sum());
    }
    List<Score> scores = family.learn(bin, counts, floor);
    counts.clear();
    return scores;
  }

  private long sum() {
    long sum = 0;
    for (Map.Entry<String, Long> each : counts.entrySet()) {
      if (!each.getKey().equals(Family.TOTAL)) {
        sum += Math.max(0, each.getValue());
      }
    }
    return sum;
  }

  /** Whether the file names the category; a total that is a sum has no rows of its own. */
  boolean names(String category) {
    return totalGiven || !hasCategories || !category.equals(Family.TOTAL);
  }

  /** The key as the file has it. */
  String text(String category) {
    return hasCategories ? name + category : name;
  }

  Family family() {
    return family;
  }

  /** The name of the region. */
  String region() {
    return CountKey.region(name);
  }
}
