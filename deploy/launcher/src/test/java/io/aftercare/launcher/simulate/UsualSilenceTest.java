package io.aftercare.launcher.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.TicketEvent;
import io.aftercare.domain.expectation.HourOfRegion;
import io.aftercare.domain.expectation.LastEvent;
import io.aftercare.domain.expectation.RegionClock;
import io.aftercare.domain.expectation.RegionUsual;
import io.aftercare.domain.sla.Rulebook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Quiet is not silent: gaps of a believable service, against what its regions have learnt. */
class UsualSilenceTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final Duration SPAN = Duration.ofDays(7);
  private static final long START = SimulatedStories.START.toEpochMilli();

  private final RegionClock clock =
      new RegionClock(
          Rulebook.of(
              List.of(),
              List.of(),
              Region.ALL.stream()
                  .map(r -> new io.aftercare.domain.sla.Region(r.name(), r.zone(), "24x7"))
                  .toList()));

  @Test
  void no_region_that_works_is_taken_for_silent_in_a_week() {
    SimulatorSettings service = SimulatedStories.settings(3).withTicketsPerHour(150);
    Map<String, List<Long>> events = new TreeMap<>();
    for (SimulatedEvent each : SimulatedStories.arrivals(service, SPAN)) {
      if (each.event() instanceof TicketEvent ticket) {
        events
            .computeIfAbsent(ticket.getRegion(), name -> new ArrayList<>())
            .add(ticket.getOccurredAt().toEpochMilli());
      }
    }
    assertThat(events).hasSize(Region.ALL.size());
    events.forEach(this::isNeverSilent);
  }

  private void isNeverSilent(String region, List<Long> instants) {
    Collections.sort(instants);
    RegionUsual usual = RegionUsual.nothing();
    OptionalLong limit = OptionalLong.empty();
    long last = START;
    long hour = START;
    int count = 0;
    for (long at : instants) {
      for (; at >= hour + HOUR; hour += HOUR) {
        var closed = new HourOfRegion(region, hour, hour + HOUR, 0, 0, -1, -1, -1, count);
        usual.learn(closed, clock.of(closed));
        count = 0;
      }
      count++;
      assertThat(at - last).as(region).isLessThanOrEqualTo(limit.orElse(Long.MAX_VALUE));
      limit = usual.silenceLimit(new LastEvent(region, at), clock);
      last = at;
    }
    assertThat(limit).as(region + " has learnt").isPresent();
  }
}
