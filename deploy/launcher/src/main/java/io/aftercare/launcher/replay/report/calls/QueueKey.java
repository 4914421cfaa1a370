package io.aftercare.launcher.replay.report.calls;

import org.jspecify.annotations.Nullable;

/** A queue of a region: two regions may each have a queue of one name. */
record QueueKey(String region, String queue) {
  private static final String UNKNOWN = "unknown";

  static QueueKey of(@Nullable String region, @Nullable String queue) {
    return new QueueKey(named(region), named(queue));
  }

  private static String named(@Nullable String name) {
    return name == null || name.isEmpty() ? UNKNOWN : name.intern();
  }
}
