package io.aftercare.oracle;

import io.aftercare.domain.sla.ClockMetric;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From one start to one end of what a metric measures. */
final class Episode {
  /** Where within a step something happens: hand-overs come before what the event itself means. */
  enum Part {
    HAND_OVER,
    MEANING
  }

  /** How it ended. */
  record End(int step, Part part, boolean met, String cause) {}

  /** The survivor of a merge learnt of an earlier start. */
  record Earlier(int step, long start) {}

  final ClockMetric metric;
  final int number;

  /** The step that began it, and where in that. */
  final int step;

  final Part part;

  /** Since when it counts, ms, as known at its beginning. */
  final long start;

  final List<Earlier> earlier = new ArrayList<>();
  @Nullable End end;

  Episode(ClockMetric metric, int number, int step, Part part, long start) {
    this.metric = metric;
    this.number = number;
    this.step = step;
    this.part = part;
    this.start = start;
  }

  boolean running() {
    return end == null;
  }

  /** Since when it counts, ms, once everything up to and in this step is known. */
  long startAsOf(int lastStep) {
    long earliest = start;
    for (Earlier each : earlier) {
      if (each.step() <= lastStep) {
        earliest = Math.min(earliest, each.start());
      }
    }
    return earliest;
  }
}
