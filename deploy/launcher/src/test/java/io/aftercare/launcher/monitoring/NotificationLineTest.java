package io.aftercare.launcher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.monitoring.Notification.Alert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotificationLineTest {
  private static final Map<String, String> TICKETS =
      Map.of(
          "summary", "metro: 7 tickets went past the time to triage",
          "tickets", "SD-1000012 (overdue 2h 13m 0s),\n  SD-7 (overdue 3m 0s)",
          "runbook", "TriageOverdueMany.md");

  @Test
  void namesUrgencyAlertRegionTicketsAndRunbookInOneLine() {
    assertThat(line("firing", alert("firing", "page", "metro", TICKETS)))
        .isEqualTo(
            "PAGE    TriageOverdueMany metro: SD-1000012 (overdue 2h 13m 0s), SD-7 (overdue 3m 0s)"
                + " -> TriageOverdueMany.md");
  }

  @Test
  void saysWhatItIsAboutWhereThereAreNoTickets() {
    Map<String, String> facts = Map.of("summary", "Event time stands", "runbook", "Stalled.md");
    assertThat(line("firing", alert("firing", "notify", "", facts)))
        .isEqualTo("NOTIFY  TriageOverdueMany: Event time stands -> Stalled.md");
  }

  @Test
  void saysEachFactOfAGroupOnceAndOnlyOfWhatStillFires() {
    Map<String, String> other = Map.of("tickets", "SD-9 (overdue 1m 0s)", "runbook", "x.md");
    assertThat(
            line(
                "firing",
                alert("firing", "page", "metro", other),
                alert("firing", "page", "metro", other),
                alert("resolved", "page", "metro", TICKETS)))
        .isEqualTo("PAGE    TriageOverdueMany metro: SD-9 (overdue 1m 0s) -> x.md");
  }

  @Test
  void saysWhenItIsOver() {
    assertThat(line("resolved", alert("resolved", "page", "metro", TICKETS)))
        .isEqualTo("OK      TriageOverdueMany metro: over");
  }

  @Test
  void theHeartbeatIsForNobody() {
    Notification heartbeat =
        new Notification(
            "firing", "heartbeat", Map.of(), List.of(alert("firing", "none", "", Map.of())));
    assertThat(NotificationLine.of(heartbeat)).isEmpty();
  }

  private static String line(String status, Alert... alerts) {
    return NotificationLine.of(new Notification(status, "any", Map.of(), List.of(alerts)))
        .orElseThrow();
  }

  private static Alert alert(
      String status, String severity, String region, Map<String, String> annotations) {
    Map<String, String> labels =
        Map.of("alertname", "TriageOverdueMany", "severity", severity, "region", region);
    return new Alert(status, labels, annotations, "2026-01-01T00:00:00Z", "f");
  }
}
