package io.aftercare.domain.complaint;

import org.jspecify.annotations.Nullable;

/**
 * How many times an average bin each one of the week is. An hour is what it saw against what was
 * due; where that is little, what its hour saw on all days alike, times its day of the week; where
 * that is little, what the region saw. Between the middles of hours it is a straight line.
 */
final class WeekShape {
  private static final int HOURS = 168;
  private static final int DAY = 24;
  private static final int WEEKEND = 5;

  private final SpikeTerms.Profile terms;
  private final double hourKeep;
  private final double weekdayKeep;
  private final double weekendKeep;
  private final double dayKeep;

  WeekShape(SpikeTerms.Profile terms) {
    this.terms = terms;
    double visits = terms.halfLifeVisits() * Bin.PER_HOUR;
    hourKeep = Detector.keep(visits);
    weekdayKeep = Detector.keep(visits * WEEKEND);
    weekendKeep = Detector.keep(visits * 2);
    dayKeep = Detector.keep(visits * DAY);
  }

  void read(double[] key, double @Nullable [] parent, int slot, Outlook out) {
    double at = (slot + 0.5) / Bin.PER_HOUR - 0.5;
    int before = (int) Math.floor(at);
    double after = at - before;
    int first = (before + HOURS) % HOURS;
    int second = (before + 1) % HOURS;
    double q1 = prior(key, parent, first);
    double q2 = prior(key, parent, second);
    double share = (1 - after) * share(key, first, q1) + after * share(key, second, q2);
    out.share = Math.max(terms.floor(), share);
    out.shareError = (1 - after) * error(key, first, q1) + after * error(key, second, q2);
  }

  private double share(double[] key, int hour, double prior) {
    return (key[Baseline.HOUR_SEEN + hour] + terms.hourWeight() * prior)
        / (key[Baseline.HOUR_DUE + hour] + terms.hourWeight());
  }

  private double error(double[] key, int hour, double prior) {
    return 1 / (key[Baseline.HOUR_SEEN + hour] + terms.hourWeight() * prior);
  }

  private double prior(double[] key, double @Nullable [] parent, int hour) {
    double above = parent == null ? 1 : block(parent, hour, 1);
    return block(key, hour, above) * day(key, hour / DAY);
  }

  private double block(double[] key, int hour, double prior) {
    int at = blockOf(hour);
    int base = at - at % DAY;
    int left = base + (at + DAY - 1) % DAY;
    int right = base + (at + 1) % DAY;
    double weight = terms.blockWeight();
    return (beside(key, Baseline.BLOCK_SEEN, at, left, right) + weight * prior)
        / (beside(key, Baseline.BLOCK_DUE, at, left, right) + weight);
  }

  private double beside(double[] key, int of, int at, int left, int right) {
    return key[of + at] + terms.smooth() * (key[of + left] + key[of + right]);
  }

  private double day(double[] key, int day) {
    return (key[Baseline.DAY_SEEN + day] + terms.dayWeight())
        / (key[Baseline.DAY_DUE + day] + terms.dayWeight());
  }

  private static int blockOf(int hour) {
    return hour % DAY + (hour / DAY >= WEEKEND ? DAY : 0);
  }

  /** Learns of a bin, at the rate that was expected when it began. */
  void learn(double[] key, int slot, double count, double rate) {
    int hour = slot / Bin.PER_HOUR;
    int day = hour / DAY;
    int block = blockOf(hour);
    double byDay = day(key, day);
    double byBlock =
        (key[Baseline.BLOCK_SEEN + block] + terms.blockWeight())
            / (key[Baseline.BLOCK_DUE + block] + terms.blockWeight());
    double blockKeep = day >= WEEKEND ? weekendKeep : weekdayKeep;
    Detector.learn(key, Baseline.HOUR_SEEN + hour, hourKeep, count);
    Detector.learn(key, Baseline.HOUR_DUE + hour, hourKeep, rate);
    Detector.learn(key, Baseline.BLOCK_SEEN + block, blockKeep, count);
    Detector.learn(key, Baseline.BLOCK_DUE + block, blockKeep, rate * byDay);
    Detector.learn(key, Baseline.DAY_SEEN + day, dayKeep, count);
    Detector.learn(key, Baseline.DAY_DUE + day, dayKeep, rate * byBlock);
  }
}
