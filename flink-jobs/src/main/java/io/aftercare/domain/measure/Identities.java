package io.aftercare.domain.measure;

import io.aftercare.domain.measure.Measure.Kind;
import io.aftercare.domain.sla.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What must always add up (the two sides' difference; anything but 0 is a bug):
 *
 * <ol>
 *   <li>{@code events}: read = applied + duplicate + rejected + late_dropped;
 *   <li>{@code clocks}: opened = settled + running + paused, of the active slot, net of
 *       retractions, over all regions (a clock may settle in another region than it opened in);
 *   <li>{@code shadow_clocks}: the same of all other slots together;
 *   <li>{@code backlog}, per region: open tickets = created + reopened + in - out - resolved -
 *       cancelled, net of retractions;
 *   <li>{@code time}: what tickets spent in stages = what they lived, ms, as far as it is booked,
 *       net of retractions, over all regions (a ticket's time may be booked in several);
 *   <li>{@code call_events}, {@code agent_events}, {@code callback_clocks}: the same of contacts
 *       and agents;
 *   <li>{@code calls}: entered a queue = settled + waiting, net of retractions, over all queues.
 * </ol>
 */
public final class Identities {
  private static final String ALL = "";
  private static final String CLOCKS = "clocks";
  private static final String SHADOW_CLOCKS = "shadow_clocks";
  private static final String TIME = "time";
  private static final String CALLS = "calls";

  /** Those over all regions that each job weighs from the start. */
  private static final Map<String, List<String>> OF_JOBS =
      Map.of(
          "tickets", List.of("events", CLOCKS, SHADOW_CLOCKS, TIME),
          "calls", List.of("call_events", "agent_events", CALLS, "callback_clocks"));

  private Identities() {}

  /** An identity, and the region it is about (empty: all regions together). */
  public record Identity(String name, String region) {}

  /** The imbalance of every identity that a job weighs. */
  public static Map<Identity, Long> imbalances(String job, Map<Series, Total> totals) {
    Map<Identity, Long> sums = new HashMap<>();
    OF_JOBS.getOrDefault(job, List.of()).forEach(name -> sums.put(new Identity(name, ALL), 0L));
    totals.forEach((series, total) -> add(job, series, total.value(), sums));
    return sums;
  }

  private static void add(String job, Series series, long value, Map<Identity, Long> sums) {
    Measure measure = series.measure();
    if (measure.kind() == Kind.HISTOGRAM || measure.kind() == Kind.LEVEL) {
      return;
    }
    String name = identity(job, series);
    long sign = sign(series);
    if (!name.isEmpty() && sign != 0) {
      String region = name.equals("backlog") ? series.labels().get(0) : ALL;
      sums.merge(new Identity(name, region), sign * value, Long::sum);
    }
  }

  private static String identity(String job, Series series) {
    return switch (series.measure()) {
      case EVENTS_READ, EVENTS -> events(series.labels().get(0));
      case SLA_CLOCKS_OPENED, SLA_CLOCKS_OPENED_RETRACTED, SLA_VERDICTS, SLA_VERDICTS_RETRACTED ->
          clocks(job, slot(series).equals(Policy.ACTIVE));
      case SLA_OPEN_CLOCKS -> clocks(job, true);
      case STAGE_TIME_SECONDS,
          STAGE_TIME_SECONDS_RETRACTED,
          TICKET_LIFE_SECONDS,
          TICKET_LIFE_SECONDS_RETRACTED ->
          TIME;
      case SLA_SHADOW_CLOCKS -> clocks(job, false);
      case CALLS_OFFERED,
          CALLS_OFFERED_RETRACTED,
          CALLS_SETTLED,
          CALLS_SETTLED_RETRACTED,
          CALLS_WAITING ->
          CALLS;
      case TICKETS_CREATED,
          TICKETS_CREATED_RETRACTED,
          TICKETS_RESOLVED,
          TICKETS_RESOLVED_RETRACTED,
          TICKETS_REOPENED,
          TICKETS_REOPENED_RETRACTED,
          TICKETS_CANCELLED,
          TICKETS_CANCELLED_RETRACTED,
          TICKETS_TRANSFERRED,
          TICKETS_TRANSFERRED_RETRACTED,
          BACKLOG_TICKETS ->
          "backlog";
      default -> "";
    };
  }

  private static String events(String stream) {
    return switch (stream) {
      case "calls" -> "call_events";
      case "agents" -> "agent_events";
      default -> "events";
    };
  }

  /** Callbacks' clocks are the call job's, all slots together. */
  private static String clocks(String job, boolean active) {
    if (job.equals("calls")) {
      return "callback_clocks";
    }
    return active ? CLOCKS : SHADOW_CLOCKS;
  }

  /** +1 on the left side of its identity, -1 on the right. */
  private static long sign(Series series) {
    return switch (series.measure()) {
      case EVENTS_READ,
          CALLS_OFFERED,
          CALLS_SETTLED_RETRACTED,
          SLA_CLOCKS_OPENED,
          SLA_VERDICTS_RETRACTED,
          STAGE_TIME_SECONDS,
          TICKET_LIFE_SECONDS_RETRACTED,
          TICKETS_CREATED,
          TICKETS_REOPENED,
          TICKETS_RESOLVED_RETRACTED,
          TICKETS_CANCELLED_RETRACTED ->
          1;
      case EVENTS,
          CALLS_OFFERED_RETRACTED,
          CALLS_SETTLED,
          CALLS_WAITING,
          SLA_CLOCKS_OPENED_RETRACTED,
          SLA_VERDICTS,
          STAGE_TIME_SECONDS_RETRACTED,
          TICKET_LIFE_SECONDS,
          TICKETS_CREATED_RETRACTED,
          TICKETS_REOPENED_RETRACTED,
          TICKETS_RESOLVED,
          TICKETS_CANCELLED,
          BACKLOG_TICKETS,
          SLA_SHADOW_CLOCKS ->
          -1;
      case SLA_OPEN_CLOCKS -> series.labels().get(3).equals("overdue") ? 0 : -1;
      case TICKETS_TRANSFERRED -> direction(series);
      case TICKETS_TRANSFERRED_RETRACTED -> -direction(series);
      default -> 0;
    };
  }

  /** The last label of what has one. */
  private static String slot(Series series) {
    return series.labels().get(series.labels().size() - 1);
  }

  private static long direction(Series series) {
    return series.labels().get(1).equals("in") ? 1 : -1;
  }
}
