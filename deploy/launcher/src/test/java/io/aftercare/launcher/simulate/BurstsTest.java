package io.aftercare.launcher.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BurstsTest {
  private static final Duration SPAN = Duration.ofDays(12);

  @Test
  void in_bursts_the_region_complains_several_times_more_and_about_one_thing() {
    List<TicketEvent> complaints = new ArrayList<>();
    Simulator simulator =
        SimulatedStories.playTickets(
            SimulatedStories.settings(9).withBurstEvery(Duration.ofHours(12)),
            SPAN,
            event -> addComplaint(event, complaints));
    List<TicketEvent> usual = new ArrayList<>();
    SimulatedStories.playTickets(
        SimulatedStories.settings(9).withBurstEvery(Duration.ofDays(36_500)),
        SPAN,
        event -> addComplaint(event, usual));
    long seen = 0;
    long expected = 0;
    long aboutIt = 0;
    for (Incident incident : simulator.incidents()) {
      seen += complaints.stream().filter(event -> within(incident, event)).count();
      expected += usual.stream().filter(event -> within(incident, event)).count();
      aboutIt += complaints.stream().filter(event -> about(incident, event)).count();
    }
    assertThat(simulator.incidents()).hasSizeBetween(10, 40);
    assertThat((double) seen / expected).isBetween(4.0, 12.0);
    assertThat((double) aboutIt / seen).isGreaterThan(0.7);
  }

  @Test
  void a_burst_lasts_one_to_three_hours_in_one_region_or_three() {
    Simulator simulator =
        SimulatedStories.play(
            SimulatedStories.settings(9).withTicketsPerHour(10).withBurstEvery(Duration.ofHours(3)),
            Duration.ofDays(30),
            arrival -> {});
    assertThat(simulator.incidents()).hasSizeGreaterThan(60);
    assertThat(simulator.incidents())
        .allSatisfy(
            incident -> {
              assertThat(Duration.between(incident.start(), incident.end()))
                  .isBetween(Duration.ofHours(1), Duration.ofHours(3));
              assertThat(incident.factor()).isBetween(5.0, 10.0);
              assertThat(incident.regions().size()).isIn(1, 3);
            });
    assertThat(simulator.incidents()).anyMatch(incident -> incident.regions().size() == 3);
  }

  private static void addComplaint(TicketEvent event, List<TicketEvent> complaints) {
    if (event.getEventType() == TicketEventType.COMPLAINT_FILED) {
      complaints.add(event);
    }
  }

  private static boolean within(Incident incident, TicketEvent event) {
    return incident.regions().contains(event.getOriginRegion())
        && !event.getOccurredAt().isBefore(incident.start())
        && event.getOccurredAt().isBefore(incident.end());
  }

  private static boolean about(Incident incident, TicketEvent event) {
    return within(incident, event)
        && incident.productLine().equals(event.getProductLine())
        && incident.category().equals(event.getCategory());
  }
}
