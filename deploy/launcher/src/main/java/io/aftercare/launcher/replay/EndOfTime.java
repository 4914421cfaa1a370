package io.aftercare.launcher.replay;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a replay's time ends: when it was asked to, else at its last event. Every hour up to there
 * is a row of a report, so an end far from any event is taken for a slip of the pen.
 */
final class EndOfTime {
  private static final int YEARS = 5;

  private EndOfTime() {}

  /**
   * The end of time.
   *
   * @throws ReplayError if it is more than five years after the last event
   */
  static Instant of(@Nullable Instant asked, @Nullable Instant lastEvent) {
    Instant last = lastEvent == null ? Instant.EPOCH : lastEvent;
    if (asked == null) {
      return last;
    }
    Instant latest = last.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
    if (lastEvent != null && asked.isAfter(latest)) {
      throw new ReplayError(
          "--as-of "
              + asked
              + ": more than five years after the last event, "
              + last
              + "; choose "
              + latest
              + " or earlier");
    }
    return asked;
  }
}
