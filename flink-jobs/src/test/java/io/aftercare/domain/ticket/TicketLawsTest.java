package io.aftercare.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Identities;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.TicketMeasures;
import io.aftercare.domain.measure.Total;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for every history, every order of arrival and every course of time. */
@Tag("slow")
class TicketLawsTest {
  private static final int HISTORIES = 20_000;
  private static final long END = Events.TEN + 200 * Events.HOUR;

  private static final Rulebook RULES = Promised.withShadow();

  private final TicketLife life = new TicketLife(RULES);

  @Test
  void theTicketDoesNotDependOnTheOrderOfArrivalNorOnWhenDeadlinesFire() {
    forAll(
        (events, random) -> {
          Ticket expected = Later.advance(life, life.fold(events, Long.MIN_VALUE), END);
          Run run = arrive(shuffled(events, random), random);
          assertThat(withoutFiring(run.known())).isEqualTo(withoutFiring(expected));
        });
  }

  @Test
  void theLogAddsUpToTheLedger() {
    forAll(
        (events, random) -> {
          Run run = arrive(shuffled(events, random), random);
          assertThat(run.ledger.values()).containsExactlyInAnyOrderElementsOf(run.known().clocks());
          assertThat(run.milestones.values())
              .containsExactlyInAnyOrderElementsOf(run.known().milestones());
        });
  }

  @Test
  void countedMinusRetractedIsWhatAFreshCountGives() {
    forAll(
        (events, random) -> {
          Run late = arrive(shuffled(events, random), random);
          Map<List<Object>, Long> fresh = new HashMap<>();
          BookingChange booked = life.booked(null, life.tell(events, END), () -> List.of());
          TicketMeasures.count(
              TicketDiff.between(null, late.known(), booked), RULES, d -> net(d, fresh));
          fresh.values().removeIf(n -> n == 0);
          late.net.values().removeIf(n -> n == 0);
          assertThat(late.net).isEqualTo(fresh);
        });
  }

  @Test
  void whatIsCountedOfClocksBacklogAndTimeAlwaysAddsUp() {
    forAll(
        (events, random) -> {
          Map<Series, Total> totals = new HashMap<>();
          arrive(shuffled(events, random), random).diffs.forEach(diff -> total(diff, totals));
          assertThat(Identities.imbalances("tickets", totals).values()).containsOnly(0L);
        });
  }

  private static void total(TicketDiff diff, Map<Series, Total> totals) {
    TicketMeasures.count(
        diff,
        RULES,
        delta ->
            totals.merge(
                new Series(delta.measure(), delta.labels()),
                new Total(delta.amount(), List.of()),
                Total::plus));
  }

  @Test
  void everyClockOpensOnceAndSettlesOnce() {
    forAll(
        (events, random) -> {
          Ticket ticket = arrive(shuffled(events, random), random).known();
          assertThat(ticket.clocks())
              .extracting(c -> c.sla() + "/" + c.slot() + "/" + c.cycle())
              .doesNotHaveDuplicates();
          for (Clock clock : ticket.clocks()) {
            if (clock.verdict() == Verdict.MET) {
              assertThat(clock.settledAt()).isLessThanOrEqualTo(clock.deadline());
            }
          }
          assertThat(ticket.clocks()).noneMatch(c -> c.unsettled() && c.deadline() <= END);
        });
  }

  private interface Law {
    void holds(List<TicketEvent> events, SplittableRandom random);
  }

