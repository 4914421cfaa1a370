package io.aftercare.launcher.replay.report.calls;

import io.aftercare.contract.AgentLeg;
import io.aftercare.contract.Contact;
import io.aftercare.contract.ContactSegment;
import io.aftercare.launcher.replay.report.CodePoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of each queue and of all together: what queue_hour.csv is written from. */
final class Queues {
  /** The name of all queues together. */
  static final String ALL = "__ALL__";

  private final Map<QueueKey, QueueFigures> queues = new LinkedHashMap<>();
  private final QueueFigures all = new QueueFigures();

  void add(Contact contact) {
    for (QueueFigures each : boundFor(contact)) {
      each.begin(contact.getOfferedAt());
    }
    for (ContactSegment segment : contact.getSegments()) {
      of(segment.getRegion(), segment.getQueue()).forEach(each -> each.add(segment));
    }
    for (AgentLeg leg : contact.getLegs()) {
      @Nullable Instant enteredAt = enteredAt(contact, leg.getSegment());
      of(leg.getRegion(), leg.getQueue()).forEach(each -> each.add(leg, enteredAt));
    }
  }

  /** The queue that its events name first; all alone if they name none. */
  private List<QueueFigures> boundFor(Contact contact) {
    if (contact.getQueue() != null) {
      return of(contact.getRegion(), contact.getQueue());
    }
    return contact.getSegments().isEmpty()
        ? List.of(all)
        : of(contact.getSegments().get(0).getRegion(), contact.getSegments().get(0).getQueue());
  }

  private static @Nullable Instant enteredAt(Contact contact, int segment) {
    return contact.getSegments().stream()
        .filter(each -> each.getNumber() == segment)
        .map(ContactSegment::getEnteredAt)
        .findFirst()
        .orElse(null);
  }

  private List<QueueFigures> of(@Nullable String region, @Nullable String queue) {
    QueueKey key = QueueKey.of(region, queue);
    return List.of(queues.computeIfAbsent(key, k -> new QueueFigures()), all);
  }

  /** By the names of the reports, all together among them. */
  List<Named> byName() {
    QueueNames names = QueueNames.of(queues.keySet());
    List<Named> sorted = new ArrayList<>();
    queues.forEach((key, figures) -> sorted.add(new Named(names.of(key), figures)));
    sorted.add(new Named(ALL, all));
    sorted.sort(Comparator.comparing(Named::name, CodePoints.ORDER));
    return sorted;
  }

  /** Figures under the name that the reports give them. */
  record Named(String name, QueueFigures figures) {}
}
