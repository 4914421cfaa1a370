package io.aftercare.launcher.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.ActorType;
import io.aftercare.contract.AgentState;
import io.aftercare.contract.AgentStateEvent;
import io.aftercare.contract.CallEvent;
import io.aftercare.contract.CallEventType;
import io.aftercare.contract.Channel;
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
  private static final SimulatedStories.Story STORY = SimulatedStories.story(AWAY, SPAN);
  private static final Map<String, List<TicketEvent>> TICKETS = STORY.tickets();

  @Test
  void until_then_it_is_the_same_service_byte_for_byte() {
    Duration until = Duration.between(SimulatedStories.START, FROM);
    List<SimulatedEvent> away = SimulatedStories.arrivals(AWAY, until);
    assertThat(away).hasSizeGreaterThan(40_000);
    assertThat(away).isEqualTo(SimulatedStories.arrivals(USUAL, until));
  }

  /** Whoever is on the phone then opens the ticket within half a minute. */
  @Test
  void nobody_there_takes_a_ticket_any_more() {
    assertThat(happenings(AbsenceTest::isTakenInMetro).filter(AbsenceTest::isBefore)).isNotEmpty();
    assertThat(happenings(AbsenceTest::isTakenInMetro))
        .filteredOn(each -> !isBefore(each))
        .allMatch(each -> each.getChannel() == Channel.VOICE)
        .allMatch(each -> each.getOccurredAt().isBefore(FROM.plusSeconds(30)));
  }

  @Test
  void nobody_there_picks_up_the_phone_any_more() {
    List<CallEvent> rung =
        STORY.calls().values().stream()
            .flatMap(List::stream)
            .filter(each -> each.getEventType() == CallEventType.RINGING)
            .filter(each -> each.getRegion().equals("metro"))
            .toList();
    assertThat(rung).isNotEmpty().allMatch(each -> each.getOccurredAt().isBefore(FROM));
    for (List<AgentStateEvent> agent : STORY.agents().values()) {
      AgentStateEvent last = agent.get(agent.size() - 1);
      if (last.getRegion().equals("metro")) {
        assertThat(last.getState()).isEqualTo(AgentState.SIGNED_OUT);
        assertThat(last.getOccurredAt()).isBefore(FROM.plus(Duration.ofHours(1)));
      }
    }
  }

  @Test
  void callers_there_wait_until_they_hang_up_or_ask_to_be_called_and_some_wait_long() {
    List<QueueVisit> visits =
        STORY.calls().values().stream()
            .flatMap(call -> QueueVisit.of(call).stream())
            .filter(visit -> visit.region().equals("metro") && visit.entered().isAfter(FROM))
            .toList();
    Set<CallEventType> ends = visits.stream().map(QueueVisit::end).collect(Collectors.toSet());
    assertThat(ends)
        .contains(
            CallEventType.ABANDONED, CallEventType.CALLBACK_REQUESTED, CallEventType.OVERFLOWED)
        .doesNotContain(CallEventType.ANSWERED);
    long waitedLong =
        visits.stream().filter(visit -> !visit.endedWithin(Duration.ofMinutes(2))).count();
    assertThat((double) waitedLong / visits.size()).isBetween(0.2, 0.6);
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
        assertThat(life).as("had been there").anyMatch(AbsenceTest::isBegunBefore);
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
        happenings(each -> each.getEventType() == TicketEventType.ASSIGNED)
            .filter(each -> each.getOccurredAt().isAfter(FROM.plusSeconds(30)))
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

  /** Or the agent who opens the ticket was on the phone before. */
  private static boolean isBegunBefore(TicketEvent event) {
    String contact = event.getContactId();
    return isBefore(event)
        || (contact != null
            && STORY.calls().getOrDefault(contact, List.of()).stream()
                .filter(each -> each.getEventType() == CallEventType.RINGING)
                .anyMatch(each -> each.getOccurredAt().isBefore(FROM)));
  }

  private static boolean isByPeopleOfMetro(TicketEvent event) {
    boolean byPeople =
        event.getActorType() == ActorType.AGENT || event.getActorType() == ActorType.ENGINEER;
    boolean handedOver = event.getEventType() == TicketEventType.TRANSFERRED;
    return byPeople && isIn("metro", event) && !handedOver;
  }
}
