package io.aftercare.domain.complaint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A region's total and its categories, which step together from bin to bin: what each expects is
 * read before any learns, and the total's week is what the categories' weeks are shrunk to. One
 * without a total is keys of their own.
 *
 * <p>Scores depend on the counts of the bins learnt and of the bin in question, and on nothing
 * else. A category joins with the first bin that counts it and stays. For one thread.
 */
public final class Family {
  /** Stands for the region's total among its categories. */
  public static final String TOTAL = "*";

  /** Stands for the count of a key whose source alone was down. */
  public static final long DOWN = -1;

  /** Before the first bin. */
  public static final long NEVER = Long.MIN_VALUE;

  /** Read only. */
  private static final Baseline NOBODY = new Baseline();

  private final Detector detector;
  private final TreeMap<String, Baseline> members;
  private final List<Outlook> outlooks = new ArrayList<>();
  private long last;

  /** Nothing is known of it. */
  public Family(SpikeTerms terms) {
    this(new Detector(terms), NEVER, Map.of());
  }

  private Family(Detector detector, long last, Map<String, Baseline> members) {
    this.detector = detector;
    this.last = last;
    this.members = new TreeMap<>(members);
  }

  /**
   * As it was kept.
   *
   * @param last start of the bin learnt last
   * @param members by category, taken over and not copied
   */
  public static Family of(SpikeTerms terms, long last, Map<String, Baseline> members) {
    return new Family(new Detector(terms), last, members);
  }

  /** The same, apart. */
  public Family copy() {
    TreeMap<String, Baseline> copies = new TreeMap<>();
    members.forEach((category, baseline) -> copies.put(category, baseline.copy()));
    return new Family(detector, last, copies);
  }

  /** Start of the bin learnt last, ms since 1970; {@link #NEVER} before the first. */
  public long last() {
    return last;
  }

  /** What is known, by category, {@link #TOTAL} first; to be kept. */
  public SortedMap<String, Baseline> members() {
    return Collections.unmodifiableSortedMap(members);
  }

  /**
   * Judges the bin that follows the last one, as if it ended now; read only. Called for a bin that
   * is still open it can only say too little.
   *
   * @param counts complaints by category; who is not in it had none, {@link #DOWN} had no source
   * @param floor who scores less is not told of
   * @return in the order of categories
   */
  public List<Score> score(Bin bin, Map<String, Long> counts, double floor) {
    check(bin);
    return step(withStrangers(counts), bin, counts, floor, false);
  }

  /** Judges the bin that follows the last one, and then learns of it: it is final. */
  public List<Score> learn(Bin bin, Map<String, Long> counts, double floor) {
    check(bin);
    if (bin.up()) {
      counts.forEach((category, count) -> join(category, count));
    }
    List<Score> scores = step(members, bin, counts, floor, true);
    last = bin.start();
    return scores;
  }

  /**
   * Goes through bins without a source, to the one before this. As {@link #learn} of each, but long
   * stretches take no longer than short ones.
   *
   * @param next start of the bin that is to come next; nothing happens before the first bin
   */
  public void pass(long next) {
    long bins = last == NEVER ? 0 : (next - last) / Bin.MILLIS - 1;
    if (bins < 0) {
      throw new IllegalArgumentException("%d comes before %d".formatted(next, last));
    }
    long stepped = Math.min(bins, Baseline.RING);
    for (long i = 0; i < stepped; i++) {
      learn(new Bin(last + Bin.MILLIS, 0, false), Map.of(), Double.POSITIVE_INFINITY);
    }
    members.values().forEach(member -> member.values()[Baseline.BINS] += bins - stepped);
    last += (bins - stepped) * Bin.MILLIS;
  }

  /** What each member expects of the bin that follows the last one. */
  public Map<String, Expected> expected(Bin bin) {
    check(bin);
    readAll(members, bin.slot());
    Map<String, Expected> expected = new TreeMap<>();
    int at = 0;
    for (Map.Entry<String, Baseline> member : members.entrySet()) {
      Outlook outlook = outlooks.get(at++);
      Scan scan = detector.score(member.getValue().values(), outlook, 0, true);
      expected.put(member.getKey(), new Expected(outlook.mean, scan.varianceOfBin()));
    }
    return expected;
  }

  /** How widely a member's counts scatter in windows of this length. */
  public Dispersion dispersion(String category, int windowMinutes) {
    Baseline known = members.getOrDefault(category, NOBODY);
    return detector.dispersion(known.values(), windowMinutes);
  }

  private void join(String category, long count) {
    if (count != DOWN) {
      members.computeIfAbsent(category, none -> new Baseline());
    }
  }

  private void check(Bin bin) {
    if (last != NEVER && bin.start() != last + Bin.MILLIS) {
      throw new IllegalArgumentException(
          "after the bin of %d comes %d, not %d".formatted(last, last + Bin.MILLIS, bin.start()));
    }
  }

  /** Members, and who is none yet. */
  private SortedMap<String, Baseline> withStrangers(Map<String, Long> counts) {
    if (members.keySet().containsAll(counts.keySet())) {
      return members;
    }
    TreeMap<String, Baseline> all = new TreeMap<>(members);
    counts.keySet().forEach(category -> all.putIfAbsent(category, NOBODY));
    return all;
  }

  private List<Score> step(
      SortedMap<String, Baseline> members,
      Bin bin,
      Map<String, Long> counts,
      double floor,
      boolean learn) {
    readAll(members, bin.slot());
    List<Score> told = new ArrayList<>();
    int at = 0;
    for (Map.Entry<String, Baseline> member : members.entrySet()) {
      String category = member.getKey();
      double[] key = member.getValue().values();
      long count = bin.up() ? counts.getOrDefault(category, 0L) : DOWN;
      Outlook outlook = outlooks.get(at++);
      boolean up = count != DOWN;
      Scan scan =
          learn
              ? detector.learn(key, outlook, bin.slot(), (double) count, up)
              : detector.score(key, outlook, (double) count, up);
      if (scan.score() >= floor) {
        told.add(scan.told(category));
      }
    }
    return told;
  }

  private void readAll(SortedMap<String, Baseline> members, int slot) {
    double[] parent = total();
    int at = 0;
    for (Map.Entry<String, Baseline> member : members.entrySet()) {
      if (at == outlooks.size()) {
        outlooks.add(new Outlook());
      }
      double[] key = member.getValue().values();
      detector.read(key, key == parent ? null : parent, slot, outlooks.get(at++));
    }
  }

  private double @Nullable [] total() {
    Baseline total = members.get(TOTAL);
    return total == null ? null : total.values();
  }
}
