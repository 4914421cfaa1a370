package io.aftercare.oracle;

import io.aftercare.domain.ticket.Books;
import io.aftercare.domain.ticket.Finding;
import io.aftercare.domain.ticket.FindingKind;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.ticket.TicketLife;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the engine finds of the quality of service against an oracle that searches the sorted list
 * of events: all events at once, and one by one in any order, some twice, while time passes. What
 * was said less what was taken back is what the oracle finds.
 */
class QualityOracleTest {
  /** How many worlds, of {@link #HISTORIES} histories each; more by {@code -Doracle.worlds}. */
  private static final int WORLDS = Integer.getInteger("oracle.worlds", 120);

  private static final int FIRST = Integer.getInteger("oracle.first", 0);
  private static final int HISTORIES = 100;

  @Test
  void whatIsFoundIsWhatASearchOfTheSortedEventsFinds() {
    Map<FindingKind, Long> seen = new ConcurrentHashMap<>();
    AtomicLong retracted = new AtomicLong();
    IntStream.range(FIRST, FIRST + WORLDS)
        .parallel()
        .forEach(
            seed -> {
              World world = World.of(seed);
              for (int i = 0; i < HISTORIES; i++) {
                retracted.addAndGet(compare(world, seed, i, seen));
              }
            });
    Assertions.assertThat(FindingKind.values())
        .as("kinds of %s", seen)
        .allMatch(kind -> seen.getOrDefault(kind, 0L) >= WORLDS / 4);
    Assertions.assertThat(retracted.get()).as("taken back on the way").isGreaterThan(50L * WORLDS);
  }

  private static int compare(World world, long seed, int number, Map<FindingKind, Long> seen) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    List<TicketEvent> events = QualityHistory.of(world, random);
    long now = now(events, random);
    long order = random.nextLong();
    String difference = difference(world, events, now, order);
    if (difference != null) {
      throw new AssertionError(
          "world %d history %d: %s".formatted(seed, number, smallest(world, events, now, order)));
    }
    QualityOracle.findings(events, now).forEach(f -> seen.merge(f.kind(), 1L, Long::sum));
    return arrived(world, events, now, order).retracted();
  }

  /** Mostly long after; else when something settles, or just before. */
  private static long now(List<TicketEvent> events, SplittableRandom random) {
    long last = events.stream().mapToLong(TicketEvent::occurredAt).max().orElseThrow();
    if (random.nextInt(3) > 0) {
      return last + 30 * World.DAY;
    }
    TicketEvent any = events.get(random.nextInt(events.size()));
    return Math.max(last, any.occurredAt() + 7 * World.DAY - random.nextInt(2));
  }

  private static @Nullable String difference(
      World world, List<TicketEvent> events, long now, long order) {
    String expected = text(QualityOracle.findings(events, now));
    String atOnce = text(new TicketLife(world.rules()).tell(events, now).booked().findings());
    if (!atOnce.equals(expected)) {
      return "at once\nexpected\n%s\nactual\n%s".formatted(expected, atOnce);
    }
    String oneByOne = text(arrived(world, events, now, order).findings());
    return oneByOne.equals(expected)
        ? null
        : "one by one\nexpected\n%s\nactual\n%s".formatted(expected, oneByOne);
  }

  private static Books arrived(World world, List<TicketEvent> events, long now, long order) {
    SplittableRandom random = new SplittableRandom(order);
    Books books = new Books(new TicketLife(world.rules()));
    long time = events.stream().mapToLong(TicketEvent::occurredAt).min().orElseThrow();
    List<TicketEvent> sent = new ArrayList<>(events);
    sent.addAll(events.subList(0, random.nextInt(events.size())));
    for (TicketEvent event : Chance.shuffled(sent, random)) {
      books.take(event);
      if (random.nextInt(3) == 0 && time < now) {
        time += random.nextLong(Math.min(now - time, 10 * World.DAY) + 1);
        books.advance(time);
      }
    }
    books.advance(now);
    return books;
  }

  private static String smallest(World world, List<TicketEvent> events, long now, long order) {
    List<TicketEvent> few = new ArrayList<>(events);
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (TicketEvent event : List.copyOf(few)) {
        List<TicketEvent> others = new ArrayList<>(few);
        others.remove(event);
        if (Told.opens(others) && difference(world, others, now, order) != null) {
          few = others;
          smaller = true;
        }
      }
    }
    return "%s\n%s\nnow %s"
        .formatted(
            difference(world, few, now, order),
            few.stream()
                .map(e -> Chance.text(e) + " " + e.details())
                .collect(Collectors.joining("\n")),
            Instant.ofEpochMilli(now));
  }

  private static String text(Collection<Finding> findings) {
    return findings.stream()
        .sorted(
            Comparator.comparingLong(Finding::at)
                .thenComparing(Finding::kind)
                .thenComparing(f -> String.valueOf(f.region()))
                .thenComparingInt(Finding::score))
        .map(
            f ->
                "  %s %s %s %d"
                    .formatted(Instant.ofEpochMilli(f.at()), f.kind(), f.region(), f.score()))
        .collect(Collectors.joining("\n"));
  }
}
