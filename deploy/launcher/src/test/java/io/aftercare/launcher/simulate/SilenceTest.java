package io.aftercare.launcher.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing of the tickets of metro arrives from ten hours on, for six hours or for ever. */
class SilenceTest {
  private static final Duration SPAN = Duration.ofHours(20);
  private static final Instant FROM = SimulatedStories.START.plus(Duration.ofHours(10));
  private static final Instant UNTIL = FROM.plus(Duration.ofHours(6));
  private static final SimulatorSettings USUAL = SimulatedStories.settings(5);
  private static final List<SimulatedEvent> ALL = SimulatedStories.arrivals(USUAL, SPAN);

  private static List<SimulatedEvent> silentUntil(Instant until) {
    return SimulatedStories.arrivals(USUAL.withSilence("metro", FROM, until), SPAN);
  }

  private static boolean isTicketOfMetro(SimulatedEvent each) {
    return each.event() instanceof TicketEvent ticket && "metro".equals(ticket.getRegion());
  }

  private static boolean isBefore(SimulatedEvent each, Instant instant) {
    return each.arrivalMillis() < instant.toEpochMilli();
  }

  @Test
  void what_is_silent_for_ever_is_all_that_is_missing() {
    assertThat(ALL)
        .filteredOn(each -> isTicketOfMetro(each) && !isBefore(each, FROM))
        .hasSizeGreaterThan(500);
    assertThat(silentUntil(Instant.MAX))
        .isEqualTo(
            ALL.stream().filter(each -> !isTicketOfMetro(each) || isBefore(each, FROM)).toList());
  }

  @Test
  void what_comes_back_delivers_at_once_what_it_held() {
    List<SimulatedEvent> arrivals = silentUntil(UNTIL);
    assertThat(arrivals).hasSameSizeAs(ALL);
    assertThat(arrivals)
        .filteredOn(each -> isTicketOfMetro(each) && !isBefore(each, FROM))
        .noneMatch(each -> isBefore(each, UNTIL));
    List<SimulatedEvent> held =
        ALL.stream()
            .filter(SilenceTest::isTicketOfMetro)
            .filter(each -> !isBefore(each, FROM) && isBefore(each, UNTIL))
            .toList();
    assertThat(arrivals)
        .filteredOn(each -> each.arrivalMillis() == UNTIL.toEpochMilli())
        .extracting(SimulatedEvent::event)
        .containsAll(held.stream().map(SimulatedEvent::event).toList());
  }

  @Test
  void an_unknown_region_is_refused() {
    assertThatThrownBy(() -> USUAL.withSilence("mars", FROM, UNTIL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("silence is mars, must be one of");
  }
}
