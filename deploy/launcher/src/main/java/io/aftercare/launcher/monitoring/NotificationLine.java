package io.aftercare.launcher.monitoring;

import io.aftercare.launcher.monitoring.Notification.Alert;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A notification as one line to read:
 *
 * <pre>PAGE    TriageOverdueMany metro: SD-1000012 (overdue 2h 13m) -> TriageOverdueMany.md</pre>
 *
 * <p>{@code OK} leads what is over. An alert that says of itself that it is for nobody (severity
 * none) has no line.
 */
public final class NotificationLine {
  private NotificationLine() {}

  /** The line; empty if it is for nobody. */
  public static Optional<String> of(Notification notification) {
    List<Alert> told =
        notification.alerts().stream()
            .filter(each -> !"none".equals(each.label("severity")))
            .filter(each -> each.isFiring() || "resolved".equals(notification.status()))
            .toList();
    return told.isEmpty() ? Optional.empty() : Optional.of(line(told));
  }

  private static String line(List<Alert> alerts) {
    Alert first = alerts.get(0);
    String urgency = first.isFiring() ? first.label("severity").toUpperCase(Locale.ROOT) : "OK";
    String where = first.label("region");
    String what = first.isFiring() ? facts(alerts) + " -> " + first.annotation("runbook") : "over";
    String line =
        String.format(
            Locale.ROOT,
            "%-6s  %s%s: %s",
            urgency,
            first.name(),
            where.isEmpty() ? "" : " " + where,
            what);
    return line.replaceAll("\\s*\\R\\s*", " ");
  }

  /** The tickets where they are named, else what the alert is about. */
  private static String facts(List<Alert> alerts) {
    return alerts.stream()
        .map(NotificationLine::facts)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String facts(Alert alert) {
    String tickets = alert.annotation("tickets").strip();
    return tickets.isEmpty() ? alert.annotation("summary").strip() : tickets;
  }
}
