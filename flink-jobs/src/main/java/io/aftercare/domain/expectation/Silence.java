package io.aftercare.domain.expectation;

/**
 * How long a region that sends about so many events may say nothing. Events that come by chance, so
 * many a second on average, leave a gap in which n of them were expected with probability exp(-n).
 * A gap in which ln(10,000) = 9.2 were expected happens by chance once in 10,000 times: the region
 * is silent, not quiet.
 *
 * <p>What is expected is added up hour by hour from the last event on, so that a night in which
 * nobody writes is no silence in the morning. At least 2 min. Of time in which the region sends an
 * event an hour or more, at most 6 h; hours in which less is expected do not count towards these.
 */
final class Silence {
  /** Once in so many times it happens by chance. */
  static final double CHANCE = 10_000;

  static final long LEAST = 120_000;
  static final long MOST = 6 * RegionClock.HOUR;

  /** Nothing can be said. */
  static final long NO_LIMIT = -1;

  private static final long FORESIGHT = 7 * 24 * RegionClock.HOUR;
  private static final long SECOND = 1000;

  /** What is expected at an instant. */
  interface Expectation {
    /** Events per hour in the hour that the instant is in; below 0 if not known. */
    double eventsPerHour(long instant);

    /** Where that hour ends. */
    long endOfHour(long instant);
  }

  private Silence() {}

  /**
   * The limit from an event on, ms, a whole number of seconds; {@link #NO_LIMIT} if what is
   * expected is not known, or is too little for a week.
   */
  static long limit(long event, Expectation expectation) {
    double missing = Math.log(CHANCE);
    double countedLeft = MOST;
    for (long at = event; at < event + FORESIGHT; at = expectation.endOfHour(at)) {
      double perHour = expectation.eventsPerHour(at);
      if (perHour < 0) {
        return NO_LIMIT;
      }
      long rest = expectation.endOfHour(at) - at;
      double enough = missing / perHour * RegionClock.HOUR;
      boolean speaks = perHour >= 1;
      double end = speaks ? Math.min(enough, countedLeft) : enough;
      if (end <= rest) {
        return rounded(at - event + end);
      }
      missing -= perHour * rest / RegionClock.HOUR;
      countedLeft -= speaks ? rest : 0;
    }
    return NO_LIMIT;
  }

  private static long rounded(double millis) {
    return Math.max(LEAST, (long) Math.ceil(millis / SECOND) * SECOND);
  }
}
