package io.aftercare.domain.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against sums of the distribution's terms, in 60 digits. */
class NegativeBinomialTest {
  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal NOTHING = new BigDecimal("1e-40");

  /**
   * The tail of the negative binomial with r = halves / 2: terms are p0 = (1-p)^r and p(k+1) = p(k)
   * p (k+r) / (k+1).
   */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0.1",
    "4, 1, 0.5",
    "4, 3, 0.02",
    "10, 2, 0.3",
    "3, 40, 0.5",
    "40, 7, 0.9",
    "60, 300, 0.25",
    "200, 300, 0.25",
    "500, 5, 0.3",
    "1500, 21, 0.9",
    "140, 1, 0.01",
    "1000, 3000, 0.2",
    "5, 3, 0.999",
    "60, 20000, 0.002",
    "6000, 2000, 0.8"
  })
  void the_tail_is_the_sum_of_its_terms(int count, int halves, String share) {
    BigDecimal p = new BigDecimal(share);
    BigDecimal r = new BigDecimal(halves).divide(BigDecimal.valueOf(2), DIGITS);
    BigDecimal rest = BigDecimal.ONE.subtract(p);
    BigDecimal term = rest.sqrt(DIGITS).pow(halves, DIGITS);
    BigDecimal below = BigDecimal.ZERO;
    for (int k = 0; k < count; k++) {
      below = below.add(term, DIGITS);
      term = next(term, p, r, k);
    }
    BigDecimal tail = BigDecimal.ZERO;
    for (int k = count; tail.signum() == 0 || term.compareTo(tail.multiply(NOTHING)) > 0; k++) {
      tail = tail.add(term, DIGITS);
      term = next(term, p, r, k);
    }
    assertThat(below.add(tail).doubleValue()).isCloseTo(1, within(1e-12));
    double mean = r.multiply(p).divide(rest, DIGITS).doubleValue();
    double variance = mean / rest.doubleValue();
    double expected = -log10(tail);
    assertThat(NegativeBinomial.minusLog10Tail(count, mean, variance))
        .isCloseTo(expected, within(1e-9 + 1e-10 * expected));
  }

  private static BigDecimal next(BigDecimal term, BigDecimal p, BigDecimal r, int k) {
    BigDecimal ratio = p.multiply(r.add(BigDecimal.valueOf(k)));
    return term.multiply(ratio, DIGITS).divide(BigDecimal.valueOf(k + 1L), DIGITS);
  }

  /**
   * The tail of Poisson's distribution; its terms are 1/k! of the mean's powers, over their sum.
   */
  @ParameterizedTest
  @CsvSource({"1, 0.2", "4, 0.0001", "5, 5", "3, 9", "30, 4", "90, 100", "130, 100", "180, 2"})
  void without_excess_it_is_poissons(int count, String mean) {
    BigDecimal m = new BigDecimal(mean);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal tail = BigDecimal.ZERO;
    for (int k = 0; k < count + 2000; k++) {
      all = all.add(term, DIGITS);
      tail = k >= count ? tail.add(term, DIGITS) : tail;
      term = term.multiply(m, DIGITS).divide(BigDecimal.valueOf(k + 1L), DIGITS);
    }
    double expected = -log10(tail.divide(all, DIGITS));
    assertThat(NegativeBinomial.minusLog10Tail(count, m.doubleValue(), m.doubleValue()))
        .isCloseTo(expected, within(1e-9 + 1e-10 * expected));
  }

  private static double log10(BigDecimal number) {
    int exponent = number.precision() - number.scale();
    return Math.log10(number.movePointLeft(exponent).doubleValue()) + exponent;
  }

  @Test
  void nothing_underflows_and_nothing_is_said_beyond_300() {
    assertThat(NegativeBinomial.minusLog10Tail(60, 0.001, 0.001)).isBetween(261.0, 263.0);
    assertThat(NegativeBinomial.minusLog10Tail(1e6, 1e-5, 1.3e-5)).isEqualTo(300);
    assertThat(NegativeBinomial.minusLog10Tail(1e9, 1e9, 1e9)).isCloseTo(0.301, within(0.001));
    assertThat(NegativeBinomial.minusLog10Tail(1e6, 1e3, 1e6)).isEqualTo(300);
    assertThat(NegativeBinomial.minusLog10Tail(1, 1e9, 2e9)).isZero();
  }

  @Test
  void none_or_more_is_certain() {
    assertThat(NegativeBinomial.minusLog10Tail(0, 3, 4)).isZero();
  }

  @Test
  void more_is_always_rarer_and_near_poisson_it_is_poisson() {
    double before = 0;
    for (int count = 1; count < 3000; count++) {
      double now = NegativeBinomial.minusLog10Tail(count, 40, 90);
      assertThat(now).as("count %s", count).isGreaterThanOrEqualTo(before);
      before = now;
      double poisson = NegativeBinomial.minusLog10Tail(count, 40, 40);
      assertThat(NegativeBinomial.minusLog10Tail(count, 40, 40 * 1.00011))
          .isCloseTo(poisson, within(1e-4 + 0.01 * poisson));
    }
  }

  @Test
  void the_chance_of_none_is_the_first_term() {
    assertThat(NegativeBinomial.chanceOfNone(2, 2)).isCloseTo(Math.exp(-2), within(1e-15));
    assertThat(NegativeBinomial.chanceOfNone(3, 4)).isCloseTo(Math.pow(0.75, 9), within(1e-15));
  }
}
