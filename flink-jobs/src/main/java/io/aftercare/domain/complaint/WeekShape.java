package io.aftercare.domain.complaint;

import org.jspecify.annotations.Nullable;

/**
 * How many times an average bin each one of the week is. An hour is what it saw against what was
 * due; where that is little, what its hour saw on all days alike, times its day of the week; where
 * that is little, the day in broad strokes; and all that as a multiple of what the region sees.
 * Between the middles of hours it is a straight line.
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

  /** How near an hour is that comes so many hours later, from -24 on. */
  private final double[] kernel = new double[2 * DAY];

  WeekShape(SpikeTerms.Profile terms) {
    this.terms = terms;
    double visits = terms.halfLifeVisits() * Bin.PER_HOUR;
    hourKeep = Detector.keep(visits);
    weekdayKeep = Detector.keep(visits * WEEKEND);
    weekendKeep = Detector.keep(visits * 2);
    dayKeep = Detector.keep(visits * DAY);
    for (int i = 0; i < kernel.length; i++) {
      int apart = Math.abs(i - DAY) % DAY;
      double hours = Math.min(apart, DAY - apart) / terms.broadHours();
      kernel[i] = Math.exp(-hours * hours / 2);
    }
  }

  void read(double[] key, double @Nullable [] parent, int slot, Outlook out) {
    double at = (slot + 0.5) / Bin.PER_HOUR - 0.5;
    int before = (int) Math.floor(at);
    double after = at - before;
    int first = (before + HOURS) % HOURS;
    int second = (before + 1) % HOURS;
    double above1 = above(parent, first);
    double above2 = above(parent, second);
    double q1 = prior(key, above1, first);
    double q2 = prior(key, above2, second);
    out.above = slot / Bin.PER_HOUR == first ? above1 : above2;
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

  /** What an hour is shrunk to: what is known above it, its block and its day of the week. */
  private double prior(double[] key, double above, int hour) {
    return block(key, hour, above) * day(key, hour / DAY);
  }

  /** What the region says of an hour; of a total, nothing. */
  private double above(double @Nullable [] parent, int hour) {
    if (parent == null) {
      return 1;
    }
    double block = block(parent, hour, 1);
    return terms.relative() ? block * day(parent, hour / DAY) : block;
  }

  private double block(double[] key, int hour, double above) {
    int at = blockOf(hour);
    int base = at - at % DAY;
    int left = base + (at + DAY - 1) % DAY;
    int right = base + (at + 1) % DAY;
    double seen = beside(key, Baseline.BLOCK_SEEN, at, left, right);
    double due = beside(key, Baseline.BLOCK_DUE, at, left, right) + terms.blockWeight();
    double prior = terms.blockWeight() * broad(key, hour % DAY);
    return terms.relative() ? above * (seen + prior) / due : (seen + prior * above) / due;
  }

  /** The day in broad strokes, weekdays and weekends together. */
  private double broad(double[] key, int hour) {
    if (terms.broadWeight() == 0) {
      return 1;
    }
    double seen = terms.broadWeight();
    double due = terms.broadWeight();
    for (int other = 0; other < DAY; other++) {
      double near = kernel[DAY + other - hour];
      seen += near * (key[Baseline.BLOCK_SEEN + other] + key[Baseline.BLOCK_SEEN + DAY + other]);
      due += near * (key[Baseline.BLOCK_DUE + other] + key[Baseline.BLOCK_DUE + DAY + other]);
    }
    return seen / due;
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
  void learn(double[] key, Outlook outlook, int slot, double count) {
    double rate = outlook.rate;
    int hour = slot / Bin.PER_HOUR;
    int day = hour / DAY;
    int block = blockOf(hour);
    double byDay = day(key, day);
    double byBlock =
        (key[Baseline.BLOCK_SEEN + block] + terms.blockWeight())
            / (key[Baseline.BLOCK_DUE + block] + terms.blockWeight());
    if (terms.relative()) {
      byDay *= outlook.above;
      byBlock *= outlook.above;
    }
    double blockKeep = day >= WEEKEND ? weekendKeep : weekdayKeep;
    Detector.learn(key, Baseline.HOUR_SEEN + hour, hourKeep, count);
    Detector.learn(key, Baseline.HOUR_DUE + hour, hourKeep, rate);
    Detector.learn(key, Baseline.BLOCK_SEEN + block, blockKeep, count);
    Detector.learn(key, Baseline.BLOCK_DUE + block, blockKeep, rate * byDay);
    Detector.learn(key, Baseline.DAY_SEEN + day, dayKeep, count);
    Detector.learn(key, Baseline.DAY_DUE + day, dayKeep, rate * byBlock);
  }
}
