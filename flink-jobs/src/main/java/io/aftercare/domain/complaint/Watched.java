package io.aftercare.domain.complaint;

/**
 * How an alert of one key stands; between bins it is all there is to keep.
 *
 * @param openedAt when it opened, ms since 1970; {@link #CLOSED}: it is not open
 * @param peak the highest score since it opened
 * @param told the score that was told last
 * @param toldAt when, ms since 1970
 * @param quietBins how many bins in a row were quiet
 */
public record Watched(long openedAt, double peak, double told, long toldAt, int quietBins) {
  /** Not open. */
  public static final long CLOSED = Long.MIN_VALUE;

  /** As it begins. */
  public static final Watched NOTHING = new Watched(CLOSED, 0, 0, CLOSED, 0);

  /** Whether the alert is open. */
  public boolean open() {
    return openedAt != CLOSED;
  }
}
