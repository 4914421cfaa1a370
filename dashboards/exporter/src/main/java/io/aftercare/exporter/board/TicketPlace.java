package io.aftercare.exporter.board;

import io.aftercare.exporter.attention.WatchedTicket;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The place of a ticket in the list of the worst; a cursor says after which place to go on. */
public record TicketPlace(boolean overdue, Instant urgency, String ticketId) {
  static final Comparator<TicketPlace> ORDER =
      Comparator.comparing(TicketPlace::overdue, Comparator.reverseOrder())
          .thenComparing(TicketPlace::urgency)
          .thenComparing(TicketPlace::ticketId);

  static TicketPlace of(WatchedTicket ticket) {
    return new TicketPlace(ticket.overdue(), ticket.urgency(), ticket.ticketId());
  }

  String cursor() {
    return Cursor.of(Boolean.toString(overdue), urgency.toString(), ticketId);
  }

  /** The place that a cursor names; {@link IllegalArgumentException} if it names none. */
  public static TicketPlace parse(String cursor) {
    List<String> parts = Cursor.parts(cursor);
    return new TicketPlace(
        Boolean.parseBoolean(parts.get(0)), Cursor.instant(parts.get(1)), parts.get(2));
  }
}
