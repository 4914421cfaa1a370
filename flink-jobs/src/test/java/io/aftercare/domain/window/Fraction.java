package io.aftercare.domain.window;

/** An exact number; overflow is an error, not a wrong answer. */
record Fraction(long over, long under) {
  static final Fraction ZERO = new Fraction(0, 1);
  static final Fraction ONE = new Fraction(1, 1);

  Fraction {
    long divisor = gcd(Math.abs(over), Math.abs(under)) * (under < 0 ? -1 : 1);
    over /= divisor;
    under /= divisor;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  boolean isZero() {
    return over == 0;
  }

  Fraction minus(Fraction other) {
    return new Fraction(
        Math.subtractExact(
            Math.multiplyExact(over, other.under), Math.multiplyExact(other.over, under)),
        Math.multiplyExact(under, other.under));
  }

  Fraction times(Fraction other) {
    return new Fraction(
        Math.multiplyExact(over, other.over), Math.multiplyExact(under, other.under));
  }

  Fraction dividedBy(Fraction other) {
    return new Fraction(
        Math.multiplyExact(over, other.under), Math.multiplyExact(under, other.over));
  }
}
