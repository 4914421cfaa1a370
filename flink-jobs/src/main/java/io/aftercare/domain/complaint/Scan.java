package io.aftercare.domain.complaint;

import java.util.List;

/**
 * All windows that end with one bin, and the one of them that is most unlikely. Each expects the
 * sum of what its bins expected, with variance phi M + psi M&sup2; + phi E, where E is what may be
 * wrong with M: that of the level is the same in all bins, that of the shape in a few that follow
 * another.
 */
final class Scan {
  private static final double LEAST_MEAN = 1e-5;

  private final SpikeTerms terms;
  private final int[] windows;
  private final double[] lengthBonus;
  private final double[] count;
  private final double[] mean;
  private final double[] error;
  private final double[] variance;
  private double phi;
  private double score;
  private double best;
  private int at;

  Scan(SpikeTerms terms) {
    this.terms = terms;
    List<Integer> lengths = terms.windows();
    windows = lengths.stream().mapToInt(Integer::intValue).toArray();
    lengthBonus = lengths.stream().mapToDouble(terms::lengthBonus).toArray();
    count = new double[windows.length];
    mean = new double[windows.length];
    error = new double[windows.length];
    variance = new double[windows.length];
  }

  /** Looks at the windows that end with a bin of this count. */
  void look(double[] key, Outlook outlook, double binCount, boolean up) {
    sum(key, outlook, binCount, up);
    phi = phi(key);
    score = 0;
    best = 0;
    at = 0;
    for (int w = 0; w < windows.length; w++) {
      variance[w] = phi * mean[w] + psi(key, w) * mean[w] * mean[w] + phi * error[w];
      if (count[w] >= terms.fewest()) {
        double p = NegativeBinomial.minusLog10Tail(count[w], mean[w], variance[w]);
        double z = p > 0 ? p + lengthBonus[w] : 0;
        best = Math.max(best, p);
        if (z > score) {
          score = z;
          at = w;
        }
      }
    }
  }

  private void sum(double[] key, Outlook outlook, double binCount, boolean up) {
    double x = up ? binCount : 0;
    double m = up ? outlook.mean : 0;
    double u = up ? outlook.mean * outlook.mean * outlook.shareError : 0;
    int newest = (int) (key[Baseline.BINS] % Baseline.RING);
    int w = 0;
    for (int back = 1; w < windows.length; back++) {
      if (back == windows[w]) {
        count[w] = x;
        mean[w] = Math.max(m, LEAST_MEAN);
        error[w] =
            outlook.rateError * mean[w] * mean[w]
                + u * Math.min(windows[w], terms.dispersion().errorWindows());
        w++;
      }
      int bin = Math.floorMod(newest - back, Baseline.RING);
      x += key[Baseline.RING_COUNT + bin];
      m += key[Baseline.RING_MEAN + bin];
      u += key[Baseline.RING_ERROR + bin];
    }
  }

  /** Keeps the bin for the windows to come. */
  void remember(double[] key, Outlook outlook, double binCount, boolean up) {
    int bin = (int) (key[Baseline.BINS] % Baseline.RING);
    key[Baseline.RING_COUNT + bin] = up ? binCount : 0;
    key[Baseline.RING_MEAN + bin] = up ? outlook.mean : 0;
    key[Baseline.RING_ERROR + bin] = up ? outlook.mean * outlook.mean * outlook.shareError : 0;
  }

  /** Shrunk to what is assumed; a key that is far from it, less. */
  private double phi(double[] key) {
    SpikeTerms.Scatter scatter = terms.dispersion();
    double far = (phi(key, scatter.phiWeightFar()) - scatter.phi()) / scatter.phiNear();
    double more = scatter.phiWeight() - scatter.phiWeightFar();
    return Math.max(1, phi(key, scatter.phiWeightFar() + more / (1 + far * far)));
  }

  private double phi(double[] key, double weight) {
    return (key[Baseline.PHI_SEEN] + weight * terms.dispersion().phi())
        / (key[Baseline.PHI_DUE] + weight);
  }

  private double psi(double[] key, int w) {
    if (key[Baseline.BINS] == 0) {
      return 0; // so the published equations begin
    }
    SpikeTerms.Scatter scatter = terms.dispersion();
    double psi =
        scatter.psiFactor()
            * (key[Baseline.PSI_SEEN + w] + scatter.psiWeight() * scatter.psi())
            / (key[Baseline.PSI_DUE + w] + scatter.psiWeight());
    return Math.max(0, Math.min(scatter.psiMost(), psi));
  }

  /** How widely a window's count scatters. */
  Dispersion dispersion(double[] key, int windowMinutes) {
    for (int w = 0; w < windows.length; w++) {
      if (minutes(w) == windowMinutes) {
        return new Dispersion(phi(key), psi(key, w));
      }
    }
    throw new IllegalArgumentException("no window is of " + windowMinutes + " min");
  }

  private int minutes(int w) {
    return windows[w] * (int) (Bin.MILLIS / 60_000);
  }

  double phi() {
    return phi;
  }

  /** -log10 of the chance of the most unlikely window. */
  double best() {
    return best;
  }

  double score() {
    return score;
  }

  Score told(String category) {
    return new Score(category, score, minutes(at), (long) count[at], mean[at]);
  }

  double count(int w) {
    return count[w];
  }

  double mean(int w) {
    return mean[w];
  }

  double error(int w) {
    return error[w];
  }

  double variance(int w) {
    return variance[w];
  }

  /** The variance of the bin's own count. */
  double varianceOfBin() {
    return variance[0];
  }
}
