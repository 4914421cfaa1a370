package io.aftercare.launcher.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.Finding;
import io.aftercare.domain.ticket.FindingKind;
import io.aftercare.domain.ticket.Repair;
import io.aftercare.domain.ticket.Returns;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.ticket.TicketLife;
import io.aftercare.io.avro.TicketEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The simulated service is judged by everything that quality is measured by. */
class QualityOnShowTest {
  private static final Duration SPAN = Duration.ofDays(11);
  private static final Map<FindingKind, Integer> FOUND = new EnumMap<>(FindingKind.class);
  private static final Map<Long, List<Repair>> REPAIRS = new HashMap<>();

  @BeforeAll
  static void judge() {
    long now = SimulatedStories.START.plus(SPAN).toEpochMilli();
    TicketEvents reading = new TicketEvents(Set.of());
    TicketLife life = new TicketLife(Rulebook.of(List.of()));
    SimulatedStories.tickets(SimulatedStories.settings(41).withTicketsPerHour(100), SPAN)
        .values()
        .forEach(
            events -> {
              List<TicketEvent> read =
                  events.stream().map(e -> reading.of(e, new ArrayList<>())).toList();
              TicketLife.Step step = life.tell(read, now);
              for (Finding finding : step.booked().findings()) {
                FOUND.merge(finding.kind(), 1, Integer::sum);
              }
              Repair repair = Repair.of(step.ticket());
              if (repair != null) {
                REPAIRS.computeIfAbsent(repair.asset(), a -> new ArrayList<>()).add(repair);
              }
            });
  }

  @Test
  void every_outcome_is_to_be_seen() {
    assertThat(FindingKind.values())
        .as("found %s", FOUND)
        .allMatch(kind -> FOUND.getOrDefault(kind, 0) >= 5);
  }

  @Test
  void some_devices_come_back() {
    long now = SimulatedStories.START.plus(SPAN).toEpochMilli();
    long returns = REPAIRS.values().stream().mapToLong(of -> Returns.among(of, now).size()).sum();
    assertThat(returns).isGreaterThan(5);
  }

  @Test
  void the_shares_are_those_of_a_service_that_is_good_and_could_be_better() {
    assertThat(share(FindingKind.FIRST_CONTACT_CONFIRMED, FindingKind.FIRST_CONTACT_FAILED))
        .as("resolved at the first contact")
        .isBetween(0.2, 0.9);
    assertThat(share(FindingKind.RESOLVED_REMOTELY, FindingKind.RESOLVED_NOT_REMOTELY))
        .as("resolved from afar")
        .isBetween(0.5, 0.95);
    assertThat(share(FindingKind.LOOP_CLOSED, FindingKind.LOOP_OPEN))
        .as("loops closed")
        .isBetween(0.7, 0.97);
    assertThat(share(FindingKind.REPAIR_PASSED, FindingKind.REPAIR_FAILED))
        .as("repairs that succeed")
        .isBetween(0.85, 0.97);
    assertThat(share(FindingKind.APPOINTMENT_ON_TIME, FindingKind.APPOINTMENT_LATE))
        .as("arrivals on time: the field crews are small")
        .isBetween(0.3, 0.9);
    assertThat(share(FindingKind.SURVEY_ANSWERED, FindingKind.SURVEY_UNANSWERED))
        .as("surveys answered")
        .isBetween(0.75, 0.95);
  }

  private static double share(FindingKind yes, FindingKind no) {
    double good = FOUND.getOrDefault(yes, 0);
    return good / (good + FOUND.getOrDefault(no, 0));
  }
}
