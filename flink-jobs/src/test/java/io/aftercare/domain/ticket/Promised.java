package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.ChannelClass;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * First response, resolution and due time around the clock, by the targets that the design states.
 */
public final class Promised {
  /** Resolution targets by priority. */
  public static final Allowance RESOLUTION =
      Allowance.of(
          Map.of(
              Priority.P1, 4 * Events.HOUR,
              Priority.P2, 8 * Events.HOUR,
              Priority.P3, 24 * Events.HOUR,
              Priority.P4, 72 * Events.HOUR));

  private Promised() {}

  public static Rulebook shipped() {
    return Rulebook.of(
        List.of(
            response("live", ChannelClass.LIVE, 30_000L),
            response("async", ChannelClass.ASYNC, 3_600_000L),
            Policy.of(
                "resolution",
                "resolution",
                ClockMetric.RESOLUTION,
                Match.ANY,
                RESOLUTION,
                ClockRules.CALENDAR_TIME),
            Policy.of(
                "due",
                "due",
                ClockMetric.RESOLUTION,
                Match.ANY,
                Allowance.until(Allowance.Source.DUE_AT),
                ClockRules.CALENDAR_TIME)));
  }

  /** The same, a follow-up within a day, and a shadow of the resolution that also pauses. */
  public static Rulebook withShadow() {
    List<Policy> policies = new ArrayList<>(shipped().policies());
    policies.add(
        Policy.of(
            "follow-up",
            "follow_up",
            ClockMetric.POST_SERVICE_FOLLOW_UP,
            Match.ANY,
            Allowance.all(24 * Events.HOUR),
            ClockRules.CALENDAR_TIME));
    policies.add(
        Policy.of(
                "strict-resolution",
                "resolution",
                ClockMetric.RESOLUTION,
                Match.ANY,
                Allowance.of(Map.of(Priority.P1, 3 * Events.HOUR, Priority.P2, 6 * Events.HOUR)),
                ClockRules.on("24x7", Set.of(TicketStatus.WAITING_CUSTOMER, TicketStatus.ON_HOLD)))
            .inSlot("strict-resolution", "strict"));
    return Rulebook.of(policies);
  }

  private static Policy response(String id, ChannelClass channelClass, long target) {
    return Policy.of(
        id,
        "first_response",
        ClockMetric.FIRST_RESPONSE,
        Match.of(channelClass),
        Allowance.all(target),
        ClockRules.CALENDAR_TIME);
  }
}
