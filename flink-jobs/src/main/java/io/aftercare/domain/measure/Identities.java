package io.aftercare.domain.measure;

import io.aftercare.domain.measure.Measure.Kind;
import io.aftercare.domain.sla.Policy;
import java.util.HashMap;
import java.util.Map;

/**
 * What must always add up (the two sides' difference; anything but 0 is a bug):
 *
 * <ol>
 *   <li>{@code events}: read = applied + duplicate + rejected + late_dropped;
 *   <li>{@code clocks}: opened = settled + running, net of retractions, over all regions (a clock
 *       may settle in another region than it opened in); shadows are not counted as running, so
 *       they have no say;
 *   <li>{@code backlog}, per region: open tickets = created + reopened + in - out - resolved -
 *       cancelled, net of retractions.
 * </ol>
 */
public final class Identities {
  private static final String ALL = "";

  private Identities() {}

  /** An identity, and the region it is about (empty: all regions together). */
  public record Identity(String name, String region) {}

  /** The imbalance of every identity. */
  public static Map<Identity, Long> imbalances(Map<Series, Total> totals) {
    Map<Identity, Long> sums = new HashMap<>();
    sums.put(new Identity("events", ALL), 0L);
    sums.put(new Identity("clocks", ALL), 0L);
    totals.forEach((series, total) -> add(series, total.value(), sums));
    return sums;
  }

  private static void add(Series series, long value, Map<Identity, Long> sums) {
    Measure measure = series.measure();
    if (measure.kind() == Kind.HISTOGRAM) {
      return;
    }
    String name = identity(measure);
    long sign = sign(series);
    if (!name.isEmpty() && sign != 0) {
      String region = name.equals("backlog") ? series.labels().get(0) : ALL;
      sums.merge(new Identity(name, region), sign * value, Long::sum);
    }
  }

  private static String identity(Measure measure) {
    return switch (measure) {
      case EVENTS_READ, EVENTS -> "events";
      case SLA_CLOCKS_OPENED,
          SLA_CLOCKS_OPENED_RETRACTED,
          SLA_VERDICTS,
          SLA_VERDICTS_RETRACTED,
          SLA_OPEN_CLOCKS ->
          "clocks";
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

  /** +1 on the left side of its identity, -1 on the right. */
  private static long sign(Series series) {
    return shadow(series) ? 0 : signOf(series);
  }

  private static boolean shadow(Series series) {
    return switch (series.measure()) {
      case SLA_CLOCKS_OPENED, SLA_CLOCKS_OPENED_RETRACTED ->
          !series.labels().get(2).equals(Policy.ACTIVE);
      case SLA_VERDICTS, SLA_VERDICTS_RETRACTED -> !series.labels().get(4).equals(Policy.ACTIVE);
      default -> false;
    };
  }

  private static long signOf(Series series) {
    return switch (series.measure()) {
      case EVENTS_READ,
          SLA_CLOCKS_OPENED,
          SLA_VERDICTS_RETRACTED,
          TICKETS_CREATED,
          TICKETS_REOPENED,
          TICKETS_RESOLVED_RETRACTED,
          TICKETS_CANCELLED_RETRACTED ->
          1;
      case EVENTS,
          SLA_CLOCKS_OPENED_RETRACTED,
          SLA_VERDICTS,
          TICKETS_CREATED_RETRACTED,
          TICKETS_REOPENED_RETRACTED,
          TICKETS_RESOLVED,
          TICKETS_CANCELLED,
          BACKLOG_TICKETS ->
          -1;
      case SLA_OPEN_CLOCKS -> series.labels().get(3).equals("overdue") ? 0 : -1;
      case TICKETS_TRANSFERRED -> direction(series);
      case TICKETS_TRANSFERRED_RETRACTED -> -direction(series);
      default -> 0;
    };
  }

  private static long direction(Series series) {
    return series.labels().get(1).equals("in") ? 1 : -1;
  }
}
