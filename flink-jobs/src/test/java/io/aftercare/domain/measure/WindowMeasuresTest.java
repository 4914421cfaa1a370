package io.aftercare.domain.measure;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.ticket.Milestone;
import io.aftercare.domain.ticket.MilestoneKind;
import io.aftercare.domain.ticket.Promised;
import io.aftercare.domain.ticket.RandomLife;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketDiff;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.ticket.TicketLife;
import io.aftercare.domain.window.Contribution;
import io.aftercare.domain.window.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever order events come in, contributions add up to what the last snapshot says. */
class WindowMeasuresTest {
  private final TicketLife life = new TicketLife(Promised.shipped());

  @Test
  void contributionsOfAllChangesAddUpToTheLastSnapshot() {
    SplittableRandom random = new SplittableRandom(20260831);
    int corrected = 0;
    for (int i = 0; i < 400; i++) {
      List<TicketEvent> events = new ArrayList<>(RandomLife.of("T-" + i, random));
      shuffle(events, random);
      Map<String, Integer> sum = new TreeMap<>();
      Ticket before = null;
      for (int n = 1; n <= events.size(); n++) {
        if (events.subList(0, n).stream().allMatch(TicketEvent::made)) {
          continue; // nothing yet that opens a ticket
        }
        Ticket now = life.fold(events.subList(0, n), TEN + 6 * HOUR);
        corrected += add(before, now, sum);
        before = now;
      }
      if (before != null) {
        assertThat(sum).describedAs("ticket %s", events).isEqualTo(recount(before));
      }
    }
    assertThat(corrected).isGreaterThan(50);
  }

  /** Adds what follows from a change; how much was taken back. */
  private static int add(@Nullable Ticket before, Ticket now, Map<String, Integer> sum) {
    int[] back = new int[1];
    WindowMeasures.of(
        TicketDiff.between(before, now),
        c -> {
          back[0] += c.sign() < 0 ? 1 : 0;
          int left = sum.merge(text(c), c.sign(), Integer::sum);
          assertThat(left).isNotNegative();
          if (left == 0) {
            sum.remove(text(c));
          }
        });
    return back[0];
  }

  private static String text(Contribution c) {
    return "%s %s %s %d %d %s"
        .formatted(c.what(), c.region(), c.priority(), c.at(), c.millis(), c.sla());
  }

  private static Map<String, Integer> recount(Ticket ticket) {
    Map<String, Integer> all = new TreeMap<>();
    for (Milestone m : ticket.milestones()) {
      MilestoneKind kind = m.kind();
      boolean cancelled = List.of("MERGED", "SPAM").contains(kind.name());
      boolean timed = kind == MilestoneKind.RESOLVED || kind == MilestoneKind.FIRST_RESPONSE;
      String text =
          "%s %s %s %d %d "
              .formatted(
                  cancelled ? What.CANCELLED : What.valueOf(kind.name()),
                  m.facts().regionLabel(),
                  m.facts().priority().label(),
                  m.at(),
                  timed ? m.elapsedMillis() : 0);
      all.merge(text, 1, Integer::sum);
    }
    for (Clock clock : ticket.clocks()) {
      if (clock.slot().equals("active")
          && (clock.verdict() == Verdict.MET || clock.verdict() == Verdict.BREACHED)) {
        String text =
            "SLA_%s %s %s %d 0 %s"
                .formatted(
                    clock.verdict(),
                    clock.region() == null ? "unknown" : clock.region(),
                    clock.priority().label(),
                    clock.settledAt(),
                    clock.sla());
        all.merge(text, 1, Integer::sum);
      }
    }
    return all;
  }

  private static void shuffle(List<TicketEvent> events, SplittableRandom random) {
    for (int i = events.size() - 1; i > 0; i--) {
      events.set(i, events.set(random.nextInt(i + 1), events.get(i)));
    }
  }
}
