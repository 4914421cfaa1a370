package io.aftercare.domain.complaint;

/**
 * What a sighting made of an alert.
 *
 * @param watched how it stands now
 * @param move what happened
 */
public record WatchStep(Watched watched, Move move) {
  /** What can happen to an alert. */
  public enum Move {
    /** Nothing to be told. */
    NONE,
    /** It opened. */
    OPENED,
    /** It is open, and got much worse or has lasted long. */
    TOLD_AGAIN,
    /** It closed. */
    CLOSED
  }
}
