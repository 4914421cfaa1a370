package io.aftercare.domain.complaint;

import java.util.Map;

/**
 * Tells a region that is quiet from one whose source is down: events of any kind are learnt like
 * complaints are, and where none come for longer than chance allows, nothing was heard. The first
 * week only learns; the bins of a silence before it became unbelievable were heard as zero.
 */
final class Heard {
  private final double leastChance;
  private final Family events;
  private double chance;

  /**
   * @param leastChance a silence of less is no chance
   * @param events what is known of all events together; taken over
   * @param chance of the silence that goes on, 1 if none does
   */
  Heard(double leastChance, Family events, double chance) {
    this.leastChance = leastChance;
    this.events = events;
    this.chance = chance;
  }

  Heard copy() {
    return new Heard(leastChance, events.copy(), chance);
  }

  Family events() {
    return events;
  }

  double chance() {
    return chance;
  }

  /** Learns of the bin that follows the last; whether the source was up. */
  boolean learn(Bin bin, long count) {
    boolean up = up(bin, count);
    events.learn(
        new Bin(bin.start(), bin.slot(), up),
        Map.of(Family.TOTAL, count),
        Double.POSITIVE_INFINITY);
    return up;
  }

  private boolean up(Bin bin, long count) {
    Baseline known = events.members().get(Family.TOTAL);
    if (count > 0 || known == null || known.bins() < Bin.PER_WEEK) {
      chance = 1;
      return true;
    }
    Expected expected = events.expected(bin).get(Family.TOTAL);
    chance *= expected == null ? 1 : expected.chanceOfNone();
    return chance >= leastChance;
  }
}
