package io.aftercare.launcher.simulate;

import static io.aftercare.contract.CallEventType.ANSWERED;
import static io.aftercare.contract.TicketEventType.ASSIGNED;
import static io.aftercare.contract.TicketEventType.CALL_LINKED;
import static io.aftercare.contract.TicketEventType.CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.ActorType;
import io.aftercare.contract.CallEvent;
import io.aftercare.contract.Channel;
import io.aftercare.contract.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls and tickets tell the same story. */
class CallsAndTicketsTest {
  private static SimulatedStories.Story story =
      new SimulatedStories.Story(Map.of(), Map.of(), Map.of());

  /** The ticket event that names a call, by the call. */
  private static final Map<String, TicketEvent> NAMING = new HashMap<>();

  @BeforeAll
  static void play() {
    story =
        SimulatedStories.story(SimulatedStories.settings(13).withNoise(0, 0), Duration.ofDays(4));
    story.tickets().values().stream()
        .flatMap(List::stream)
        .filter(event -> event.getContactId() != null)
        .forEach(event -> assertThat(NAMING.put(event.getContactId(), event)).isNull());
    assertThat(NAMING).hasSizeGreaterThan(9_000);
  }

  @Test
  void a_voice_ticket_is_opened_by_the_agent_on_the_line_soon_after_the_answer() {
    for (List<TicketEvent> ticket : story.tickets().values()) {
      TicketEvent created = first(ticket);
      boolean voice = created.getChannel() == Channel.VOICE;
      assertThat(created.getContactId() != null).isEqualTo(voice);
      assertThat(created.getActorType()).isEqualTo(voice ? ActorType.AGENT : ActorType.CUSTOMER);
      if (voice) {
        CallEvent answered = answer(created).orElseThrow();
        assertThat(since(answered, created)).isBetween(Duration.ZERO, Duration.ofSeconds(30));
        assertThat(created.getCustomerRef()).isEqualTo(answered.getCustomerRef());
        assertThat(created.getRegion()).isEqualTo(answered.getRegion());
        TicketEvent assigned = ticket.get(ticket.indexOf(created) + 1);
        assertThat(assigned.getAssigneeRef()).isEqualTo(answered.getAgentRef());
      }
    }
  }

  @Test
  void tickets_that_were_written_get_calls_later() {
    List<TicketEvent> linked =
        NAMING.values().stream().filter(event -> event.getEventType() == CALL_LINKED).toList();
    assertThat(linked).hasSizeGreaterThan(150);
    for (TicketEvent event : linked) {
      CallEvent answered = answer(event).orElseThrow();
      assertThat(since(answered, event)).isBetween(Duration.ZERO, Duration.ofMinutes(1));
      assertThat(
              first(Objects.requireNonNull(story.tickets().get(event.getTicketId())))
                  .getOccurredAt())
          .isBefore(answered.getOccurredAt());
      assertThat(event.getCustomerRef()).isEqualTo(answered.getCustomerRef());
    }
    assertThat(NAMING.values())
        .allMatch(event -> event.getEventType() == CALL_LINKED || event.getEventType() == CREATED);
  }

  /** The desk's work is given out by the system; a passed-on call does not change that. */
  @Test
  void who_asks_after_a_ticket_does_not_take_it_out_of_the_desks_hands() {
    for (List<TicketEvent> ticket : story.tickets().values()) {
      Channel channel = first(ticket).getChannel();
      if (channel != Channel.VOICE && channel != Channel.CHAT && channel != Channel.APP) {
        assertThat(ticket)
            .noneMatch(
                event ->
                    event.getEventType() == ASSIGNED && event.getActorType() == ActorType.AGENT);
      }
    }
  }

  @Test
  void a_call_names_its_ticket_from_the_moment_it_has_one_and_no_other() {
    int named = 0;
    for (Map.Entry<String, List<CallEvent>> call : story.calls().entrySet()) {
      TicketEvent naming = NAMING.get(call.getKey());
      for (CallEvent event : call.getValue()) {
        boolean after = naming != null && event.getOccurredAt().isAfter(naming.getOccurredAt());
        assertThat(event.getTicketId())
            .isEqualTo(naming != null && after ? naming.getTicketId() : null);
        named += after ? 1 : 0;
      }
    }
    assertThat(named).isGreaterThan(25_000);
  }

  @Test
  void a_call_that_nobody_answered_leaves_no_ticket_and_most_others_do() {
    long answered =
        story.calls().values().stream()
            .filter(call -> call.stream().anyMatch(event -> event.getEventType() == ANSWERED))
            .count();
    assertThat(NAMING.values()).allMatch(event -> answer(event).isPresent());
    assertThat((double) NAMING.size() / answered).isBetween(0.85, 0.95);
  }

  /** The last one of the call before the ticket event that names it. */
  private static Optional<CallEvent> answer(TicketEvent naming) {
    String contact = naming.getContactId();
    return Objects.requireNonNull(story.calls().get(contact), contact).stream()
        .filter(event -> event.getEventType() == ANSWERED)
        .filter(event -> event.getOccurredAt().isBefore(naming.getOccurredAt()))
        .reduce((before, last) -> last);
  }

  /** But a bot whose clock is behind. */
  private static TicketEvent first(List<TicketEvent> ticket) {
    return ticket.stream().filter(e -> e.getEventType() == CREATED).findFirst().orElseThrow();
  }

  private static Duration since(CallEvent call, TicketEvent ticket) {
    Instant from = call.getOccurredAt();
    return Duration.between(from, ticket.getOccurredAt());
  }
}
