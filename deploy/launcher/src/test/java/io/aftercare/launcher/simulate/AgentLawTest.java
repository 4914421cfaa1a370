package io.aftercare.launcher.simulate;

import static io.aftercare.contract.AgentState.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.AgentState;
import io.aftercare.contract.AgentStateEvent;
import io.aftercare.contract.CallEvent;
import io.aftercare.contract.CallEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The laws that every simulated agent keeps, and that agents and calls tell the same story. */
class AgentLawTest {
  private static final Set<AgentState> NEXT_WORK = EnumSet.of(RINGING, ON_CONTACT);
  private static final Set<AgentState> IDLE = EnumSet.of(AVAILABLE, SIGNED_OUT);

  private static SimulatedStories.Story story =
      new SimulatedStories.Story(Map.of(), Map.of(), Map.of());

  @BeforeAll
  static void play() {
    story =
        SimulatedStories.story(
            SimulatedStories.settings(12).withNoise(0, 0.01), Duration.ofDays(3));
    assertThat(story.agents()).hasSizeBetween(150, 500);
  }

  @Test
  void one_state_follows_another_as_it_may_and_at_a_later_instant() {
    List<String> broken = new ArrayList<>();
    for (List<AgentStateEvent> life : story.agents().values()) {
      AgentState state = SIGNED_OUT;
      Instant last = Instant.MIN;
      for (AgentStateEvent event : life) {
        if (!follows(state, event.getState()) || !event.getOccurredAt().isAfter(last)) {
          broken.add(state + " -> " + event);
        }
        state = event.getState();
        last = event.getOccurredAt();
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void every_state_occurs() {
    Set<AgentState> seen = EnumSet.noneOf(AgentState.class);
    story.agents().values().forEach(life -> life.forEach(event -> seen.add(event.getState())));
    assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.of(AgentState.UNKNOWN)));
  }

  @Test
  void people_work_one_shift_a_day_in_one_region() {
    for (List<AgentStateEvent> life : story.agents().values()) {
      assertThat(life.stream().map(AgentStateEvent::getRegion).distinct()).hasSize(1);
      Instant in = Instant.MAX;
      for (AgentStateEvent event : life) {
        in = event.getState() == SIGNED_OUT ? Instant.MAX : earlier(in, event.getOccurredAt());
        assertThat(event.getOccurredAt().minus(Duration.ofHours(9))).isBefore(in);
      }
    }
  }

  /** But the ends of the span, where one side of the story may be missing. */
  @Test
  void who_answers_a_call_is_on_it_and_who_is_on_a_call_has_answered_it() {
    Instant until = SimulatedStories.START.plus(Duration.ofHours(70));
    Set<String> answered = new TreeSet<>();
    for (List<CallEvent> call : story.calls().values()) {
      call.stream()
          .filter(event -> event.getEventType() == CallEventType.ANSWERED)
          .filter(event -> event.getOccurredAt().isBefore(until))
          .forEach(event -> answered.add(event.getAgentRef() + " " + event.getContactId()));
    }
    Set<String> onContact = new TreeSet<>();
    for (List<AgentStateEvent> life : story.agents().values()) {
      life.stream()
          .filter(event -> event.getState() == ON_CONTACT && event.getContactId() != null)
          .filter(event -> event.getOccurredAt().isBefore(until))
          .forEach(event -> onContact.add(event.getAgentRef() + " " + event.getContactId()));
    }
    assertThat(onContact).hasSizeGreaterThan(8_000).isEqualTo(answered);
  }

  private static boolean follows(AgentState before, AgentState after) {
    return switch (before) {
      case SIGNED_OUT -> after == AVAILABLE || NEXT_WORK.contains(after);
      case AVAILABLE -> after == SIGNED_OUT || NEXT_WORK.contains(after);
      case AWAY -> IDLE.contains(after) || NEXT_WORK.contains(after);
      case RINGING, WRAP_UP -> after == AWAY || IDLE.contains(after) || NEXT_WORK.contains(after);
      case ON_CONTACT -> after == ON_HOLD || after == WRAP_UP;
      case ON_HOLD -> after == ON_CONTACT;
      default -> false;
    };
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
