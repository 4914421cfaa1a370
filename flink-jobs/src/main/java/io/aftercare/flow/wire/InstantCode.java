package io.aftercare.flow.wire;

/**
 * A number for an instant, given another: small if they are near each other, 0 for {@link
 * Long#MAX_VALUE} ("never"). A bijection of all longs for every base: the one instant whose number
 * 0 would be (2^63 ms off) takes that of "never" in exchange.
 */
final class InstantCode {
  private static final long NEVER = Long.MAX_VALUE;

  private InstantCode() {}

  static long of(long instant, long base) {
    if (instant == NEVER) {
      return 0;
    }
    long code = plain(instant, base);
    return code == 0 ? plain(NEVER, base) : code;
  }

  static long instant(long code, long base) {
    if (code == 0) {
      return NEVER;
    }
    long plain = code == plain(NEVER, base) ? 0 : code;
    return base + WireReader.unzigzag(plain - 1);
  }

  private static long plain(long instant, long base) {
    return WireWriter.zigzag(instant - base) + 1;
  }
}
