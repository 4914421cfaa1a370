package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.ChannelClass;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Policies;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The targets that the design states, written down a second time. */
public final class Promised {
  private Promised() {}

  public static Policies shipped() {
    return new Policies(
        List.of(
            response("live", ChannelClass.LIVE, 30_000L),
            response("async", ChannelClass.ASYNC, 3_600_000L),
            new Policy(
                "resolution",
                1,
                "resolution",
                Policy.ACTIVE,
                ClockMetric.RESOLUTION,
                null,
                Map.of(
                    Priority.P1, 4 * Events.HOUR,
                    Priority.P2, 8 * Events.HOUR,
                    Priority.P3, 24 * Events.HOUR,
                    Priority.P4, 72 * Events.HOUR),
                false),
            new Policy(
                "due", 1, "due", Policy.ACTIVE, ClockMetric.RESOLUTION, null, Map.of(), true)));
  }

  private static Policy response(String id, ChannelClass channelClass, long target) {
    Map<Priority, Long> targets = new EnumMap<>(Priority.class);
    for (Priority priority : Priority.values()) {
      targets.put(priority, target);
    }
    return new Policy(
        id,
        1,
        "first_response",
        Policy.ACTIVE,
        ClockMetric.FIRST_RESPONSE,
        channelClass,
        targets,
        false);
  }
}
