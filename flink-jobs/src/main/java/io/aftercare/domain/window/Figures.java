package io.aftercare.domain.window;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened in a pane or a window. Figures add up exactly and in any order, and what was added
 * can be taken away again. They change while they are summed; those that were handed on never do.
 */
public final class Figures {
  private static final Figures NOTHING = new Figures();

  private final long[] counts = new long[What.KINDS];
  private final Sketch firstResponse;
  private final Sketch resolution;
  private final SortedMap<String, Long> met = new TreeMap<>();
  private final SortedMap<String, Long> breached = new TreeMap<>();

  /** Nothing happened. */
  public Figures() {
    this(new Sketch(), new Sketch());
  }

  private Figures(Sketch firstResponse, Sketch resolution) {
    this.firstResponse = firstResponse;
    this.resolution = resolution;
  }

  /** The same, apart. */
  public Figures copy() {
    Figures copy = new Figures(firstResponse.copy(), resolution.copy());
    copy.met.putAll(met);
    copy.breached.putAll(breached);
    System.arraycopy(counts, 0, copy.counts, 0, counts.length);
    return copy;
  }

  /** Counts one thing more, or less. */
  public void add(Contribution c) {
    switch (c.what()) {
      case FIRST_RESPONSE -> firstResponse.add(c.millis(), c.sign());
      case RESOLVED -> resolution.add(c.millis(), c.sign());
      case SLA_MET -> plus(met, c.sla(), c.sign());
      case SLA_BREACHED -> plus(breached, c.sla(), c.sign());
      default -> {}
    }
    counts[c.what().place] += c.sign();
  }

  /** Adds to one count alone. */
  public void addCount(What what, long more) {
    counts[what.place] += more;
  }

  /** Adds verdicts alone. */
  public void addVerdicts(String sla, long moreMet, long moreBreached) {
    plus(met, sla, moreMet);
    plus(breached, sla, moreBreached);
  }

  /** Adds all of the other. */
  public void add(Figures other) {
    add(other, 1);
  }

  /** Adds what of the other may be told of a part of a region: no durations and no events. */
  void addCounts(Figures other) {
    for (What what : What.values()) {
      if (what != What.EVENT) {
        counts[what.place] += other.counts[what.place];
      }
    }
    other.met.forEach((sla, count) -> plus(met, sla, count));
    other.breached.forEach((sla, count) -> plus(breached, sla, count));
  }

  /** Takes all of the other away. */
  public void subtract(Figures other) {
    add(other, -1);
  }

  private void add(Figures other, int times) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += times * other.counts[i];
    }
    firstResponse.add(other.firstResponse, times);
    resolution.add(other.resolution, times);
    other.met.forEach((sla, count) -> plus(met, sla, times * count));
    other.breached.forEach((sla, count) -> plus(breached, sla, times * count));
  }

  private static void plus(Map<String, Long> counts, String sla, long more) {
    long now = counts.getOrDefault(sla, 0L) + more;
    if (now == 0) {
      counts.remove(sla);
    } else {
      counts.put(sla, now);
    }
  }

  /** How often it happened. */
  public long count(What what) {
    return counts[what.place];
  }

  /** How long first responses took. */
  public Sketch firstResponse() {
    return firstResponse;
  }

  /** How long resolutions took. */
  public Sketch resolution() {
    return resolution;
  }

  /** Active clocks that were met, by sla; without those of which there are none. */
  public SortedMap<String, Long> met() {
    return met;
  }

  /** Active clocks that were breached, likewise. */
  public SortedMap<String, Long> breached() {
    return breached;
  }

  /** Whether nothing happened, or all of it was taken back. */
  public boolean isEmpty() {
    return equals(NOTHING);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures that
        && Arrays.equals(counts, that.counts)
        && firstResponse.equals(that.firstResponse)
        && resolution.equals(that.resolution)
        && met.equals(that.met)
        && breached.equals(that.breached);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (What what : What.values()) {
      if (count(what) != 0) {
        text.append(what).append(' ').append(count(what)).append(", ");
      }
    }
    for (Map<String, Long> verdicts : List.of(met, breached)) {
      text.append(verdicts).append(", ");
    }
    return text.append(firstResponse).append(", ").append(resolution).toString();
  }
}
