package io.aftercare.exporter.board;

import io.aftercare.exporter.attention.WatchedTicket;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets that need a look; null: any.
 *
 * @param sla of one of its clocks that are at risk or overdue
 */
public record TicketFilter(
    @Nullable String region,
    @Nullable State state,
    @Nullable String sla,
    @Nullable String priority) {
  /** All of them. */
  public static final TicketFilter ANY = new TicketFilter(null, null, null, null);

  /** What a ticket can be. */
  public enum State {
    OVERDUE,
    AT_RISK
  }

  static TicketFilter of(String region) {
    return new TicketFilter(region, null, null, null);
  }

  boolean accepts(WatchedTicket ticket) {
    return (region == null || region.equals(ticket.region()))
        && (state == null || (state == State.OVERDUE) == ticket.overdue())
        && (sla == null || ticket.has(sla))
        && (priority == null || priority.equals(ticket.priority()));
  }
}
