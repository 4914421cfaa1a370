package io.aftercare.launcher.simulate;

import static io.aftercare.contract.CallEventType.ABANDONED;
import static io.aftercare.contract.CallEventType.AGENT_LEFT;
import static io.aftercare.contract.CallEventType.ANSWERED;
import static io.aftercare.contract.CallEventType.CALLBACK_REQUESTED;
import static io.aftercare.contract.CallEventType.CALLBACK_STARTED;
import static io.aftercare.contract.CallEventType.FAILED;
import static io.aftercare.contract.CallEventType.OVERFLOWED;
import static io.aftercare.contract.CallEventType.QUEUE_CLOSED;
import static io.aftercare.contract.CallEventType.TRANSFERRED;
import static io.aftercare.contract.CallEventType.VOICEMAIL_LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.AgentState;
import io.aftercare.contract.AgentStateEvent;
import io.aftercare.contract.CallEvent;
import io.aftercare.contract.CallEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The phones as the one who plans the shifts would see them, over a week. */
class PhoneBelievabilityTest {
  private static final Duration THRESHOLD = Duration.ofSeconds(30);

  private static SimulatedStories.Story story =
      new SimulatedStories.Story(Map.of(), Map.of(), Map.of());
  private static List<QueueVisit> visits = List.of();

  @BeforeAll
  static void play() {
    story = SimulatedStories.story(SimulatedStories.settings(31), Duration.ofDays(7));
    visits = story.calls().values().stream().flatMap(call -> QueueVisit.of(call).stream()).toList();
    assertThat(visits).hasSizeGreaterThan(20_000);
  }

  @Test
  void four_of_five_are_answered_within_half_a_minute_by_day_and_everywhere() {
    assertThat(level(PhoneBelievabilityTest::byDay)).isBetween(0.76, 0.86);
    for (Region region : Region.ALL) {
      Predicate<QueueVisit> here = visit -> visit.region().equals(region.name());
      assertThat(level(here.and(PhoneBelievabilityTest::byDay)))
          .as(region.name())
          .isBetween(0.70, 0.93);
    }
  }

  @Test
  void some_percent_hang_up_few_of_them_at_once() {
    Predicate<QueueVisit> gone = visit -> visit.endedBy(ABANDONED);
    assertThat(share(visit -> true, gone)).isBetween(0.03, 0.08);
    assertThat(share(gone, visit -> visit.waited().compareTo(Duration.ofSeconds(5)) < 0))
        .isBetween(0.03, 0.20);
  }

  @Test
  void what_is_rare_is_rare() {
    assertThat(share(v -> true, v -> v.endedBy(OVERFLOWED))).isBetween(0.005, 0.03);
    assertThat(share(v -> true, v -> v.endedBy(CALLBACK_REQUESTED))).isBetween(0.01, 0.05);
    assertThat(share(v -> true, v -> v.endedBy(VOICEMAIL_LEFT))).isBetween(0.001, 0.01);
    assertThat(share(v -> true, v -> v.endedBy(QUEUE_CLOSED))).isBetween(0.001, 0.01);
    assertThat(share(v -> true, v -> v.endedBy(FAILED))).isBetween(0.0001, 0.002);
    assertThat((double) count(TRANSFERRED) / count(ANSWERED)).isBetween(0.02, 0.06);
    double inIvr = share(story.calls().values().stream().map(QueueVisit::of).toList());
    assertThat(inIvr).isBetween(0.02, 0.04);
  }

  @Test
  void a_talk_takes_six_to_eight_minutes() {
    double seconds =
        story.calls().values().stream()
            .filter(call -> at(call, AGENT_LEFT).isPresent() && at(call, TRANSFERRED).isEmpty())
            .mapToDouble(
                call ->
                    Duration.between(at(call, ANSWERED).get(), at(call, AGENT_LEFT).get())
                            .toMillis()
                        / 1000.0)
            .average()
            .orElseThrow();
    assertThat(seconds).isBetween(360.0, 480.0);
  }

