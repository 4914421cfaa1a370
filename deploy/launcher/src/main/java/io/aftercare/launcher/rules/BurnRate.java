package io.aftercare.launcher.rules;

/**
 * At which speed of spending its budget an alert about an objective fires. An objective of 0.85
 * leaves a budget of 15 % of clocks that may breach; burning at factor 1 spends exactly that.
 *
 * <p>Law: the alert can fire. Nobody can burn faster than {@code 1 / (1 - objective)}, when every
 * clock breaches; the textbook's 14.4 (2 % of 30 days' budget in an hour) is beyond that for every
 * objective below 93 %, and after-sales service promises 80 or 90 %. So
 *
 * <pre>
 *   factor = min(share * 168 h / window, (1 + 1 / (1 - objective)) / 2)
 * </pre>
 *
 * <p>The first term is the textbook's formula with a week as the period, in which service levels
 * are reported and staff is planned: 3.36 (2 % in an hour) and 1.4 (5 % in six). The second is half
 * way from just keeping the promise to breaking it every time; it rules where the first would be
 * too near to total failure, or beyond it. The alert then fires above a share of breaches of {@code
 * factor * (1 - objective)}, which is at most {@code (2 - objective) / 2}: below 1 for every
 * objective above 0.
 *
 * <p>It waits for enough settled clocks that at least {@value #LEAST_BREACHES} of them breached,
 * and for {@value #LEAST_SETTLED} in any case: for an objective of 0.999 one breach of twenty is no
 * news.
 *
 * @param objective share of clocks that shall be met, above 0 and below 1
 * @param factor times the sustainable speed
 */
record BurnRate(double objective, double factor) {
  /** A ratio of fewer clocks says nothing. */
  static final int LEAST_SETTLED = 20;

  /** So many breaches are no coincidence. */
  static final int LEAST_BREACHES = 5;

  /** An alert that waits for more clocks in its window waits for ever, in a service of people. */
  static final int MOST_SETTLED = 10_000;

  private static final double MILLIONTHS = 1_000_000;

  /** The factor of the formula. */
  static BurnRate of(BurnWindow window, double objective) {
    double halfway = (1 + 1 / (1 - objective)) / 2;
    return new BurnRate(objective, Math.min(window.wantedFactor(), halfway));
  }

  /** Share of breaches above which the alert fires, as it stands in the rule: six decimals. */
  double breachRatio() {
    return Math.rint(factor * (1 - objective) * MILLIONTHS) / MILLIONTHS;
  }

  /** Clocks that must have settled in the long window. */
  long settledAtLeast() {
    return Math.max(LEAST_SETTLED, (long) Math.ceil(LEAST_BREACHES / breachRatio()));
  }

  /** Why the alert could never fire; empty: it can. */
  String obstacle() {
    if (!(breachRatio() < 1)) {
      return "at factor %s it waits for more than %s of the clocks to breach, which cannot be: an objective of %s burns at %s at most"
          .formatted(
              Figures.plain(factor),
              Figures.percent(breachRatio()),
              Figures.plain(objective),
              Figures.plain(1 / (1 - objective)));
    }
    if (settledAtLeast() > MOST_SETTLED) {
      return "at factor %s it waits for %d settled clocks in its window (more than %d), to be sure of %d breaches"
          .formatted(Figures.plain(factor), settledAtLeast(), MOST_SETTLED, LEAST_BREACHES);
    }
    return "";
  }
}
