package io.aftercare.domain.sla;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How clocks of a policy run.
 *
 * @param calendar {@code 24x7}, {@link #BUSINESS}, or the id of a calendar
 * @param pauseStatuses statuses in which the clock stands still
 * @param warnPercents shares of the allowed time at which to warn, rising, 1 to 99
 * @param followsFacts whether a change of priority or other facts moves the deadline of a running
 *     clock
 * @param reopens whether a reopening starts the next cycle
 * @param earlierStart whether the survivor of a merge takes the earlier start
 * @param overtakesRunning whether this version, once in force, also rules clocks that run under an
 *     older one
 */
public record ClockRules(
    String calendar,
    Set<TicketStatus> pauseStatuses,
    List<Integer> warnPercents,
    boolean followsFacts,
    boolean reopens,
    boolean earlierStart,
    boolean overtakesRunning)
    implements Serializable {

  /** The calendar that the event names, else the region's, else {@code 24x7}. */
  public static final String BUSINESS = "business";

  /** The warnings unless a policy says otherwise, %. */
  public static final List<Integer> WARN_PERCENTS = List.of(70, 90);

  private static final Set<TicketStatus> ENDED =
      EnumSet.of(TicketStatus.RESOLVED, TicketStatus.CLOSED, TicketStatus.CANCELLED);

  /** Around the clock, no pauses, the usual warnings. */
  public static final ClockRules CALENDAR_TIME = on("24x7", Set.of());

  /** Refuses what makes no sense; the message says why. */
  public ClockRules {
    pauseStatuses = Set.copyOf(pauseStatuses);
    warnPercents = List.copyOf(warnPercents);
    for (int i = 0; i < warnPercents.size(); i++) {
      int percent = warnPercents.get(i);
      if (percent < 1 || percent > 99 || (i > 0 && percent <= warnPercents.get(i - 1))) {
        throw new IllegalArgumentException(
            "warns at " + warnPercents + "; right are rising percentages from 1 to 99");
      }
    }
    for (TicketStatus status : pauseStatuses) {
      if (ENDED.contains(status)) {
        throw new IllegalArgumentException(
            "pauses in " + status.label() + ", where a ticket ended");
      }
    }
  }

  /** The usual rules on a calendar. */
  public static ClockRules on(String calendar, Set<TicketStatus> pauseStatuses) {
    return new ClockRules(calendar, pauseStatuses, WARN_PERCENTS, true, true, true, false);
  }
}
