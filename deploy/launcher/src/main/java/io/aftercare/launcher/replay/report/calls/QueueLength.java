package io.aftercare.launcher.replay.report.calls;

import java.util.Arrays;

/**
 * How many callers were in a queue, as time goes on. A wait is [entered, exited): who is answered
 * at once was never in the queue, and who leaves at the instant at which another comes makes room
 * for him.
 */
final class QueueLength {
  private long[] entries = new long[16];
  private long[] exits = new long[16];
  private int entered;
  private int exited;

  /** Instants are ms; {@link Long#MAX_VALUE}: still waiting. */
  void add(long enteredAt, long exitedAt) {
    entries = with(entries, entered++, enteredAt);
    if (exitedAt != Long.MAX_VALUE) {
      exits = with(exits, exited++, exitedAt);
    }
  }

  private static long[] with(long[] held, int count, long value) {
    long[] more = count < held.length ? held : Arrays.copyOf(held, count * 2);
    more[count] = value;
    return more;
  }

  /** Time at its beginning; what is added later does not count. */
  Course course() {
    return new Course(
        Arrays.stream(entries, 0, entered).sorted().toArray(),
        Arrays.stream(exits, 0, exited).sorted().toArray());
  }

  /** The length as time goes on; to be asked with rising instants. */
  static final class Course {
    private final long[] entries;
    private final long[] exits;
    private int in;
    private int out;

    private Course(long[] entries, long[] exits) {
      this.entries = entries;
      this.exits = exits;
    }

    /** Goes on to just before {@code until}; the most callers at any instant from {@code from}. */
    int peak(long from, long until) {
      while (next() <= from) {
        take(next());
      }
      int peak = length();
      while (next() < until) {
        take(next());
        peak = Math.max(peak, length());
      }
      return peak;
    }

    /** Callers now. */
    int length() {
      return in - out;
    }

    private void take(long at) {
      while (in < entries.length && entries[in] == at) {
        in++;
      }
      while (out < exits.length && exits[out] == at) {
        out++;
      }
    }

    private long next() {
      long entry = in < entries.length ? entries[in] : Long.MAX_VALUE;
      long exit = out < exits.length ? exits[out] : Long.MAX_VALUE;
      return Math.min(entry, exit);
    }
  }
}
