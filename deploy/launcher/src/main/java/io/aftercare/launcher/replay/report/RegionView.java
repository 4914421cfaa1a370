package io.aftercare.launcher.replay.report;

import org.jspecify.annotations.Nullable;

/** Which region a figure belongs to: the one that owned the ticket then, or the customer's. */
public enum RegionView {
  OWNER,
  ORIGIN;

  /** Name of the region of tickets that state none. */
  static final String UNKNOWN = "unknown";

  String of(@Nullable String owner, @Nullable String origin) {
    String region = this == OWNER ? owner : origin;
    return region == null || region.isEmpty() ? UNKNOWN : region.intern();
  }
}
