package io.aftercare.launcher.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private static final Duration TWELVE_HOURS = Duration.ofHours(12);

  @Test
  void the_asked_share_is_late_and_the_latest_by_about_an_hour() {
    List<SimulatedEvent> arrivals =
        SimulatedStories.arrivals(SimulatedStories.settings(5).withNoise(0.05, 0), TWELVE_HOURS);
    List<Long> late =
        arrivals.stream()
            .filter(arrival -> !isAutoReply(arrival))
            .map(arrival -> arrival.arrivalMillis() - occurred(arrival).toEpochMilli())
            .filter(delay -> delay > 3000)
            .sorted()
            .toList();
    assertThat((double) late.size() / arrivals.size()).isBetween(0.04, 0.06);
    assertThat(late.get(late.size() - 1)).isBetween(1_800_000L, 4_510_000L);
    assertThat(late.get(late.size() / 2)).isLessThan(60_000L);
  }

  @Test
  void the_asked_share_comes_twice_with_identical_content() {
    Map<String, SpecificRecord> seen = new HashMap<>();
    int duplicates = 0;
    List<SimulatedEvent> arrivals =
        SimulatedStories.arrivals(SimulatedStories.settings(5).withNoise(0.01, 0.02), TWELVE_HOURS);
    for (SimulatedEvent arrival : arrivals) {
      SpecificRecord event = arrival.event();
      SpecificRecord first =
          seen.putIfAbsent(arrival.key() + "/" + SimulatedStories.text(arrival, "event_id"), event);
      if (first != null) {
        assertThat(event).isEqualTo(first);
        duplicates++;
      }
    }
    assertThat((double) duplicates / arrivals.size()).isBetween(0.015, 0.025);
  }

  @Test
  void some_events_of_a_ticket_a_call_or_an_agent_arrive_out_of_order() {
    Map<String, Instant> newest = new HashMap<>();
    Map<String, Integer> overtaken = new HashMap<>();
    for (SimulatedEvent arrival :
        SimulatedStories.arrivals(SimulatedStories.settings(5), TWELVE_HOURS)) {
      Instant occurred = occurred(arrival);
      Instant before = newest.merge(arrival.key(), occurred, DeliveryTest::later);
      overtaken.merge(arrival.topic(), before.isAfter(occurred) ? 1 : 0, Integer::sum);
    }
    assertThat(overtaken.values()).hasSize(3).allMatch(count -> count > 20);
  }

  @Test
  void the_life_of_tickets_calls_and_agents_does_not_depend_on_the_noise() {
    assertThat(happenings(0.2, 0.1)).isEqualTo(happenings(0, 0)).hasSizeGreaterThan(2000);
  }

  /** What happened in the first two hours; nobody is later than the four hours listened to. */
  private static Set<String> happenings(double late, double duplicate) {
    Instant until = SimulatedStories.START.plus(Duration.ofHours(2));
    Set<String> happenings = new TreeSet<>();
    SimulatedStories.play(
        SimulatedStories.settings(6).withNoise(late, duplicate),
        Duration.ofHours(4),
        arrival -> {
          if (!isAutoReply(arrival) && occurred(arrival).isBefore(until)) {
            happenings.add(
                "%s %s %s %s"
                    .formatted(
                        arrival.topic(),
                        arrival.key(),
                        SimulatedStories.text(arrival, "event_id"),
                        occurred(arrival)));
          }
        });
    return happenings;
  }

  private static boolean isAutoReply(SimulatedEvent arrival) {
    return arrival.event() instanceof TicketEvent ticket
        && ticket.getEventType() == TicketEventType.AUTO_REPLY;
  }

  private static Instant occurred(SimulatedEvent arrival) {
    return SimulatedStories.instant(arrival.event(), "occurred_at");
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
