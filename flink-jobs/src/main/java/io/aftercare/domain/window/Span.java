package io.aftercare.domain.window;

/** How far back a window reaches. */
public enum Span {
  FIVE_MINUTES("5m", 5),
  HOUR("1h", 60),
  DAY("24h", 24 * 60),
  /** From the region's last midnight on. */
  TODAY("today", 0);

  /** A full minute: the base of all windows, ms. */
  public static final long MINUTE = 60_000;

  private final String label;
  private final long minutes;

  Span(String label, long minutes) {
    this.label = label;
    this.minutes = minutes;
  }

  /** The word used in records and labels. */
  public String label() {
    return label;
  }

  /** How long it is, ms; {@link #TODAY} has no length of its own. */
  public long millis() {
    if (this == TODAY) {
      throw new IllegalStateException("how long today is depends on where and when");
    }
    return minutes * MINUTE;
  }

  /** The beginning of the minute that an instant is in. */
  public static long minuteOf(long instant) {
    return Math.floorDiv(instant, MINUTE) * MINUTE;
  }
}