  private static void forAll(Law law) {
    for (int seed = 0; seed < HISTORIES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<TicketEvent> events = RandomLife.of("T-" + seed, random);
      try {
        law.holds(events, random);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + events, e);
      }
    }
  }

  /** One course of the world: events arrive in the given order while time passes now and then. */
  private Run arrive(List<TicketEvent> order, SplittableRandom random) {
    Run run = new Run(life);
    List<TicketEvent> seen = new ArrayList<>();
    for (TicketEvent event : order) {
      List<TicketEvent> before = List.copyOf(seen);
      seen.add(event);
      if (run.ticket == null && event.made()) {
        continue;
      }
      run.becomes(life.next(run.ticket, event, () -> seen), before);
      if (random.nextInt(3) == 0) {
        run.advance(Events.TEN + random.nextInt(200) * Events.HOUR);
      }
    }
    run.advance(END);
    return run;
  }

  private static final class Run {
    private final TicketLife life;
    private final List<TicketDiff> diffs = new ArrayList<>();
    private @Nullable Ticket ticket;
    private final Map<String, Clock> ledger = new LinkedHashMap<>();
    private final Map<String, Milestone> milestones = new LinkedHashMap<>();
    private final Map<List<Object>, Long> net = new HashMap<>();

    Ticket known() {
      if (ticket == null) {
        throw new IllegalStateException("nothing arrived");
      }
      return ticket;
    }

    Run(TicketLife life) {
      this.life = life;
    }

    /** The rules stay as they are, so that the snapshot is enough. */
    void advance(long instant) {
      becomes(
          life.go(
              known(),
              instant,
              () -> {
                throw new AssertionError("asked for the history of " + ticket);
              }),
          List.of());
    }

    void becomes(TicketLife.Step step, List<TicketEvent> before) {
      TicketDiff diff =
          TicketDiff.between(ticket, step.ticket(), life.booked(ticket, step, () -> before));
      ticket = step.ticket();
      diffs.add(diff);
      for (ClockChange change : diff.clocks()) {
        Clock row = change.row();
        String id = row.sla() + "/" + row.slot() + "/" + row.cycle();
        if (change.kind() == ClockChange.Kind.REMOVED) {
          ledger.remove(id);
        } else {
          ledger.put(id, row);
        }
      }
      for (MilestoneChange change : diff.milestones()) {
        String id = change.step().kind() + "/" + change.step().number();
        if (change.retracted()) {
          milestones.remove(id);
        } else {
          milestones.put(id, change.step());
        }
      }
      TicketMeasures.count(diff, RULES, d -> net(d, net));
    }
  }

  /** Counters net of retractions, and gauges. */
  private static void net(Delta delta, Map<List<Object>, Long> sums) {
    String name = delta.measure().name();
    if (delta.measure().kind() == Measure.Kind.HISTOGRAM
        || delta.measure() == Measure.OBSERVATIONS_CORRECTED
        || delta.measure() == Measure.SLA_CORRECTIONS) {
      return;
    }
    boolean retracted = name.endsWith("_RETRACTED");
    String base = retracted ? name.substring(0, name.length() - "_RETRACTED".length()) : name;
    List<String> labels = new ArrayList<>(delta.labels());
    if (delta.measure() == Measure.SLA_VERDICTS) {
      labels.remove(2); // the priority, which is not taken back by
    }
    if (base.equals("TICKET_LIFE_SECONDS")) {
      labels.clear(); // it is booked where the ticket is then, all of it nowhere
    }
    sums.merge(List.of(base, labels), retracted ? -delta.amount() : delta.amount(), Long::sum);
  }

  private static List<TicketEvent> shuffled(List<TicketEvent> events, SplittableRandom random) {
    List<TicketEvent> order = new ArrayList<>(events);
    for (int i = order.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      TicketEvent swap = order.get(i);
      order.set(i, order.get(j));
      order.set(j, swap);
    }
    return order;
  }

  /** The ticket but for which deadlines fired without an event, which depends on the course. */
  private static Ticket withoutFiring(Ticket t) {
    return new Ticket(
        t.ticketId(),
        t.orphan(),
        t.createdAt(),
        t.phase(),
        t.endedAt(),
        t.facts(),
        t.claim(),
        t.classified(),
        t.assigned(),
        t.refolds(),
        t.allSequenced(),
        t.last(),
        0,
        t.customer(),
        t.stage(),
        t.stageSince(),
        t.mainStage(),
        t.stayedSince(),
        t.quality(),
        t.episodes(),
        t.milestones(),
        t.tallies(),
        t.clocks());
  }
}
