package io.aftercare.domain.measure;

import io.aftercare.domain.sla.TicketStatus;
import java.util.List;
import java.util.Locale;

/**
 * Series as earlier versions labelled them, in today's labels. Several may become one; their totals
 * add up.
 */
public final class OldSeries {
  private static final List<String> CHANGES = List.of("breached_to_met", "met_to_breached");

  private OldSeries() {}

  /** The series in today's labels: itself, if it has them. */
  public static Series today(Series kept) {
    List<String> labels = kept.labels();
    return switch (kept.measure()) {
      case TICKETS_CREATED, TICKETS_CREATED_RETRACTED, FIRST_RESPONSE_SECONDS ->
          labels.size() == 3 ? with(kept, labels.get(0), labels.get(1)) : kept; // had a priority
      case TICKETS_RESOLVED,
          TICKETS_RESOLVED_RETRACTED,
          TICKETS_REOPENED,
          TICKETS_REOPENED_RETRACTED,
          TICKETS_CLOSED,
          TICKETS_CLOSED_RETRACTED ->
          labels.size() == 3 ? with(kept, labels.get(0), labels.get(2)) : kept; // had a channel
      case BACKLOG_TICKETS ->
          labels.size() == 4 // had a service type, and the status itself
              ? with(kept, labels.get(0), labels.get(2), state(labels.get(3)))
              : kept;
      case SLA_VERDICTS_RETRACTED ->
          labels.size() == 5 // had a priority
              ? with(kept, labels.get(0), labels.get(1), labels.get(3), labels.get(4))
              : kept;
      case SLA_CORRECTIONS ->
          CHANGES.contains(labels.get(2))
              ? kept
              : with(kept, labels.get(0), labels.get(1), "other");
      default -> kept;
    };
  }

  private static String state(String status) {
    return TicketGauges.state(TicketStatus.valueOf(status.toUpperCase(Locale.ROOT)));
  }

  private static Series with(Series series, String... labels) {
    return new Series(series.measure(), List.of(labels));
  }
}
