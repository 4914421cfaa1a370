package io.aftercare.exporter.board;

import org.jspecify.annotations.Nullable;

/** Shares to four decimals. A share of nothing is none: neither 0 nor 1. */
final class Ratio {
  private Ratio() {}

  static @Nullable Double of(long part, long whole) {
    return whole <= 0 ? null : Math.rint(part * 1e4 / whole) / 1e4;
  }

  /** A share that was told; null if it is none, or one of nothing. */
  static @Nullable Double told(@Nullable Double ratio, long whole) {
    return ratio != null && ratio >= 0 && ratio <= 1 && whole > 0
        ? Math.rint(ratio * 1e4) / 1e4
        : null;
  }
}
