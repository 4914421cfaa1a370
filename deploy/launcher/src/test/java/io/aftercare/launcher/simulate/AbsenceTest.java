package io.aftercare.launcher.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.ActorType;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The crews of metro stay away from the second day's noon on. */
class AbsenceTest {
  private static final Instant FROM = SimulatedStories.START.plus(Duration.ofHours(36));
  private static final Duration SPAN = Duration.ofHours(60);
  private static final SimulatorSettings USUAL = SimulatedStories.settings(5);
  private static final SimulatorSettings AWAY = USUAL.withAbsence("metro", FROM);
  private static final Map<String, List<TicketEvent>> TICKETS =
      SimulatedStories.tickets(AWAY, SPAN);

  @Test
  void until_then_it_is_the_same_service_byte_for_byte() {
    Duration until = Duration.between(SimulatedStories.START, FROM);
    List<SimulatedEvent> away = SimulatedStories.arrivals(AWAY, until);
    assertThat(away).hasSizeGreaterThan(40_000);
    assertThat(away).isEqualTo(SimulatedStories.arrivals(USUAL, until));
  }

  @Test
  void nobody_there_takes_a_ticket_any_more() {
    assertThat(happenings(AbsenceTest::isTakenInMetro).filter(AbsenceTest::isBefore)).isNotEmpty();
    assertThat(happenings(AbsenceTest::isTakenInMetro).filter(each -> !isBefore(each))).isEmpty();
  }

  /**
   * Work is begun by an assignment, or by an engineer who sets out at most half an hour before the
   * arrival. Who hands a ticket to metro sits elsewhere.
   */
  @Test
  void people_there_only_finish_what_they_had_begun() {
    for (List<TicketEvent> life : TICKETS.values()) {
      List<TicketEvent> byPeople =
          life.stream().filter(each -> isByPeopleOfMetro(each) && !isBefore(each)).toList();
      if (!byPeople.isEmpty()) {
        assertThat(life).as("had been there").anyMatch(AbsenceTest::isBefore);
        assertThat(byPeople.get(byPeople.size() - 1).getOccurredAt())
            .as("%s", byPeople)
            .isBefore(FROM.plus(Duration.ofHours(6)));
      }
    }
    assertThat(happenings(each -> each.getEventType() == TicketEventType.ENGINEER_ARRIVED))
        .filteredOn(each -> isIn("metro", each))
        .allMatch(each -> each.getOccurredAt().isBefore(FROM.plus(Duration.ofMinutes(30))));
  }

  @Test
  void customers_and_the_bot_go_on() {
    Set<TicketEventType> kinds =
        happenings(each -> isIn("metro", each) && !isBefore(each))
            .map(TicketEvent::getEventType)
            .collect(Collectors.toSet());
    assertThat(kinds)
        .contains(
            TicketEventType.CREATED,
            TicketEventType.AUTO_REPLY,
            TicketEventType.CLASSIFIED,
            TicketEventType.CANCELLED,
            TicketEventType.COMPLAINT_FILED,
            TicketEventType.CLOSED);
  }

  @Test
  void every_other_region_works_on() {
    Set<String> atWork =
        happenings(each -> each.getEventType() == TicketEventType.ASSIGNED && !isBefore(each))
            .map(TicketEvent::getRegion)
            .collect(Collectors.toSet());
    assertThat(atWork)
        .containsExactlyInAnyOrder("coast", "delta", "north", "lakes", "valley", "west", "islands");
  }

  @Test
  void a_region_that_is_none_is_refused_with_those_that_are() {
    assertThatThrownBy(() -> USUAL.withAbsence("mars", FROM))
        .hasMessage(
            "absence is mars, must be one of"
                + " [metro, coast, delta, north, lakes, valley, west, islands]");
  }

  private static Stream<TicketEvent> happenings(Predicate<TicketEvent> which) {
    return TICKETS.values().stream().flatMap(List::stream).filter(which);
  }

  private static boolean isIn(String region, TicketEvent event) {
    return region.equals(event.getRegion());
  }

  private static boolean isBefore(TicketEvent event) {
    return event.getOccurredAt().isBefore(FROM);
  }

  private static boolean isTakenInMetro(TicketEvent event) {
    return event.getEventType() == TicketEventType.ASSIGNED && isIn("metro", event);
  }

  private static boolean isByPeopleOfMetro(TicketEvent event) {
    boolean byPeople =
        event.getActorType() == ActorType.AGENT || event.getActorType() == ActorType.ENGINEER;
    boolean handedOver = event.getEventType() == TicketEventType.TRANSFERRED;
    return byPeople && isIn("metro", event) && !handedOver;
  }
}
