package io.aftercare.launcher.simulate;

import static io.aftercare.contract.CallEventType.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.CallEvent;
import io.aftercare.contract.CallEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The laws that every simulated call keeps, judged by a table of what may follow what. */
class CallLawTest {
  private static final Duration SPAN = Duration.ofDays(6);

  private enum Stage {
    DIALLED,
    IN_IVR,
    PASSED_ON,
    WAITING,
    RUNG,
    TALKING,
    ON_HOLD,
    LEFT_BY_AGENT,
    LEFT_BY_CALLER,
    ENDING,
    PROMISING,
    PROMISED,
    CALLED_BACK,
    OVER
  }

  private static final Map<Stage, Map<CallEventType, Stage>> NEXT = new EnumMap<>(Stage.class);

  static {
    NEXT.put(Stage.DIALLED, Map.of(IVR_ENTERED, Stage.IN_IVR));
    NEXT.put(
        Stage.IN_IVR,
        Map.of(IVR_LEFT, Stage.PASSED_ON, ABANDONED, Stage.ENDING, DISCONNECTED, Stage.OVER));
    NEXT.put(Stage.PASSED_ON, Map.of(QUEUE_ENTERED, Stage.WAITING));
    NEXT.put(
        Stage.WAITING,
        Map.of(
            RINGING, Stage.RUNG,
            OVERFLOWED, Stage.PASSED_ON,
            CALLBACK_REQUESTED, Stage.PROMISING,
            ABANDONED, Stage.ENDING,
            VOICEMAIL_LEFT, Stage.ENDING,
            QUEUE_CLOSED, Stage.ENDING,
            FAILED, Stage.ENDING));
    NEXT.put(
        Stage.RUNG, Map.of(ANSWERED, Stage.TALKING, ABANDONED, Stage.ENDING, FAILED, Stage.ENDING));
    NEXT.put(
        Stage.TALKING,
        Map.of(
            HELD, Stage.ON_HOLD,
            TRANSFERRED, Stage.PASSED_ON,
            AGENT_LEFT, Stage.LEFT_BY_AGENT,
            DISCONNECTED, Stage.LEFT_BY_CALLER));
    NEXT.put(Stage.ON_HOLD, Map.of(RETRIEVED, Stage.TALKING));
    NEXT.put(Stage.LEFT_BY_AGENT, Map.of(DISCONNECTED, Stage.OVER));
    NEXT.put(Stage.LEFT_BY_CALLER, Map.of(AGENT_LEFT, Stage.OVER));
    NEXT.put(Stage.ENDING, Map.of(DISCONNECTED, Stage.OVER));
    NEXT.put(Stage.PROMISING, Map.of(DISCONNECTED, Stage.PROMISED));
    NEXT.put(Stage.PROMISED, Map.of(CALLBACK_STARTED, Stage.CALLED_BACK));
    NEXT.put(Stage.CALLED_BACK, Map.of(ANSWERED, Stage.TALKING, DISCONNECTED, Stage.PROMISED));
  }

  private static Map<String, List<CallEvent>> calls = Map.of();

  @BeforeAll
  static void play() {
    calls =
        SimulatedStories.story(
                SimulatedStories.settings(11).withTicketsPerHour(800).withNoise(0, 0.01), SPAN)
            .calls();
    assertThat(calls).hasSizeGreaterThan(30_000);
  }

  @Test
  void every_calls_life_is_legal() {
    List<String> broken = new ArrayList<>();
    calls.values().forEach(events -> stage(events, broken));
    assertThat(broken).isEmpty();
  }

