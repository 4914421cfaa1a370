package io.aftercare.oracle;

import io.aftercare.domain.ticket.BookingChange;
import io.aftercare.domain.ticket.Piece;
import io.aftercare.domain.ticket.Stay;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.ticket.TicketLife;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What is booked in one course of the world: events arrive in any order, some of them twice, while
 * time passes. Nothing may be taken back that was not booked.
 */
final class Bookkeeping {
  private final TicketLife life;
  private final Map<String, TicketEvent> history = new LinkedHashMap<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Stay> stays = new ArrayList<>();
  private long lived;
  private int takenBack;
  private @Nullable Ticket ticket;

  private Bookkeeping(TicketLife life) {
    this.life = life;
  }

  /** All these events, in an order of chance, and then time until the instant. */
  static Bookkeeping of(
      TicketLife life, List<TicketEvent> events, long now, SplittableRandom random) {
    Bookkeeping books = new Bookkeeping(life);
    long time = events.stream().mapToLong(TicketEvent::occurredAt).min().orElseThrow();
    List<TicketEvent> sent = new ArrayList<>(events);
    sent.addAll(events.subList(0, random.nextInt(events.size())));
    for (TicketEvent event : Chance.shuffled(sent, random)) {
      books.take(event);
      if (random.nextInt(3) == 0 && time < now) {
        time += random.nextLong(Math.min(now - time, 60 * World.HOUR) + 1);
        books.advance(time);
      }
    }
    books.advance(now);
    return books;
  }

  private void take(TicketEvent event) {
    List<TicketEvent> before = List.copyOf(history.values());
    if (history.putIfAbsent(event.eventId(), event) == null && Told.opens(history.values())) {
      becomes(life.next(ticket, event, history::values), before);
    }
  }

  private void advance(long instant) {
    if (ticket != null) {
      becomes(life.go(ticket, instant, history::values), List.copyOf(history.values()));
    }
  }

  private void becomes(TicketLife.Step step, List<TicketEvent> before) {
    BookingChange change = life.booked(ticket, step, () -> before);
    change.gone().pieces().forEach(piece -> takeBack(pieces, piece));
    change.gone().stays().forEach(stay -> takeBack(stays, stay));
    pieces.addAll(change.come().pieces());
    stays.addAll(change.come().stays());
    lived += change.lived();
    ticket = step.ticket();
  }

  private <T> void takeBack(List<T> booked, T thing) {
    takenBack++;
    if (!booked.remove(thing)) {
      throw new AssertionError("took back what was not booked: " + thing);
    }
  }

  List<Piece> pieces() {
    return pieces;
  }

  List<Stay> stays() {
    return stays;
  }

  /** What was booked of its life, ms. */
  long lived() {
    return lived;
  }

  /** How much was corrected. */
  int takenBack() {
    return takenBack;
  }

  Ticket ticket() {
    if (ticket == null) {
      throw new IllegalStateException("nothing opened a ticket");
    }
    return ticket;
  }
}
