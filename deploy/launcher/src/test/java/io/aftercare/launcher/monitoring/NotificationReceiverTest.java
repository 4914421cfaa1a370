package io.aftercare.launcher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationReceiverTest {
  /** As Alertmanager 0.25 posts it, shortened. */
  private static final String BODY =
      """
      {"receiver":"page","status":"firing","alerts":[
        {"status":"firing",
         "labels":{"alertname":"TriageOverdueMany","region":"metro","severity":"page"},
         "annotations":{"summary":"metro: 7 tickets","runbook":"TriageOverdueMany.md",
           "tickets":"SD-1000012 (overdue 2h 13m),\\n SD-7 (overdue 3m)"},
         "startsAt":"2026-11-24T08:40:00.123Z","endsAt":"0001-01-01T00:00:00Z",
         "generatorURL":"http://x/graph","fingerprint":"58cb9ae0"}],
       "groupLabels":{"alertname":"TriageOverdueMany","region":"metro"},
       "commonLabels":{},"commonAnnotations":{},"externalURL":"http://x",
       "version":"4","groupKey":"{}","truncatedAlerts":0}
      """;

  private final List<Notification> taken = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whatAlertmanagerPostsIsHandedOn() throws Exception {
    try (NotificationReceiver receiver = NotificationReceiver.start(taken::add)) {
      assertThat(post(receiver.address(), BODY).statusCode()).isEqualTo(200);
    }
    assertThat(taken)
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.receiver()).isEqualTo("page");
              assertThat(told.groupLabels()).containsEntry("region", "metro");
              assertThat(told.alerts()).hasSize(1);
            });
    assertThat(taken.get(0).alerts().get(0))
        .satisfies(
            alert -> {
              assertThat(alert.isFiring()).isTrue();
              assertThat(alert.name()).isEqualTo("TriageOverdueMany");
              assertThat(alert.annotation("tickets")).contains("SD-1000012");
              assertThat(alert.startsAt()).isEqualTo("2026-11-24T08:40:00.123Z");
            });
  }

  @Test
  void whatIsNoNotificationIsRefusedWithTheReason() throws Exception {
    try (NotificationReceiver receiver = NotificationReceiver.start(taken::add)) {
      HttpResponse<String> answer = post(receiver.address(), "{\"alerts\": 7}");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).startsWith("no notification of Alertmanager: ");
    }
    assertThat(taken).isEmpty();
  }

  private static HttpResponse<String> post(URI to, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(to).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
