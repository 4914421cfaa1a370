package io.aftercare.domain.complaint;

import java.util.List;
import java.util.Map;

/** What is known of a region: its complaints, and how much is heard of it at all. */
final class Known {
  private final LocalWeek week;
  private final Family complaints;
  private final Heard heard;

  Known(LocalWeek week, Family complaints, Heard heard) {
    this.week = week;
    this.complaints = complaints;
    this.heard = heard;
  }

  Known copy() {
    return new Known(week, complaints.copy(), heard.copy());
  }

  Family complaints() {
    return complaints;
  }

  Heard heard() {
    return heard;
  }

  /** Whether it has been through a bin. */
  boolean begun() {
    return complaints.last() != Family.NEVER;
  }

  /** Start of the bin that comes next; only once it has begun. */
  long next() {
    return complaints.last() + Bin.MILLIS;
  }

  /** Goes through bins of which nothing is known, to the one before this. */
  void pass(long start) {
    complaints.pass(start);
    heard.events().pass(start);
  }

  /**
   * What a bin was found to be.
   *
   * @param up whether the source was up
   * @param scores of those that score no less than the floor
   */
  record Found(boolean up, List<Score> scores) {}

  /** Judges and learns the bin that comes next. */
  Found learn(long start, BinCounts counts, double floor) {
    Bin bin = week.bin(start, true);
    long events = Math.max(counts.heard(), counts.complaints().isEmpty() ? 0 : 1);
    boolean up = heard.learn(bin, events);
    return new Found(up, complaints.learn(week.bin(start, up), counts.byCategory(), floor));
  }

  /** Judges the bin that comes next and has not ended: it counts as heard. */
  List<Score> glance(long start, BinCounts counts, double floor) {
    return complaints.score(week.bin(start, true), counts.byCategory(), floor);
  }

  /** What each category expects of the bin that comes next. */
  Map<String, Expected> expected(long start) {
    return complaints.expected(week.bin(start, true));
  }
}
