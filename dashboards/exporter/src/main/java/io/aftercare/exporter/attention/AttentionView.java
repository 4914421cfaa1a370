package io.aftercare.exporter.attention;

import io.aftercare.contract.Attention;
import io.aftercare.contract.AttentionClock;
import io.aftercare.contract.AttentionState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attention list: of each ticket the last record read, in the order of its key; a null record
 * takes the ticket off. A function of the records, so every reader of the topic has the same list.
 * Thread-safe.
 */
public final class AttentionView {
  private final Map<String, WatchedTicket> tickets = new HashMap<>();
  private final SharedNames names = new SharedNames();
  private @Nullable List<WatchedTicket> worstFirst;
  private long changes;

  /** Takes one record of the topic; null takes the ticket off the list. */
  public synchronized void apply(String ticketId, @Nullable Attention attention) {
    if (attention == null) {
      tickets.remove(ticketId);
    } else {
      tickets.put(ticketId, ticket(ticketId, attention));
    }
    worstFirst = null;
    changes++;
  }

  /** All tickets, the worst first; the list does not change. */
  public synchronized List<WatchedTicket> worstFirst() {
    List<WatchedTicket> sorted = worstFirst;
    if (sorted == null) {
      List<WatchedTicket> all = new ArrayList<>(tickets.values());
      all.sort(WatchedTicket.WORST_FIRST);
      sorted = List.copyOf(all);
      worstFirst = sorted;
    }
    return sorted;
  }

  /** The ticket, null if it is not on the list. */
  public synchronized @Nullable WatchedTicket find(String ticketId) {
    return tickets.get(ticketId);
  }

  /** How many records it has taken: the same number, the same list. */
  public synchronized long changes() {
    return changes;
  }

  private WatchedTicket ticket(String ticketId, Attention attention) {
    String region = attention.getRegion();
    return new WatchedTicket(
        ticketId,
        names.shared(region == null ? WatchedTicket.UNKNOWN_REGION : region),
        names.sharedIfAny(attention.getOriginRegion()),
        names.sharedIfAny(attention.getQueue()),
        names.shared(attention.getPriority()),
        names.sharedIfAny(attention.getCustomerTier()),
        attention.getState() == AttentionState.OVERDUE,
        attention.getSince(),
        attention.getClocks().stream().map(this::clock).toList());
  }

  private WatchedClock clock(AttentionClock clock) {
    return new WatchedClock(
        names.shared(clock.getSla()),
        clock.getCycle(),
        names.shared(clock.getPolicy()),
        clock.getPolicyVersion(),
        clock.getState() == AttentionState.OVERDUE,
        clock.getLevel(),
        clock.getOpenedAt(),
        clock.getDeadline(),
        clock.getWarnedAt());
  }
}
