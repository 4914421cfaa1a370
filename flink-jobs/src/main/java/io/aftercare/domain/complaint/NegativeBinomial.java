package io.aftercare.domain.complaint;

/**
 * How rare it is that so many or more are counted, when counts scatter about their mean wider than
 * by chance alone: the upper tail of the negative binomial distribution, as -log10 of its
 * probability. P(N &gt;= x) = I_p(x, r) with r = mean&sup2; / (variance - mean) and p = 1 - mean /
 * variance; of a variance that is that of chance, Poisson.
 *
 * <p>The incomplete beta and gamma functions are their value at the peak (C. Loader, Fast and
 * Accurate Computation of Binomial Probabilities, 2000: no large logarithms are subtracted) times a
 * continued fraction (NIST Digital Library of Mathematical Functions 8.17.22, 8.9.2), all in
 * logarithms, so nothing underflows; relative error of -log10 P about 1e-12.
 */
public final class NegativeBinomial {
  /** What is said of anything rarer. */
  public static final double MOST = 300;

  private static final double LN10 = Math.log(10);
  private static final double LN_2PI = Math.log(2 * Math.PI);
  private static final double NEARLY_POISSON = 1.0001;
  private static final double EPS = 1e-15;
  private static final double TINY = 1e-300;
  private static final int MOST_TERMS = 20_000;

  private NegativeBinomial() {}

  /**
   * -log10 P(N &gt;= count), from 0 to {@value #MOST}.
   *
   * @param mean above 0
   */
  public static double minusLog10Tail(double count, double mean, double variance) {
    if (count <= 0) {
      return 0;
    }
    double ln =
        variance <= NEARLY_POISSON * mean
            ? lnPoissonTail(count, mean)
            : lnTail(count, mean, mean * mean / (variance - mean));
    return Math.max(0, Math.min(MOST, -ln / LN10));
  }

  /** P(N = 0). */
  public static double chanceOfNone(double mean, double variance) {
    if (variance <= NEARLY_POISSON * mean) {
      return Math.exp(-mean);
    }
    double over = variance / mean - 1;
    return Math.exp(-mean * Math.log1p(over) / over);
  }

  private static double lnTail(double x, double mean, double r) {
    double ln = lnPeak(x, mean, r);
    double p = mean / (mean + r);
    if (p * (x + r + 2) < x + 1) {
      return ln + Math.log(betaFraction(p, x, r) / x);
    }
    return Math.log1p(-Math.exp(ln) * betaFraction(r / (mean + r), r, x) / r);
  }

  /** Of p^x (1-p)^r / B(x, r). */
  private static double lnPeak(double x, double mean, double r) {
    double off = (mean - x) / (mean + r);
    return x * Math.log1p(off * r / x)
        + r * Math.log1p(-off)
        + (Math.log(x * r / (x + r)) - LN_2PI) / 2
        + (stirling(x + r) - stirling(x) - stirling(r));
  }

  private static double lnPoissonTail(double x, double mean) {
    double ln =
        x * Math.log1p((mean - x) / x) + (x - mean) - (LN_2PI + Math.log(x)) / 2 - stirling(x);
    if (mean < x + 1) {
      double term = 1;
      double sum = 1;
      for (double k = x + 1; term > sum * EPS; k++) {
        term *= mean / k;
        sum += term;
      }
      return ln + Math.log(sum);
    }
    return Math.log1p(-Math.exp(ln) * x * gammaFraction(x, mean));
  }

  /** The continued fraction of I_p(a, b), by Lentz's method; p below (a + 1) / (a + b + 2). */
  private static double betaFraction(double p, double a, double b) {
    double c = 1;
    double d = 1 / apart(1 - (a + b) * p / (a + 1));
    double h = d;
    for (int m = 1; m <= MOST_TERMS; m++) {
      double even = m * (b - m) * p / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / apart(1 + even * d);
      c = apart(1 + even / c);
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * p / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / apart(1 + odd * d);
      c = apart(1 + odd / c);
      double step = d * c;
      h *= step;
      if (Math.abs(step - 1) < EPS * 4) {
        break;
      }
    }
    return h;
  }

  /** The continued fraction of the upper incomplete gamma function; mean above x. */
  private static double gammaFraction(double x, double mean) {
    double b = mean + 1 - x;
    double c = 1 / TINY;
    double d = 1 / apart(b);
    double h = d;
    for (int i = 1; i <= MOST_TERMS; i++) {
      double an = -i * (i - x);
      b += 2;
      d = 1 / apart(an * d + b);
      c = apart(b + an / c);
      double step = d * c;
      h *= step;
      if (Math.abs(step - 1) < EPS * 4) {
        break;
      }
    }
    return h;
  }

  private static double apart(double fromZero) {
    return Math.abs(fromZero) < TINY ? TINY : fromZero;
  }

  /** What Stirling's formula lacks: ln Gamma(z) - ((z - 1/2) ln z - z + ln(2 pi) / 2). */
  private static double stirling(double z) {
    double lack = 0;
    double at = z;
    while (at < 16) {
      lack += (at + 0.5) * Math.log1p(1 / at) - 1;
      at++;
    }
    double inverse = 1 / at;
    double square = inverse * inverse;
    return lack + inverse * (1 / 12. - square * (1 / 360. - square * (1 / 1260. - square / 1680.)));
  }
}
