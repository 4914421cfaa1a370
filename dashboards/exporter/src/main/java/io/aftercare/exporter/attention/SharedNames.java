package io.aftercare.exporter.attention;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One string for each name that many tickets carry (regions, queues, policies), not one a ticket.
 * Holds at most {@value #MOST}; names beyond stay as they came. Not thread-safe.
 */
final class SharedNames {
  private static final int MOST = 10_000;
  private final Map<String, String> names = new HashMap<>();

  String shared(String name) {
    String known = names.get(name);
    if (known != null) {
      return known;
    }
    if (names.size() < MOST) {
      names.put(name, name);
    }
    return name;
  }

  @Nullable String sharedIfAny(@Nullable String name) {
    return name == null ? null : shared(name);
  }
}
