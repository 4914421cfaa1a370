package io.aftercare.exporter.board;

import io.aftercare.exporter.board.QualityPage.NpsRow;

/**
 * The net promoter score and how sure it is: the adjusted Wald interval, which adds three answers,
 * three quarters of one on each side (B. Rocks, Interval Estimation for the Net Promoter Score, The
 * American Statistician 70, 2016), so that few answers that agree are not taken for certain.
 */
final class Nps {
  private static final double MORE = 3;
  private static final double MORE_OF_EACH = 0.75;

  private Nps() {}

  static NpsRow of(long promoters, long passives, long detractors) {
    long n = promoters + passives + detractors;
    if (n == 0) {
      return new NpsRow(0, 0, 0, 0, null, null, null);
    }
    double p = (promoters + MORE_OF_EACH) / (n + MORE);
    double d = (detractors + MORE_OF_EACH) / (n + MORE);
    double middle = p - d;
    double half = Interval.Z * Math.sqrt((p + d - middle * middle) / (n + MORE));
    return new NpsRow(
        promoters,
        passives,
        detractors,
        n,
        points((double) (promoters - detractors) / n),
        points(Math.max(-1, middle - half)),
        points(Math.min(1, middle + half)));
  }

  /** Points of 100, to one decimal. */
  private static double points(double share) {
    return Math.rint(share * 1000) / 10 + 0.0; // no -0.0
  }
}
