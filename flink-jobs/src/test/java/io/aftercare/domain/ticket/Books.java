package io.aftercare.domain.ticket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The books of one ticket while its events arrive and time passes, kept as the operator keeps them:
 * what comes is added, what is gone taken away.
 */
public final class Books {
  private final TicketLife life;
  private final Map<String, TicketEvent> history = new LinkedHashMap<>();
  private final List<Finding> net = new ArrayList<>();
  private int retracted;
  private @Nullable Ticket ticket;

  public Books(TicketLife life) {
    this.life = life;
  }

  /** A copy has no effect; what we made opens no ticket, it waits for one. */
  public void take(TicketEvent event) {
    List<TicketEvent> before = List.copyOf(history.values());
    boolean copy = history.putIfAbsent(event.eventId(), event) != null;
    if (copy || (ticket == null && event.made())) {
      return;
    }
    become(life.next(ticket, event, history::values), before);
  }

  public void advance(long instant) {
    while (ticket != null && life.nextInstant(ticket) <= instant) {
      TicketLife.Step step = life.go(ticket, life.nextInstant(ticket), history::values);
      become(step, List.copyOf(history.values()));
    }
  }

  private void become(TicketLife.Step step, List<TicketEvent> before) {
    BookingChange change =
        ticket == null || !step.retold()
            ? BookingChange.added(step.booked())
            : BookingChange.between(life.tell(before, ticket.firedUpTo()).booked(), step.booked());
    ticket = step.ticket();
    for (Finding gone : change.gone().findings()) {
      retracted++;
      if (!net.remove(gone)) {
        throw new AssertionError("took back what was never said: " + gone);
      }
    }
    net.addAll(change.come().findings());
  }

  /** All that was found, less what was taken back. */
  public List<Finding> findings() {
    return List.copyOf(net);
  }

  /** How much was taken back on the way. */
  public int retracted() {
    return retracted;
  }

  public Ticket ticket() {
    if (ticket == null) {
      throw new IllegalStateException("nothing opened a ticket");
    }
    return ticket;
  }
}
