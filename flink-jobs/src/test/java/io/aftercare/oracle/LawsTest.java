package io.aftercare.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.ticket.ClockChange;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.ticket.TicketLife;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds in every world, for every history, whatever the oracle says. */
@Tag("slow")
class LawsTest {
  private static final int WORLDS = 20;
  private static final int HISTORIES = 50;

  @Test
  void anyOrderOfArrivalAndAnyDuplicatesGiveTheSameLedger() {
    forAll(
        world -> world,
        (world, events, random) -> {
          TicketLife life = new TicketLife(world.rules());
          assertThat(Arrival.of(life, events, end(world), random.split()).ledger())
              .isEqualTo(Arrival.of(life, events, end(world), random.split()).ledger())
              .isEqualTo(Row.of(clocks(world, events)));
        });
  }

  @Test
  void theLogAddsUpToTheLedger() {
    forAll(
        world -> world,
        (world, events, random) -> {
          Arrival arrival =
              Arrival.of(new TicketLife(world.rules()), events, end(world), random.split());
          Map<String, Clock> said = new LinkedHashMap<>();
          for (ClockChange change : arrival.log()) {
            if (change.kind() == ClockChange.Kind.REMOVED) {
              said.remove(name(change.row()));
            } else {
              said.put(name(change.row()), change.row());
            }
          }
          assertThat(Row.of(List.copyOf(said.values()))).isEqualTo(arrival.ledger());
        });
  }

  @Test
  void whatOpenedIsSettledOrRunsOrStandsStill() {
    forAll(
        world -> world,
        (world, events, random) -> {
          long now = events.get(0).occurredAt() + random.nextInt(100) * World.HOUR;
          Arrival arrival = Arrival.of(new TicketLife(world.rules()), events, now, random.split());
          int opened = 0;
          int settled = 0;
          for (ClockChange change : arrival.log()) {
            Clock before = change.before();
            Clock after = change.after();
            opened += (after != null ? 1 : 0) - (before != null ? 1 : 0);
            settled +=
                (after != null && !after.unsettled() ? 1 : 0)
                    - (before != null && !before.unsettled() ? 1 : 0);
          }
          Map<Verdict, Long> net =
              arrival.ledger().stream()
                  .collect(Collectors.groupingBy(Row::verdict, Collectors.counting()));
          long running = net.getOrDefault(Verdict.RUNNING, 0L);
          long paused = net.getOrDefault(Verdict.PAUSED, 0L);
          assertThat(opened)
              .isEqualTo(settled + running + paused)
              .isEqualTo(arrival.ledger().size());
        });
  }

  @Test
  void aClockThatWasMetTookNoMoreThanItWasAllowed() {
    forAll(
        world -> world,
        (world, events, random) -> {
          for (Clock clock : clocks(world, events)) {
            if (clock.verdict() == Verdict.MET) {
              assertThat(clock.settledAt()).isLessThanOrEqualTo(clock.deadline());
            }
            if (clock.verdict() == Verdict.MET && !promisesAnInstant(world, clock)) {
              assertThat(clock.spent()).as(clock.toString()).isLessThanOrEqualTo(clock.budget());
            }
          }
        });
  }

  @Test
  void aShadowWithTheSameRulesHasTheSameRows() {
    forAll(
        world -> mirrored(world, Function.identity()),
        (world, events, random) -> {
          List<Row> rows = Row.of(clocks(world, events));
          assertThat(rows.stream().filter(r -> r.slot().equals("mirror")).map(LawsTest::reflected))
              .containsExactlyElementsOf(
                  rows.stream().filter(r -> !r.slot().equals("mirror")).toList());
        });
  }

  @Test
  void whatBreachesALongTargetBreachesAShortOne() {
    forAll(
        world -> mirrored(world, LawsTest::twiceAsLong),
        (world, events, random) -> {
          Set<List<Object>> ofShort = new HashSet<>();
          Set<List<Object>> ofLong = new HashSet<>();
          for (Clock clock : clocks(world, events)) {
            if (clock.verdict() == Verdict.BREACHED) {
              (clock.active() ? ofShort : ofLong).add(List.of(clock.sla(), clock.cycle()));
            }
          }
          assertThat(ofShort).containsAll(ofLong);
        });
  }

  // ---- worlds

  private interface Law {
    void holds(World world, List<TicketEvent> events, SplittableRandom random);
  }

  private static void forAll(Function<World, World> of, Law law) {
    for (int seed = 1000; seed < 1000 + WORLDS; seed++) {
      World world = of.apply(World.of(seed));
      for (int i = 0; i < HISTORIES; i++) {
        SplittableRandom random = new SplittableRandom(seed * 1_000L + i);
        List<TicketEvent> events = RandomHistory.of(world, random);
        try {
          law.holds(world, events, random);
        } catch (AssertionError | RuntimeException e) {
          String told = events.stream().map(Chance::text).collect(Collectors.joining("\n"));
          throw new AssertionError("world %d history %d:\n%s".formatted(seed, i, told), e);
        }
      }
    }
  }

  private static List<Clock> clocks(World world, List<TicketEvent> events) {
    TicketLife life = new TicketLife(world.rules());
    return life.advance(life.fold(events, Long.MIN_VALUE), end(world), () -> events).clocks();
  }

  private static boolean promisesAnInstant(World world, Clock clock) {
    return world.rules().policy(clock).allowance().fixed();
  }

  private static long end(World world) {
    return world.base() + 40 * World.DAY;
  }

  private static String name(Clock clock) {
    return clock.sla() + "/" + clock.slot() + "/" + clock.cycle();
  }

  /** The active policies and a shadow of each. */
  private static World mirrored(World world, Function<Policy, Policy> change) {
    List<Policy> policies = new ArrayList<>();
    for (Policy policy : world.rules().policies()) {
      if (policy.active()) {
        policies.add(policy);
        policies.add(change.apply(policy).inSlot(policy.id() + "*", "mirror"));
      }
    }
    return world.withPolicies(policies);
  }

  private static Row reflected(Row r) {
    return new Row(
        r.sla(),
        Policy.ACTIVE,
        r.cycle(),
        r.policy().substring(0, r.policy().length() - 1),
        r.policyVersion(),
        r.calendar(),
        r.calendarVersion(),
        r.openedAt(),
        r.openedIn(),
        r.deadline(),
        r.stateSince(),
        r.verdict(),
        r.settledAt(),
        r.cause(),
        r.stoppedAt(),
        r.region(),
        r.priority(),
        r.warnings());
  }

  private static Policy twiceAsLong(Policy p) {
    Map<Priority, Long> targets =
        p.allowance().targetMillis().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> 2 * e.getValue()));
    Allowance twice =
        new Allowance(
            p.allowance().source(),
            targets,
            2 * p.allowance().graceMillis(),
            p.allowance().earlyMillis());
    return new Policy(
        p.id(),
        p.version(),
        p.effectiveFrom(),
        p.retired(),
        p.sla(),
        p.slot(),
        p.metric(),
        p.objective(),
        p.match(),
        twice,
        p.rules());
  }
}
