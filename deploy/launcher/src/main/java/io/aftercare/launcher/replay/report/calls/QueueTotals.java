package io.aftercare.launcher.replay.report.calls;

import io.aftercare.domain.call.Outcome;
import io.aftercare.domain.call.ServiceLevel;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a whole replay saw of one queue. Ratios and means are as in the reports, empty where there
 * is nothing to divide by.
 *
 * @param outcomes how the waits ended, who still waits included
 * @param levels the service level by every definition
 * @param asa average speed of answer, s
 * @param aht average handle time, s
 */
public record QueueTotals(
    String queue,
    long offered,
    long answered,
    long abandoned,
    Map<Outcome, Long> outcomes,
    Map<ServiceLevel, String> levels,
    String asa,
    String aht) {

  static QueueTotals of(String queue, QueueFigures figures) {
    Waits waits = figures.waits();
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, waits.of(outcome));
    }
    Map<ServiceLevel, String> levels = new EnumMap<>(ServiceLevel.class);
    for (ServiceLevel definition : ServiceLevel.values()) {
      levels.put(definition, waits.level(definition));
    }
    return new QueueTotals(
        queue,
        waits.number(),
        waits.answered(),
        waits.abandoned(),
        outcomes,
        levels,
        waits.averageWait(),
        figures.handling().average());
  }

  /** Whether it is all queues together. */
  public boolean isAll() {
    return queue.equals(Queues.ALL);
  }
}
