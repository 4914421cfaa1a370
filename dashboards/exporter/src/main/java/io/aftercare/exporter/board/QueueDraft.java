package io.aftercare.exporter.board;

import io.aftercare.exporter.view.Level;
import io.aftercare.exporter.view.Observations;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of a queue while the metrics are gone through, one after another. */
final class QueueDraft {
  final ServiceLevels serviceLevels = new ServiceLevels();
  final CallOutcomes outcomes = new CallOutcomes();
  long waiting;
  long callbacksWaiting;
  long offered;
  @Nullable Instant longestWaitSince;
  @Nullable Double thresholdSeconds;
  @Nullable Double target;
  private @Nullable Observations waits;
  private @Nullable Observations handled;

  void threshold(Level level) {
    thresholdSeconds = positive(level);
  }

  void target(Level level) {
    target = positive(level);
  }

  void waits(Observations observed) {
    waits = observed;
  }

  void handled(Observations observed) {
    handled = observed;
  }

  QueueRow row(QueuePlace place) {
    return new QueueRow(
        place.region(),
        place.queue(),
        waiting,
        longestWaitSince,
        callbacksWaiting,
        thresholdSeconds,
        target,
        serviceLevels.rows(),
        Math.max(0, offered),
        outcomes.totals(),
        outcomes.abandonRate(),
        outcomes.abandonCalls(),
        mean(waits),
        count(waits),
        mean(handled),
        count(handled));
  }

  private static @Nullable Double positive(Level level) {
    return Double.isFinite(level.value()) && level.value() > 0 ? level.value() : null;
  }

  private static long count(@Nullable Observations observed) {
    return observed == null ? 0 : observed.count();
  }

  /** Seconds to the millisecond. */
  private static @Nullable Double mean(@Nullable Observations observed) {
    Double mean = observed == null ? null : observed.mean();
    return mean == null ? null : Math.rint(mean * 1e3) / 1e3;
  }
}
