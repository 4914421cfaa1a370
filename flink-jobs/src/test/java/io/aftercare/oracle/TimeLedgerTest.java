package io.aftercare.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.ticket.Bookings;
import io.aftercare.domain.ticket.Piece;
import io.aftercare.domain.ticket.Stage;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.ticket.TicketLife;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Conservation of time, to the millisecond: every instant of a ticket belongs to one region, queue,
 * stage and status, whatever the order of arrival, and what was booked and not taken back is what a
 * plain reading of its events gives.
 */
class TimeLedgerTest {
  private static final int WORLDS = Integer.getInteger("oracle.worlds", 100);
  private static final int FIRST = 50_000;
  private static final int HISTORIES = 120;

  private final Set<Stage> left = EnumSet.noneOf(Stage.class);
  private long corrected;

  @Test
  void everyInstantIsBookedOnceAndToWhoeverHeldIt() {
    for (int seed = FIRST; seed < FIRST + WORLDS; seed++) {
      World world = World.of(seed);
      TicketLife life = new TicketLife(world.rules());
      for (int i = 0; i < HISTORIES; i++) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003L + i);
        List<TicketEvent> events = RandomHistory.of(world, random);
        try {
          holds(life, events, random);
        } catch (AssertionError | RuntimeException e) {
          String told = events.stream().map(Chance::text).collect(Collectors.joining("\n"));
          throw new AssertionError("world %d history %d:\n%s".formatted(seed, i, told), e);
        }
      }
    }
    assertThat(left).as("stages that were left").containsExactly(Stage.values());
    assertThat(corrected).as("bookings taken back").isPositive();
  }

  private void holds(TicketLife life, List<TicketEvent> events, SplittableRandom random) {
    Whereabouts was = Whereabouts.of(events);
    long now = events.get(0).occurredAt() + random.nextInt(100) * World.HOUR;
    TicketLife.Step whole = life.tell(events, Long.MIN_VALUE);
    Bookings atOnce = whole.booked();
    assertThat(atOnce.pieces()).as("pieces, at once").isEqualTo(was.pieces());
    assertThat(atOnce.stays()).as("stays, at once").isEqualTo(was.stays());
    stands(whole.ticket(), was);
    isWhole(atOnce.pieces(), whole.ticket());

    Bookkeeping books = Bookkeeping.of(life, events, now, random.split());
    assertThat(books.pieces())
        .as("pieces, one by one")
        .containsExactlyInAnyOrderElementsOf(was.pieces());
    assertThat(books.stays())
        .as("stays, one by one")
        .containsExactlyInAnyOrderElementsOf(was.stays());
    assertThat(books.lived()).as("life, one by one").isEqualTo(was.since() - was.createdAt());
    stands(books.ticket(), was);
    was.stays().forEach(stay -> left.add(stay.stage()));
    corrected += books.takenBack();
  }

  private static void stands(Ticket ticket, Whereabouts was) {
    assertThat(ticket.stage()).isEqualTo(was.stage());
    assertThat(ticket.stageSince()).isEqualTo(was.since());
    assertThat(ticket.createdAt()).isEqualTo(was.createdAt());
  }

  /** Piece by piece from its creation until where the running one begins. */
  private static void isWhole(List<Piece> pieces, Ticket ticket) {
    long until = ticket.createdAt();
    for (Piece piece : pieces) {
      assertThat(piece.from()).isEqualTo(until);
      assertThat(piece.until()).isGreaterThan(until);
      until = piece.until();
    }
    assertThat(until).isEqualTo(ticket.stageSince());
  }
}
