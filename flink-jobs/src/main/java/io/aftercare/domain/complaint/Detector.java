package io.aftercare.domain.complaint;

import org.jspecify.annotations.Nullable;

/**
 * The equations: what a bin is expected to count, how unlikely what was counted is, and what is
 * learnt of it. For one thread, for it keeps its scratch; what is known is in the {@link Baseline}.
 */
final class Detector {
  private static final double LEAST_MEAN = 1e-5;
  private static final double NO_ALARM_YET = 1e-6;

  private final SpikeTerms terms;
  private final WeekShape shape;
  private final Scan scan;
  private final double scatterKeep;
  private final double daysKeep = keep(Bin.PER_DAY);
  private final double alarmKeep;

  Detector(SpikeTerms terms) {
    this.terms = terms;
    shape = new WeekShape(terms.profile());
    scan = new Scan(terms);
    scatterKeep = keep(terms.dispersion().halfLifeDays() * Bin.PER_DAY);
    alarmKeep = keep(terms.robustness().relevelBins());
  }

  /** What is left of a sum after a bin, if half is after so many. */
  static double keep(double halfLifeBins) {
    return Math.pow(0.5, 1 / halfLifeBins);
  }

  /** What a key expects of a bin; read only, and of all keys before any learns of the bin. */
  void read(double[] key, double @Nullable [] parent, int slot, Outlook out) {
    shape.read(key, parent, slot, out);
    SpikeTerms.Level level = terms.level();
    double weight = key[Baseline.LEVEL_DUE] + level.priorBins();
    double seen = key[Baseline.LEVEL_SEEN] + level.priorBins() * level.priorRate();
    out.rate = seen / weight;
    out.mean = Math.max(out.rate * out.share, LEAST_MEAN);
    out.rateError = 1 / (key[Baseline.LEVEL_SEEN] + level.priorBins());
  }

  /** Looks at a count in the bin that comes next; nothing is learnt. */
  Scan score(double[] key, Outlook outlook, double count, boolean up) {
    scan.look(key, outlook, count, up);
    return scan;
  }

  /** Looks at a count in the bin that comes next, and learns of it. */
  Scan learn(double[] key, Outlook outlook, int slot, double count, boolean up) {
    scan.look(key, outlook, count, up);
    scan.remember(key, outlook, count, up);
    boolean wasFrozen = key[Baseline.FROZEN] > 0;
    boolean alarmed = scan.best() > terms.robustness().freezeAt();
    if (up && !wasFrozen && key[Baseline.BINS] >= Bin.PER_WEEK) {
      scatter(key);
    }
    freeze(key, alarmed, up);
    boolean relevel = key[Baseline.RELEVELLING] > 0;
    boolean frozen = alarmed && key[Baseline.FROZEN] <= terms.robustness().freezeBins();
    if (up && (!frozen || relevel)) {
      level(key, outlook, slot, count, relevel);
    }
    key[Baseline.BINS]++;
    return scan;
  }

  Dispersion dispersion(double[] key, int windowMinutes) {
    return scan.dispersion(key, windowMinutes);
  }

  private void scatter(double[] key) {
    double phi = scan.phi();
    for (int w = 0; w < terms.windows().size(); w++) {
      double mean = scan.mean(w);
      double most = terms.robustness().clipScatter() * Math.sqrt(scan.variance(w) + 0.25);
      double off = Math.min(scan.count(w) - mean, most);
      if (terms.windows().get(w) == 1) {
        learn(key, Baseline.PHI_SEEN, scatterKeep, off * off - scan.error(w));
        learn(key, Baseline.PHI_DUE, scatterKeep, mean);
      }
      double excess = off * off - phi * (mean + scan.error(w));
      learn(key, Baseline.PSI_SEEN + w, scatterKeep, excess);
      learn(key, Baseline.PSI_DUE + w, scatterKeep, mean * mean);
    }
  }

  /** Alarm after alarm is no spike but a new level. */
  private void freeze(double[] key, boolean alarmed, boolean up) {
    SpikeTerms.Robustness terms = this.terms.robustness();
    key[Baseline.FROZEN] =
        alarmed ? Math.min(key[Baseline.FROZEN] + 1, terms.freezeBins() + 1.0) : 0;
    if (up) {
      double share = alarmKeep * key[Baseline.ALARMED] + (1 - alarmKeep) * (alarmed ? 1 : 0);
      boolean was = key[Baseline.RELEVELLING] > 0;
      key[Baseline.ALARMED] = share;
      key[Baseline.RELEVELLING] = share > (was ? terms.relevelOff() : terms.relevelOn()) ? 1 : 0;
    }
  }

  private void level(double[] key, Outlook outlook, int slot, double count, boolean relevel) {
    SpikeTerms.Level level = terms.level();
    double most = outlook.mean + terms.robustness().clip() * Math.sqrt(scan.varianceOfBin() + 0.25);
    double clipped = Math.min(count, most);
    key[Baseline.DAYS_COUNT] = daysKeep * key[Baseline.DAYS_COUNT] + clipped;
    key[Baseline.DAYS_MEAN] = daysKeep * key[Baseline.DAYS_MEAN] + outlook.mean;
    double due = key[Baseline.DAYS_MEAN];
    double deviations =
        (key[Baseline.DAYS_COUNT] - due)
            / Math.sqrt(0.5 * scan.phi() * due + level.fallExcess() * due * due + 1);
    double days = level.events() * Math.log(2) / Math.max(outlook.rate, NO_ALARM_YET) / Bin.PER_DAY;
    days = Math.max(level.shortestDays(), Math.min(level.longestDays(), days));
    boolean fallen = deviations < level.fallAt() && key[Baseline.BINS] >= Bin.PER_WEEK;
    if (relevel || fallen) {
      days = Math.min(days, level.fallDays());
    }
    double learnt = relevel ? count : clipped;
    double keep = keep(days * Bin.PER_DAY);
    learn(key, Baseline.LEVEL_SEEN, keep, learnt);
    learn(key, Baseline.LEVEL_DUE, keep, outlook.share);
    shape.learn(key, outlook, slot, learnt);
  }

  static void learn(double[] key, int place, double keep, double more) {
    key[place] = keep * key[place] + more;
  }
}
