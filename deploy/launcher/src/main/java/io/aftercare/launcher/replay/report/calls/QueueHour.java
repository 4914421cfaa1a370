package io.aftercare.launcher.replay.report.calls;

/** What happened in one queue in one hour. */
final class QueueHour {
  /** Waits that began in the hour, whenever they ended. */
  final Waits entered = new Waits();

  /** Waits that ended in the hour, whenever they began. */
  final Waits exited = new Waits();

  /** What agents did with those who entered in the hour. */
  final Handling handling = new Handling();
}
