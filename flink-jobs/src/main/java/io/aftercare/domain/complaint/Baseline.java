package io.aftercare.domain.complaint;

/**
 * What is known of one key: the shape of its week, its level, its scatter, and the last four hours.
 * Of the same size whatever it has seen. It is learnt by {@link Family}; as state and on a wire it
 * is its numbers.
 */
public final class Baseline {
  /** How many numbers it is: 4.1 kB. */
  public static final int SIZE;

  /** Where what stands among the numbers. */
  static final int HOUR_SEEN = 0;

  static final int HOUR_DUE = HOUR_SEEN + 168;
  static final int BLOCK_SEEN = HOUR_DUE + 168;
  static final int BLOCK_DUE = BLOCK_SEEN + 48;
  static final int DAY_SEEN = BLOCK_DUE + 48;
  static final int DAY_DUE = DAY_SEEN + 7;
  static final int RING_COUNT = DAY_DUE + 7;
  static final int RING = 16;
  static final int RING_MEAN = RING_COUNT + RING;
  static final int RING_ERROR = RING_MEAN + RING;
  static final int MOST_WINDOWS = 6;
  static final int PSI_SEEN = RING_ERROR + RING;
  static final int PSI_DUE = PSI_SEEN + MOST_WINDOWS;
  static final int PHI_SEEN = PSI_DUE + MOST_WINDOWS;
  static final int PHI_DUE = PHI_SEEN + 1;
  static final int LEVEL_SEEN = PHI_DUE + 1;
  static final int LEVEL_DUE = LEVEL_SEEN + 1;
  static final int DAYS_COUNT = LEVEL_DUE + 1;
  static final int DAYS_MEAN = DAYS_COUNT + 1;
  static final int ALARMED = DAYS_MEAN + 1;
  static final int RELEVELLING = ALARMED + 1;
  static final int FROZEN = RELEVELLING + 1;
  static final int BINS = FROZEN + 1;

  static {
    SIZE = BINS + 1;
  }

  private final double[] values;

  /** Nothing is known. */
  public Baseline() {
    this(new double[SIZE]);
  }

  private Baseline(double[] values) {
    this.values = values;
  }

  /** What was kept; the numbers are taken over, not copied. */
  public static Baseline of(double[] values) {
    if (values.length != SIZE) {
      throw new IllegalArgumentException(
          "a baseline is %d numbers, not %d".formatted(SIZE, values.length));
    }
    return new Baseline(values);
  }

  /** All of it, to be kept: its own numbers, which change when it learns. */
  public double[] values() {
    return values;
  }

  /** The same, apart. */
  public Baseline copy() {
    return new Baseline(values.clone());
  }

  /** How many bins it has been through, those without a source included. */
  public long bins() {
    return (long) values[BINS];
  }
}
