package io.aftercare.oracle.call;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.sla.Policy;
import java.time.Instant;

/** Random contacts in words. */
final class Text {
  private Text() {}

  /** What an event says, without what it does not. */
  static String of(CallEvent e) {
    return e.toString()
        .replaceAll("\\w+=(null|-1|" + Long.MAX_VALUE + "|" + Long.MIN_VALUE + ")(, )?", "")
        .replace("occurredAt=" + e.occurredAt(), "at " + instant(e.occurredAt()))
        .replaceAll("^CallEvent\\[eventId=(\\w+), type=(\\w+), contactId=C, ", "$1 $2 ");
  }

  static String of(Policy p) {
    return p.toString()
        .replaceAll("(\\w+=\\[\\]|objective=null)(, )?", "")
        .replace("effectiveFrom=" + p.effectiveFrom(), "from " + instant(p.effectiveFrom()));
  }

  static String instant(long millis) {
    return millis == Long.MAX_VALUE
        ? "never"
        : millis == Long.MIN_VALUE ? "ever" : Instant.ofEpochMilli(millis).toString();
  }

  /** Any record, with its instants in words. */
  static String of(Told told) {
    StringBuilder text = new StringBuilder(head(told));
    told.visits().forEach(v -> text.append("\n    ").append(v));
    told.parts().forEach(p -> text.append("\n    ").append(p));
    told.recalls().forEach(r -> text.append("\n    ").append(r));
    told.clocks().forEach(c -> text.append("\n    ").append(c));
    return instants(text.toString());
  }

  private static String head(Told t) {
    return "%s ticket %s customer %s offered %d orphan %s ended %d"
        .formatted(
            t.channel(), t.ticketId(), t.customerRef(), t.offeredAt(), t.orphan(), t.endedAt());
  }

  private static String instants(String text) {
    return java.util.regex.Pattern.compile("\\b(1[67]\\d{11}|" + Long.MAX_VALUE + ")\\b")
        .matcher(text)
        .replaceAll(m -> instant(Long.parseLong(m.group())));
  }
}
