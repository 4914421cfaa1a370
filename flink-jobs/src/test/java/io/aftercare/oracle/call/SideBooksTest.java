package io.aftercare.oracle.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.call.AgentEvent;
import io.aftercare.domain.call.AgentLog;
import io.aftercare.domain.call.AgentState;
import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.Contact;
import io.aftercare.domain.call.ContactLife;
import io.aftercare.domain.call.FirstEntry;
import io.aftercare.domain.sla.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The books of repeats and of agents: the oracle's by hand, the engine's against the oracle. */
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

  // ---- the engine

  @Test
  void theEngineFindsTheSameRepeats() {
    int found = 0;
    for (int seed = 0; seed < 60; seed++) {
      List<Contact> contacts = contacts(RandomContacts.of(seed, 40));
      List<Repeats.Repeat> repeats = new ArrayList<>();
      contacts.stream()
          .map(FirstEntry::of)
          .filter(Objects::nonNull)
          .collect(Collectors.groupingBy(FirstEntry::customerRef))
          .values()
          .forEach(
              entries ->
                  io.aftercare.domain.call.Repeats.among(entries)
                      .forEach(
                          e ->
                              repeats.add(
                                  new Repeats.Repeat(e.contactId(), e.region(), e.queue()))));
      assertThat(repeats)
          .as("seed " + seed)
          .containsExactlyInAnyOrderElementsOf(
              Repeats.of(contacts.stream().map(Told::of).toList()).stream()
                  .map(SideBooksTest::labelled)
                  .toList());
      found += repeats.size();
    }
    assertThat(found).isGreaterThan(60);
  }

  /** The engine counts what nobody named as unknown. */
  private static Repeats.Repeat labelled(Repeats.Repeat r) {
    return new Repeats.Repeat(
        r.contactId(),
        r.region() == null ? "unknown" : r.region(),
        r.queue() == null ? "unknown" : r.queue());
  }

  private static List<Contact> contacts(RandomContacts random) {
    ContactLife life = new ContactLife(random.world().rules(), random.world().limits());
    return random.events().stream()
        .collect(Collectors.groupingBy(CallEvent::contactId))
        .values()
        .stream()
        .map(events -> life.fold(events, Long.MIN_VALUE))
        .toList();
  }

  @Test
  void theEngineBooksAgentsTheSameTime() {
    for (int seed = 0; seed < 500; seed++) {
      List<AgentEvent> events = day(new SplittableRandom(seed));
      Map<String, AgentHours.Time> booked = new TreeMap<>();
      for (AgentLog.Stay stay : AgentLog.stays(AgentLog.sorted(events))) {
        AgentState state = stay.state().state();
        String region = stay.state().region();
        booked.merge(
            region == null ? "unknown" : region,
            new AgentHours.Time(
                state.staffed() ? stay.millis() : 0, state.handling() ? stay.millis() : 0),
            (a, b) -> new AgentHours.Time(a.staffed() + b.staffed(), a.handle() + b.handle()));
      }
      booked.values().removeIf(t -> t.staffed() == 0);
      assertThat(booked).as("seed " + seed).isEqualTo(AgentHours.of(events));
    }
  }

  private static List<AgentEvent> day(SplittableRandom random) {
    boolean numbered = random.nextBoolean();
    List<AgentEvent> events = new ArrayList<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      events.add(
          new AgentEvent(
              "e" + i,
              "a",
              numbered && random.nextInt(20) > 0 ? random.nextInt(5) : CallEvent.UNSEQUENCED,
              CallWorld.any(List.of(AgentState.values()), random),
              random.nextInt(6) * 10L,
              random.nextInt(4) == 0 ? null : CallWorld.any(CallWorld.REGIONS, random)));
    }
    return events;
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
