package io.aftercare.oracle.call;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.Contact;
import io.aftercare.domain.call.ContactLife;
import io.aftercare.domain.sla.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The fold of contacts against the oracle, column by column, over random contacts in random worlds:
 * all events at once, in any order with any duplicates, one by one, and while time passes.
 */
class CallOracleTest {
  /** How many worlds, of {@link #HISTORIES} histories each; more by {@code -Doracle.worlds}. */
  private static final int WORLDS = Integer.getInteger("oracle.worlds", 100);

  private static final int FIRST = Integer.getInteger("oracle.first", 0);
  private static final int HISTORIES = 120;

  /** One of so many is told one by one. */
  private static final int ONE_BY_ONE = 6;

  @Test
  void theFoldOfAContactIsWhatThePlainReadingGives() {
    forAll(CallOracleTest::atOnce);
  }

  @Test
  void anyOrderOfArrivalAndAnyDuplicatesGiveTheSameContact() {
    forAll(CallOracleTest::inAnyOrder);
  }

  @Test
  void afterEachArrivalTheContactIsWhatThePlainReadingGivesOfWhatArrivedSoFar() {
    forAll(
        (world, events, random) ->
            random.nextInt(ONE_BY_ONE) == 0 ? oneByOne(world, events, random) : null);
  }

  @Test
  void timeThatPassesStepByStepGivesTheSameAsOneFoldAtTheEndAndNothingChangesBetweenTheSteps() {
    forAll(CallOracleTest::stepByStep);
  }

  // ---- the laws: what is different, or null

  private interface Law {
    @Nullable String broken(CallWorld world, List<CallEvent> events, SplittableRandom random);
  }

  private static @Nullable String atOnce(
      CallWorld world, List<CallEvent> events, SplittableRandom random) {
    long now = now(world, events, random);
    return difference(oracle(world).judge(events, now), life(world).fold(events, now), now);
  }

  private static @Nullable String inAnyOrder(
      CallWorld world, List<CallEvent> events, SplittableRandom random) {
    long now = now(world, events, random);
    List<CallEvent> sent = new ArrayList<>(events);
    sent.addAll(events.subList(0, random.nextInt(events.size() + 1)));
    Told expected = Told.of(life(world).fold(events, now));
    return difference(expected, life(world).fold(once(shuffled(sent, random)), now), now);
  }

  private static @Nullable String oneByOne(
      CallWorld world, List<CallEvent> events, SplittableRandom random) {
    long now = now(world, events, random);
    List<CallEvent> sent = new ArrayList<>(events);
    for (CallEvent event : events) {
      if (random.nextInt(8) == 0) {
        sent.add(event.named(events.get(random.nextInt(events.size())).eventId(), "C"));
      }
    }
    List<CallEvent> arrivals = shuffled(sent, random);
    for (int n = 1; n <= arrivals.size(); n++) {
      List<CallEvent> soFar = arrivals.subList(0, n);
      String difference =
          difference(oracle(world).judge(soFar, now), life(world).fold(once(soFar), now), now);
      if (difference != null) {
        return "after " + n + " arrivals: " + difference;
      }
    }
    return null;
  }

  private static @Nullable String stepByStep(
      CallWorld world, List<CallEvent> events, SplittableRandom random) {
    long end = now(world, events, random) + 14 * CallWorld.HOUR;
    ContactLife life = life(world);
    LongFunction<Told> oracle = oracle(world).read(events);
    Contact contact = life.fold(events, Long.MIN_VALUE);
    long last = events.stream().mapToLong(CallEvent::occurredAt).max().orElseThrow();
    while (life.nextInstant(contact) <= end) {
      long next = life.nextInstant(contact);
      if (next > last && !life.fold(events, next - 1).equals(contact)) {
        return "something changes before " + Text.instant(next);
      }
      Contact after = life.fold(events, next);
      if (life.nextInstant(after) <= next) {
        return "nothing happens at " + Text.instant(next);
      }
      String difference = difference(oracle.apply(next), after, next);
      if (difference != null) {
        return difference;
      }
      contact = after;
    }
    return contact.equals(life.fold(events, end)) ? null : "something changes at the end";
  }

