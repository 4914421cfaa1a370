package io.aftercare.oracle;

import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.ticket.TicketLife;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The engine against the oracle, row by row and column by column, over random histories in random
 * worlds: all events at once, and one by one in any order while time passes.
 */
class OracleTest {
  /** How many worlds, of {@link #HISTORIES} histories each; more by {@code -Doracle.worlds}. */
  private static final int WORLDS = Integer.getInteger("oracle.worlds", 100);

  private static final int FIRST = Integer.getInteger("oracle.first", 0);
  private static final int HISTORIES = 100;

  @Test
  void theEngineKeepsTheLedgerThatThePlainReadingGives() {
    IntStream.range(FIRST, FIRST + WORLDS)
        .parallel()
        .forEach(
            seed -> {
              World world = World.of(seed);
              for (int i = 0; i < HISTORIES; i++) {
                compare(world, seed, i);
              }
            });
  }

  private static void compare(World world, long seed, int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    List<TicketEvent> events = RandomHistory.of(world, random);
    long now = now(world, events, random);
    long order = random.nextLong();
    String difference = difference(world, events, now, order);
    if (difference != null) {
      throw new AssertionError(
          "world %d history %d: %s".formatted(seed, number, smallest(world, events, now, order)));
    }
  }

  static long now(World world, List<TicketEvent> events, SplittableRandom random) {
    long last = events.stream().mapToLong(TicketEvent::occurredAt).max().orElseThrow();
    if (random.nextInt(3) > 0) {
      return Math.max(last, world.base() + 30 * World.DAY);
    }
    List<Row> rows = world.oracle().judge(events, last);
    if (rows.isEmpty() || random.nextInt(3) == 0) {
      return last + random.nextInt(2);
    }
    long deadline = rows.get(random.nextInt(rows.size())).deadline();
    return deadline == Long.MAX_VALUE
        ? last + random.nextInt(50) * World.HOUR
        : Math.max(last, deadline - random.nextInt(2));
  }

  static @Nullable String difference(World world, List<TicketEvent> events, long now, long order) {
    List<Row> expected = world.oracle().judge(events, now);
    TicketLife life = new TicketLife(world.rules());
    String difference;
    try {
      difference =
          difference(
              "at once",
              expected,
              Row.of(life.advance(life.fold(events, Long.MIN_VALUE), now, () -> events).clocks()));
      return difference != null
          ? difference
          : difference(
              "one by one",
              expected,
              Arrival.of(life, events, now, new SplittableRandom(order)).ledger());
    } catch (RuntimeException e) {
      return e + " at " + Arrays.stream(e.getStackTrace()).limit(6).toList();
    }
  }

  private static @Nullable String difference(String how, List<Row> expected, List<Row> actual) {
    if (expected.equals(actual)) {
      return null;
    }
    StringBuilder text = new StringBuilder(how);
    for (Row row : expected) {
      if (!actual.contains(row)) {
        text.append("\n  expected ").append(row);
      }
    }
    for (Row row : actual) {
      if (!expected.contains(row)) {
        text.append("\n  actual   ").append(row);
      }
    }
    return text.toString();
  }

  // ---- smaller histories with the same fault

  static String smallest(World world, List<TicketEvent> events, long now, long order) {
    World small = world;
    List<TicketEvent> few = new ArrayList<>(events);
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Policy policy : small.rules().policies()) {
        List<Policy> others = new ArrayList<>(small.rules().policies());
        others.remove(policy);
        if (!others.isEmpty() && fails(small.withPolicies(others), few, now, order)) {
          small = small.withPolicies(others);
          smaller = true;
          break;
        }
      }
      for (TicketEvent event : List.copyOf(few)) {
        List<TicketEvent> others = new ArrayList<>(few);
        others.remove(event);
        if (Told.opens(others) && fails(small, others, now, order)) {
          few = others;
          smaller = true;
        }
      }
    }
    StringBuilder text = new StringBuilder();
    text.append(difference(small, few, now, order));
    few.forEach(e -> text.append("\n  ").append(Chance.text(e)));
    small.rules().policies().forEach(p -> text.append("\n  ").append(Chance.text(p)));
    text.append("\n  now ").append(Chance.instant(now));
    small.rules().regions().values().forEach(r -> text.append(' ').append(r));
    for (CalendarVersion calendar : small.rules().calendars()) {
      if (text.indexOf(" on " + calendar.id() + " v") >= 0) {
        text.append("\n  ").append(Chance.text(calendar));
      }
    }
    return text.toString();
  }

  private static boolean fails(World world, List<TicketEvent> events, long now, long order) {
    try {
      return difference(world, events, now, order) != null;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
