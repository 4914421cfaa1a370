package io.aftercare.oracle.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.call.AgentEvent;
import io.aftercare.domain.call.AgentState;
import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.sla.Channel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The oracle's books of repeats and of agents, by hand. */
class SideBooksTest {

  @Test
  void whoCallsAgainWithinTwoMinutesRepeats() {
    assertThat(Repeats.of(List.of(call("a", "k", 0), call("b", "k", 120_000))))
        .containsExactly(new Repeats.Repeat("b", "north", "repairs"));
    assertThat(Repeats.of(List.of(call("a", "k", 0), call("b", "k", 120_001)))).isEmpty();
    assertThat(Repeats.of(List.of(call("a", "k", 0), call("b", "m", 1)))).isEmpty();
    assertThat(Repeats.of(List.of(call("a", null, 0), call("b", null, 1)))).isEmpty();
  }

  @Test
  void aChainOfCallsRepeatsFromTheSecondOnAndOneOfTwoAtOnceDoes() {
    assertThat(
            Repeats.of(
                List.of(call("c", "k", 200_000), call("a", "k", 0), call("b", "k", 100_000))))
        .extracting(Repeats.Repeat::contactId)
        .containsExactlyInAnyOrder("b", "c");
    assertThat(Repeats.of(List.of(call("b", "k", 5), call("a", "k", 5))))
        .extracting(Repeats.Repeat::contactId)
        .containsExactly("b");
  }

  @Test
  void anAgentsTimeGoesToTheRegionOfTheStateThatLasted() {
    List<AgentEvent> day =
        List.of(
            agent("4", AgentState.SIGNED_OUT, 100, null),
            agent("1", AgentState.AVAILABLE, 0, "north"),
            agent("1", AgentState.AWAY, 50, "north"),
            agent("2", AgentState.ON_CONTACT, 10, "south"),
            agent("3", AgentState.AWAY, 40, "south"),
            agent("5", AgentState.WRAP_UP, 110, null),
            agent("6", AgentState.AVAILABLE, 113, "north"));

    assertThat(AgentHours.of(day))
        .isEqualTo(
            Map.of(
                "north", new AgentHours.Time(10, 0),
                "south", new AgentHours.Time(30, 30),
                "unknown", new AgentHours.Time(3, 3)));
  }

  private static AgentEvent agent(String id, AgentState state, long at, @Nullable String region) {
    return new AgentEvent(id, "a", CallEvent.UNSEQUENCED, state, at, region);
  }

  private static Told call(String id, @Nullable String customer, long enteredAt) {
    Told.Visit visit =
        new Told.Visit(
            1, "north", "repairs", enteredAt, enteredAt, "answered_in_time", false, 30_000);
    return new Told(
        id,
        Channel.VOICE,
        null,
        customer,
        enteredAt,
        false,
        CallEvent.NEVER,
        List.of(visit),
        List.of(),
        List.of(),
        List.of());
  }
}
