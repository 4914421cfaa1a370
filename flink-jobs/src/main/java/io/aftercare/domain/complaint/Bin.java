package io.aftercare.domain.complaint;

/**
 * A quarter of an hour in which complaints are counted, [start, start + 15 min).
 *
 * @param start ms since 1970
 * @param slot which of the week's 672 quarters it is by the local clock, from Monday midnight on;
 *     on a holiday those of Sunday
 * @param up whether the region's source was heard: what is missing is not zero
 */
public record Bin(long start, int slot, boolean up) {
  /** How long one lasts. */
  public static final long MILLIS = 900_000;

  /** How many an hour has. */
  static final int PER_HOUR = 4;

  /** How many a day has. */
  static final int PER_DAY = 24 * PER_HOUR;

  /** How many a week has. */
  public static final int PER_WEEK = 7 * PER_DAY;

  /** A bin of the grid. */
  public Bin {
    if (Math.floorMod(start, MILLIS) != 0) {
      throw new IllegalArgumentException("no quarter of an hour begins at " + start);
    }
    if (slot < 0 || slot >= PER_WEEK) {
      throw new IllegalArgumentException("slot " + slot + " of a week");
    }
  }

  /** Where the bin begins that an instant is in. */
  public static long startOf(long instant) {
    return Math.floorDiv(instant, MILLIS) * MILLIS;
  }

  /** Its end, ms since 1970; not included. */
  public long end() {
    return start + MILLIS;
  }
}
