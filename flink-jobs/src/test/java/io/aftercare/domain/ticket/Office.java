package io.aftercare.domain.ticket;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.calendar.DayHours;
import io.aftercare.domain.calendar.ServiceHours;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.TicketStatus;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Promises in office hours, Monday to Friday nine to five: region north in Berlin (in the winter
 * 08:00Z to 16:00Z), south in Kolkata (03:30Z to 11:30Z). Resolution P1 4 h, P2 8 h, P3 24 h,
 * ownership 8 h, next response 4 h, all in office hours, not while the customer is asked; first
 * response 1 h and triage 2 h around the clock.
 */
final class Office {
  static final ClockRules OFFICE_HOURS =
      ClockRules.on(ClockRules.BUSINESS, Set.of(TicketStatus.WAITING_CUSTOMER));

  private Office() {}

  static Rulebook rules(Policy... more) {
    return rules(List.of(), more);
  }

  static Rulebook rules(List<CalendarVersion> versions, Policy... more) {
    List<Policy> policies = new ArrayList<>(List.of(more));
    policies.add(
        policy("first_response", ClockMetric.FIRST_RESPONSE, Allowance.all(Events.HOUR), AROUND));
    policies.add(policy("triage", ClockMetric.TRIAGE, Allowance.all(2 * Events.HOUR), AROUND));
    policies.add(policy("resolution", ClockMetric.RESOLUTION, hours(4, 8, 24), OFFICE_HOURS));
    policies.add(
        policy("ownership", ClockMetric.OWNERSHIP, Allowance.all(8 * Events.HOUR), OFFICE_HOURS));
    policies.add(
        policy(
            "next_response",
            ClockMetric.NEXT_RESPONSE,
            Allowance.all(4 * Events.HOUR),
            OFFICE_HOURS));
    List<CalendarVersion> calendars = new ArrayList<>(versions);
    calendars.add(nineToFive("berlin", "Europe/Berlin"));
    calendars.add(nineToFive("kolkata", "Asia/Kolkata"));
    return Rulebook.of(
        policies,
        calendars,
        List.of(
            new Region("north", ZoneId.of("Europe/Berlin"), "berlin"),
            new Region("south", ZoneId.of("Asia/Kolkata"), "kolkata")));
  }

  private static final ClockRules AROUND =
      ClockRules.on("24x7", Set.of(TicketStatus.WAITING_CUSTOMER));

  /** Targets of P1, P2 and P3. */
  static Allowance hours(int p1, int p2, int p3) {
    return Allowance.of(
        Map.of(
            Priority.P1, p1 * Events.HOUR,
            Priority.P2, p2 * Events.HOUR,
            Priority.P3, p3 * Events.HOUR));
  }

  static Policy policy(String sla, ClockMetric metric, Allowance allowance, ClockRules rules) {
    return Policy.of(sla, sla, metric, Match.ANY, allowance, rules);
  }

  /** The next version of the resolution policy: P1 2 h. */
  static Policy shorter(long from, boolean overtakes) {
    return new Policy(
        "resolution",
        2,
        from,
        false,
        "resolution",
        Policy.ACTIVE,
        ClockMetric.RESOLUTION,
        null,
        Match.ANY,
        hours(2, 8, 24),
        new ClockRules(
            ClockRules.BUSINESS,
            Set.of(TicketStatus.WAITING_CUSTOMER),
            ClockRules.WARN_PERCENTS,
            true,
            true,
            true,
            overtakes));
  }

  private static CalendarVersion nineToFive(String id, String zone) {
    return version(id, zone, 1, Policy.ALWAYS, "09:00-17:00");
  }

  static CalendarVersion version(String id, String zone, int version, long from, String hours) {
    Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
        week.put(day, DayHours.of(hours));
      }
    }
    return new CalendarVersion(
        version,
        from,
        false,
        BusinessCalendar.of(new ServiceHours(id, ZoneId.of(zone), week, Map.of(), Map.of())));
  }
}
