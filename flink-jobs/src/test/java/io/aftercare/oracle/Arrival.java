package io.aftercare.oracle;

import io.aftercare.domain.ticket.ClockChange;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketDiff;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.ticket.TicketLife;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One course of the world: events arrive in any order, some of them twice, while time passes. What
 * is said on the way is written to a log.
 */
final class Arrival {
  private final TicketLife life;
  private final Map<String, TicketEvent> history = new LinkedHashMap<>();
  private final List<ClockChange> log = new ArrayList<>();
  private @Nullable Ticket ticket;

  private Arrival(TicketLife life) {
    this.life = life;
  }

  /** All these events, in an order of chance, and then time until the instant. */
  static Arrival of(TicketLife life, List<TicketEvent> events, long now, SplittableRandom random) {
    Arrival arrival = new Arrival(life);
    long time = events.stream().mapToLong(TicketEvent::occurredAt).min().orElseThrow();
    List<TicketEvent> sent = new ArrayList<>(events);
    sent.addAll(events.subList(0, random.nextInt(events.size())));
    for (TicketEvent event : Chance.shuffled(sent, random)) {
      arrival.take(event);
      if (random.nextInt(3) == 0 && time < now) {
        time += random.nextLong(Math.min(now - time, 60 * World.HOUR) + 1);
        arrival.advance(time);
      }
    }
    arrival.advance(now);
    return arrival;
  }

  /** As the operator does: what it saw before it does not see again; a merge alone waits. */
  private void take(TicketEvent event) {
    if (history.putIfAbsent(event.eventId(), event) == null && Told.opens(history.values())) {
      becomes(life.next(ticket, event, history::values).ticket());
    }
  }

  private void advance(long instant) {
    if (ticket != null) {
      becomes(life.advance(ticket, instant, history::values));
    }
  }

  private void becomes(Ticket now) {
    log.addAll(TicketDiff.between(ticket, now).clocks());
    ticket = now;
  }

  List<ClockChange> log() {
    return log;
  }

  /** The rows in the end. */
  List<Row> ledger() {
    if (ticket == null) {
      throw new IllegalStateException("nothing opened a ticket");
    }
    return Row.of(ticket.clocks());
  }
}