  @Test
  void promised_calls_are_mostly_made_within_the_hour() {
    List<List<CallEvent>> promised =
        story.calls().values().stream()
            .filter(call -> at(call, CALLBACK_REQUESTED).isPresent())
            .toList();
    long kept =
        promised.stream()
            .filter(call -> at(call, CALLBACK_STARTED).isPresent())
            .filter(
                call ->
                    at(call, CALLBACK_STARTED)
                        .get()
                        .isBefore(at(call, CALLBACK_REQUESTED).get().plusSeconds(3600)))
            .count();
    assertThat((double) kept / promised.size()).isGreaterThan(0.90);
  }

  /** By the instants of the first entries, as a queue's own count of repeat callers. */
  @Test
  void some_who_hung_up_call_again_within_two_minutes() {
    Map<String, Instant> before = new HashMap<>();
    long repeats =
        visits.stream()
            .filter(QueueVisit::first)
            .sorted(Comparator.comparing(QueueVisit::entered))
            .filter(
                visit -> isWithinTwoMinutes(before.put(visit.customer(), visit.entered()), visit))
            .count();
    assertThat((double) repeats / visits.size()).isBetween(0.004, 0.02);
  }

  @Test
  void agents_are_busy_but_not_always_and_seldom_away() {
    Map<AgentState, Long> spent = new EnumMap<>(AgentState.class);
    for (List<AgentStateEvent> life : story.agents().values()) {
      for (int i = 1; i < life.size(); i++) {
        Instant from = life.get(i - 1).getOccurredAt();
        long millis = Duration.between(from, life.get(i).getOccurredAt()).toMillis();
        spent.merge(life.get(i - 1).getState(), millis, Long::sum);
      }
    }
    double handling = sum(spent, AgentState.ON_CONTACT, AgentState.ON_HOLD, AgentState.WRAP_UP);
    double staffed = handling + sum(spent, AgentState.AVAILABLE, AgentState.RINGING);
    assertThat(handling / staffed).isBetween(0.55, 0.80);
    assertThat(sum(spent, AgentState.AWAY) / staffed).isBetween(0.01, 0.06);
  }

  private static double sum(Map<AgentState, Long> spent, AgentState... states) {
    return Stream.of(states).mapToDouble(state -> spent.getOrDefault(state, 0L)).sum();
  }

  private static boolean byDay(QueueVisit visit) {
    Region region =
        Region.ALL.stream().filter(r -> r.name().equals(visit.region())).findFirst().orElseThrow();
    int hour = visit.entered().atZone(region.zone()).getHour();
    return hour >= 8 && hour < 20;
  }

  /** Answered in time, of all whose wait ended here and was not taken back as a call later. */
  private static double level(Predicate<QueueVisit> where) {
    return share(
        where.and(visit -> !visit.endedBy(CALLBACK_REQUESTED)),
        visit -> visit.endedBy(ANSWERED) && visit.endedWithin(THRESHOLD));
  }

  private static double share(Predicate<QueueVisit> of, Predicate<QueueVisit> which) {
    List<QueueVisit> base = visits.stream().filter(of).toList();
    assertThat(base).hasSizeGreaterThan(500);
    return (double) base.stream().filter(which).count() / base.size();
  }

  /** Of calls that reached no queue. */
  private static double share(List<List<QueueVisit>> calls) {
    return (double) calls.stream().filter(List::isEmpty).count() / calls.size();
  }

  private static long count(CallEventType type) {
    return story.calls().values().stream()
        .flatMap(List::stream)
        .filter(event -> event.getEventType() == type)
        .count();
  }

  private static Optional<Instant> at(List<CallEvent> call, CallEventType type) {
    return call.stream()
        .filter(event -> event.getEventType() == type)
        .map(CallEvent::getOccurredAt)
        .findFirst();
  }

  private static boolean isWithinTwoMinutes(@Nullable Instant before, QueueVisit visit) {
    return before != null && !visit.entered().isAfter(before.plusSeconds(120));
  }
}
