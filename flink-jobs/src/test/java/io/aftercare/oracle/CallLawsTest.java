package io.aftercare.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The operators that join calls to tickets and judge them, against the oracle: random tickets and
 * calls in any order, some twice, the news of calls late, while time passes.
 */
class CallLawsTest {
  /** How many worlds, of {@link #TICKETS} tickets each; more by {@code -Doracle.worlds}. */
  private static final int WORLDS = Integer.getInteger("oracle.worlds", 100);

  private static final int FIRST = Integer.getInteger("oracle.first", 0);
  private static final int TICKETS = 100;

  private final AtomicInteger openedByCalls = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();

  @Test
  void ticketsAndCallsInAnyOrderGiveTheLedgerThatThePlainReadingGives() {
    IntStream.range(FIRST, FIRST + WORLDS).parallel().forEach(this::compare);

    // The law is about something: among 10,000 tickets, that many.
    assertThat(openedByCalls.get()).isGreaterThan(5 * WORLDS);
    assertThat(answered.get()).isGreaterThan(5 * WORLDS);
  }

  private void compare(int seed) {
    RandomTickets random = RandomTickets.of(seed, TICKETS);
    World world = World.of(seed);
    long end = world.base() + 40 * World.DAY;
    Map<String, List<TicketEvent>> histories = histories(random);
    Map<String, Map<String, Clock>> ledger =
        Switchboard.ledger(random, world.base(), end, new SplittableRandom(seed));
    histories.forEach(
        (ticket, events) -> {
          List<Row> expected = world.oracle().judge(events, end);
          List<Row> found = Row.of(List.copyOf(ledger.getOrDefault(ticket, Map.of()).values()));
          if (!expected.equals(found)) {
            throw new AssertionError(complaint(seed, ticket, events, expected, found));
          }
          count(events, expected);
        });
  }

  private void count(List<TicketEvent> events, List<Row> rows) {
    long creation =
        Told.of(events).stream()
            .filter(step -> step.about() == Told.About.EVENT)
            .findFirst()
            .orElseThrow()
            .at();
    if (rows.stream().anyMatch(row -> row.openedAt() < creation)) {
      openedByCalls.incrementAndGet();
    }
    if (rows.stream().anyMatch(row -> row.cause().equals("answered"))) {
      answered.incrementAndGet();
    }
  }

  /** Of each ticket its own events, and what there is to hear of every call. */
  private static Map<String, List<TicketEvent>> histories(RandomTickets random) {
    Map<String, List<TicketEvent>> histories = new TreeMap<>();
    for (TicketEvent event : random.events()) {
      histories.computeIfAbsent(event.ticketId(), t -> new ArrayList<>()).add(event);
    }
    Map<String, List<CallEvent>> contacts = new LinkedHashMap<>();
    for (CallEvent event : random.calls()) {
      contacts.computeIfAbsent(event.contactId(), c -> new ArrayList<>()).add(event);
    }
    contacts.forEach(
        (contact, events) -> {
          Line line = Line.of(contact, events);
          histories.forEach(
              (ticket, history) -> {
                TicketEvent news = line.news(ticket);
                if (news != null && concerns(news, history)) {
                  history.add(news);
                }
              });
        });
    return histories;
  }

  /** Only to have less to go through: the oracle itself knows what counts. */
  private static boolean concerns(TicketEvent news, List<TicketEvent> history) {
    return news.relatedTicketId() != null
        || history.stream()
            .filter(event -> event.type() != EventType.CALLED)
            .anyMatch(event -> String.valueOf(news.contactId()).equals(event.contactId()));
  }

  private static String complaint(
      int seed, String ticket, List<TicketEvent> events, List<Row> expected, List<Row> found) {
    return "world %d ticket %s\n  expected %s\n  found    %s\n  %s"
        .formatted(
            seed,
            ticket,
            expected.stream().filter(row -> !found.contains(row)).toList(),
            found.stream().filter(row -> !expected.contains(row)).toList(),
            events.stream().map(Chance::text).collect(Collectors.joining("\n  ")));
  }
}
