package io.aftercare.launcher.replay;

import io.aftercare.launcher.UsageException;
import io.aftercare.launcher.replay.mapping.EventKind;
import io.aftercare.launcher.replay.mapping.Mapping;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/** Options that mean something for files of one kind alone; refused with the other. */
final class KindOptions {
  private static final List<String> TICKETS =
      List.of("--sla", "--by-region", "--windows", "--spikes", "--allowed-lateness");
  private static final List<String> CALLS =
      List.of("--threshold", "--short-abandon", "--inclusive");
  private static final ZoneId UTC = ZoneId.of("UTC");

  private KindOptions() {}

  /**
   * Refuses what does not fit.
   *
   * @param given whether the person named an option
   */
  static void check(Mapping mapping, Predicate<String> given, ZoneId zone) {
    EventKind kind = mapping.kind();
    for (String option : kind == EventKind.TICKETS ? CALLS : TICKETS) {
      if (given.test(option)) {
        throw new UsageException(
            "%s: says nothing about %s, which %s maps; %s"
                .formatted(option, kind.stream(), mapping.file(), instead(kind)));
      }
    }
    if (kind == EventKind.CALLS && !zone.getRules().equals(UTC.getRules())) {
      throw new UsageException(
          "--zone " + zone + ": reports of calls are by the hour, in UTC; leave it out");
    }
  }

  private static String instead(EventKind kind) {
    return kind == EventKind.TICKETS
        ? "targets of tickets stand in --policies"
        : "leave it out; calls are measured by " + String.join(", ", CALLS);
  }
}