  // ---- worlds

  private static void forAll(Law law) {
    IntStream.range(FIRST, FIRST + WORLDS)
        .parallel()
        .forEach(
            seed -> {
              CallWorld world = CallWorld.of(seed);
              for (int i = 0; i < HISTORIES; i++) {
                long chance = seed * 1_000_003L + i;
                SplittableRandom random = new SplittableRandom(chance);
                List<CallEvent> events = RandomContact.of(world, random);
                long course = random.nextLong();
                if (broken(law, world, events, course) != null) {
                  throw new AssertionError(
                      "world %d history %d: %s"
                          .formatted(seed, i, smallest(law, world, events, course)));
                }
              }
            });
  }

  private static @Nullable String broken(
      Law law, CallWorld world, List<CallEvent> events, long course) {
    try {
      return law.broken(world, events, new SplittableRandom(course));
    } catch (RuntimeException e) {
      return e + " at " + Arrays.stream(e.getStackTrace()).limit(6).toList();
    }
  }

  private static long now(CallWorld world, List<CallEvent> events, SplittableRandom random) {
    long last = events.stream().mapToLong(CallEvent::occurredAt).max().orElseThrow();
    return switch (random.nextInt(4)) {
      case 0 -> Long.MIN_VALUE / 2;
      case 1 -> last + random.nextInt(2);
      case 2 -> last + world.limits().waitMillis() - random.nextInt(3);
      default -> last + 20 * CallWorld.HOUR;
    };
  }

  private static CallOracle oracle(CallWorld world) {
    return new CallOracle(world.rules(), world.limits());
  }

  private static ContactLife life(CallWorld world) {
    return new ContactLife(world.rules(), world.limits());
  }

  /** As the operator does: of one id the first arrival. */
  private static Collection<CallEvent> once(List<CallEvent> arrivals) {
    Map<String, CallEvent> known = new LinkedHashMap<>();
    arrivals.forEach(e -> known.putIfAbsent(e.eventId(), e));
    return known.values();
  }

  private static @Nullable String difference(Told expected, Contact contact, long now) {
    Told actual = Told.of(contact);
    return expected.equals(actual)
        ? null
        : "at %s\n  expected %s\n  actual   %s"
            .formatted(Text.instant(now), Text.of(expected), Text.of(actual));
  }

  static <T> List<T> shuffled(List<T> of, SplittableRandom random) {
    List<T> order = new ArrayList<>(of);
    for (int i = order.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T swap = order.get(i);
      order.set(i, order.get(j));
      order.set(j, swap);
    }
    return order;
  }

  // ---- smaller histories with a fault

  private static String smallest(Law law, CallWorld world, List<CallEvent> events, long course) {
    CallWorld small = world;
    List<CallEvent> few = new ArrayList<>(events);
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Policy policy : small.rules().policies()) {
        List<Policy> others = new ArrayList<>(small.rules().policies());
        others.remove(policy);
        CallWorld without = small.withPolicies(others);
        if (broken(law, without, few, course) != null) {
          small = without;
          smaller = true;
          break;
        }
      }
      for (CallEvent event : List.copyOf(few)) {
        List<CallEvent> others = new ArrayList<>(few);
        others.remove(event);
        if (!others.isEmpty() && broken(law, small, others, course) != null) {
          few = others;
          smaller = true;
        }
      }
    }
    StringBuilder text = new StringBuilder();
    text.append(broken(law, small, few, course));
    few.forEach(e -> text.append("\n  ").append(Text.of(e)));
    small.rules().policies().forEach(p -> text.append("\n  ").append(Text.of(p)));
    return text.append("\n  ").append(small.limits()).toString();
  }
}
