package io.aftercare.launcher.monitoring;

import io.aftercare.launcher.monitoring.Notification.Alert;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Everything that Alertmanager has sent, in the order and with the instants of receipt. */
final class NotificationLog implements AutoCloseable {
  private static final Pattern TICKET = Pattern.compile("([\\w-]+) \\(overdue [^)]+\\)");

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final NotificationReceiver receiver;

  /** One alert of a notification. */
  record Received(Instant at, Alert alert) {
    /** The tickets that its text names. */
    Set<String> tickets() {
      return TICKET
          .matcher(alert.annotation("tickets"))
          .results()
          .map(each -> each.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  NotificationLog() throws IOException {
    receiver = NotificationReceiver.start(this::take);
  }

  private void take(Notification notification) {
    Instant now = Instant.now();
    notification.alerts().forEach(alert -> received.add(new Received(now, alert)));
  }

  URI webhook() {
    return receiver.address();
  }

  List<Received> all() {
    return List.copyOf(received);
  }

  List<Received> of(String alert, String region) {
    return received.stream()
        .filter(each -> each.alert().name().equals(alert))
        .filter(each -> each.alert().label("region").equals(region))
        .toList();
  }

  @Override
  public void close() {
    receiver.close();
  }
}