  /** All of it: a call that was offered in the last hours may still be under way. */
  @Test
  void a_few_calls_never_end_waiting_or_talking_and_all_others_do() {
    Map<Stage, Integer> last = new EnumMap<>(Stage.class);
    Instant settled = SimulatedStories.START.plus(SPAN).minus(Duration.ofHours(3));
    List<List<CallEvent>> old =
        calls.values().stream()
            .filter(events -> events.get(0).getOccurredAt().isBefore(settled))
            .toList();
    old.forEach(events -> last.merge(stage(events, new ArrayList<>()), 1, Integer::sum));
    assertThat(last)
        .containsOnlyKeys(Stage.WAITING, Stage.RUNG, Stage.TALKING, Stage.PROMISED, Stage.OVER);
    assertThat(last.get(Stage.WAITING)).isBetween(1, old.size() / 1000);
    assertThat(last.get(Stage.TALKING)).isBetween(1, old.size() / 300);
    assertThat(last.get(Stage.PROMISED)).isLessThan(old.size() / 100);
  }

  @Test
  void instants_rise_but_for_the_entry_into_the_next_queue() {
    List<String> broken = new ArrayList<>();
    for (List<CallEvent> events : calls.values()) {
      for (int i = 1; i < events.size(); i++) {
        CallEvent before = events.get(i - 1);
        CallEvent event = events.get(i);
        boolean right =
            isPassage(before)
                ? isEntryFrom(before, event)
                : event.getOccurredAt().isAfter(before.getOccurredAt());
        if (!right) {
          broken.add(before + " -> " + event);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean isEntryFrom(CallEvent passage, CallEvent event) {
    return event.getOccurredAt().equals(passage.getOccurredAt())
        && event.getQueue().equals(passage.getQueue())
        && !event.getQueue().equals(passage.getFromQueue());
  }

  @Test
  void one_make_of_switch_numbers_its_events_and_the_other_does_not() {
    Map<String, List<Boolean>> makes = new TreeMap<>();
    for (List<CallEvent> events : calls.values()) {
      List<Long> numbers =
          events.stream().map(CallEvent::getContactSeq).filter(Objects::nonNull).toList();
      assertThat(numbers.size()).isIn(0, events.size());
      assertThat(numbers).doesNotHaveDuplicates().isSorted();
      makes
          .computeIfAbsent(events.get(0).getSourceSystem(), make -> new ArrayList<>())
          .add(!numbers.isEmpty());
    }
    assertThat(makes).containsOnlyKeys("switch-n", "switch-s");
    assertThat(makes.get("switch-n")).containsOnly(true);
    assertThat(makes.get("switch-s")).containsOnly(false);
  }

  @Test
  void visits_are_numbered_from_one_in_a_queue_of_the_region() {
    for (List<CallEvent> events : calls.values()) {
      int visits = 0;
      for (CallEvent event : events) {
        if (event.getEventType() == QUEUE_ENTERED) {
          assertThat(event.getSegment()).isEqualTo(++visits);
          assertThat(event.getQueue()).startsWith(event.getRegion() + "-");
        }
      }
      assertThat(visits).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void every_kind_of_happening_occurs() {
    Set<CallEventType> seen = EnumSet.noneOf(CallEventType.class);
    calls.values().forEach(events -> events.forEach(event -> seen.add(event.getEventType())));
    assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.of(CallEventType.UNKNOWN, CORRECTED)));
  }

  private static boolean isPassage(CallEvent event) {
    return event.getEventType() == TRANSFERRED || event.getEventType() == OVERFLOWED;
  }

  /** How far the call got; an agent writes up a leg once, after it, whatever the caller does. */
  private static Stage stage(List<CallEvent> events, List<String> broken) {
    Stage stage = Stage.DIALLED;
    int toWriteUp = 0;
    for (CallEvent event : events.subList(1, events.size())) {
      CallEventType type = event.getEventType();
      Stage next = type == WRAP_UP_ENDED ? stage : NEXT.getOrDefault(stage, Map.of()).get(type);
      toWriteUp += type == AGENT_LEFT || type == TRANSFERRED ? 1 : type == WRAP_UP_ENDED ? -1 : 0;
      if (next == null || toWriteUp < 0) {
        broken.add(stage + " -> " + event);
        return stage;
      }
      stage = next;
    }
    if (events.get(0).getEventType() != OFFERED) {
      broken.add("begins with " + events.get(0));
    }
    return stage;
  }
}
