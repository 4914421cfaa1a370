package io.aftercare.oracle;

import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.ticket.TicketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Shuffling, and random histories in words. */
final class Chance {
  private Chance() {}

  static <T> List<T> shuffled(List<T> of, SplittableRandom random) {
    List<T> order = new ArrayList<>(of);
    for (int i = order.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T swap = order.get(i);
      order.set(i, order.get(j));
      order.set(j, swap);
    }
    return order;
  }

  /** What an event says, without what it does not. */
  static String text(TicketEvent e) {
    String text =
        "%s %s %s by %s%s"
            .formatted(
                Instant.ofEpochMilli(e.occurredAt()),
                e.eventId(),
                e.type(),
                e.actor(),
                e.visible() ? "" : " internal");
    if (e.sequence() != TicketEvent.UNSEQUENCED) {
      text += " #" + e.sequence();
    }
    if (e.earlierStart() != Clock.NEVER) {
      text += " earlier start " + Instant.ofEpochMilli(e.earlierStart());
    }
    if (e.contactId() != null) {
      text += " contact " + e.contactId();
    }
    if (e.relatedTicketId() != null) {
      text += " about " + e.relatedTicketId();
    }
    if (e.correctsEventId() != null) {
      text += " corrects " + e.correctsEventId() + " recorded " + e.recordedAt();
    }
    return text + " " + e.followUp() + " states " + facts(e.stated());
  }

  /** A policy without the conditions that it does not have. */
  static String text(Policy p) {
    String text = p.toString().replaceAll("(\\w+=\\[\\]|objective=null)(, )?", "");
    return text.replace("=" + Policy.ALWAYS, "=ever")
        .replace(
            "effectiveFrom=" + p.effectiveFrom(), "effectiveFrom=" + instant(p.effectiveFrom()));
  }

  static String text(CalendarVersion c) {
    return "v%d from %s%s %s"
        .formatted(
            c.version(),
            instant(c.effectiveFrom()),
            c.overtakesRunning() ? " overtakes" : "",
            c.calendar().description());
  }

  static String instant(long millis) {
    return millis == Clock.NEVER
        ? "never"
        : millis == Policy.ALWAYS ? "ever" : Instant.ofEpochMilli(millis).toString();
  }

  private static String facts(Facts f) {
    List<String> parts = new ArrayList<>();
    parts.add(String.valueOf(f.region()));
    parts.add(String.valueOf(f.priority()));
    parts.add(String.valueOf(f.status()));
    parts.add(String.valueOf(f.channel()));
    parts.add(String.valueOf(f.serviceType()));
    parts.add(String.valueOf(f.queue()));
    parts.add(String.valueOf(f.customerTier()));
    parts.add(String.valueOf(f.productLine()));
    parts.add(String.valueOf(f.calendar()));
    parts.add(String.valueOf(f.resolutionMode()));
    parts.add("due " + (f.dueAt() == Facts.NOT_DUE ? "-" : Instant.ofEpochMilli(f.dueAt())));
    parts.add(
        "until "
            + (f.appointmentEnd() == Facts.NOT_DUE
                ? "-"
                : Instant.ofEpochMilli(f.appointmentEnd())));
    parts.removeIf(p -> p.equals("null") || p.equals("UNKNOWN") || p.endsWith(" -"));
    return parts.toString();
  }
}
