package io.aftercare.launcher.simulate;

import static io.aftercare.contract.ActorType.BOT;
import static io.aftercare.contract.TicketEventType.AGENT_REPLY;
import static io.aftercare.contract.TicketEventType.CANCELLED;
import static io.aftercare.contract.TicketEventType.COMPLAINT_FILED;
import static io.aftercare.contract.TicketEventType.MARKED_SPAM;
import static io.aftercare.contract.TicketEventType.MERGED;
import static io.aftercare.contract.TicketEventType.REOPENED;
import static io.aftercare.contract.TicketEventType.RESOLVED;
import static io.aftercare.contract.TicketEventType.TRANSFERRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.Channel;
import io.aftercare.contract.FollowUpOutcome;
import io.aftercare.contract.Priority;
import io.aftercare.contract.ResolutionMode;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The tickets' story as an operations manager would see it; the bounds are the shipped targets'.
 * The phones' is {@link PhoneBelievabilityTest}.
 */
class BelievabilityTest {
  private static final Duration SPAN = Duration.ofDays(7);
  private static final Set<Channel> LIVE = EnumSet.of(Channel.CHAT, Channel.APP);
  private static final Map<Priority, Duration> TARGETS =
      Map.of(
          Priority.P1, Duration.ofHours(4),
          Priority.P2, Duration.ofHours(8),
          Priority.P3, Duration.ofHours(24),
          Priority.P4, Duration.ofHours(72));

  /** Tickets whose longest target ended within the span. */
  private static List<List<TicketEvent>> judged = List.of();

  @BeforeAll
  static void play() {
    Instant until = SimulatedStories.START.plus(SPAN).minus(Duration.ofHours(73));
    judged =
        SimulatedStories.tickets(SimulatedStories.settings(31), SPAN).values().stream()
            .map(events -> events.stream().filter(e -> e.getActorType() != BOT).toList())
            .filter(events -> events.get(0).getOccurredAt().isBefore(until))
            .toList();
    assertThat(judged).hasSizeGreaterThan(35_000);
  }

  @Test
  void most_are_resolved_in_time_but_not_all() {
    Predicate<List<TicketEvent>> helped = events -> !has(events, CANCELLED, MERGED, MARKED_SPAM);
    assertThat(share(helped, BelievabilityTest::resolvedInTime)).isBetween(0.80, 0.95);
    for (Priority priority : TARGETS.keySet()) {
      assertThat(
              share(
                  helped.and(e -> first(e).getPriority() == priority),
                  BelievabilityTest::resolvedInTime))
          .as(priority.name())
          .isBetween(0.75, 0.98);
    }
  }

  @Test
  void most_are_answered_in_time_but_not_all() {
    Predicate<List<TicketEvent>> live = events -> LIVE.contains(first(events).getChannel());
    Predicate<List<TicketEvent>> voice = events -> first(events).getChannel() == Channel.VOICE;
    assertThat(share(live, events -> answeredWithin(events, Duration.ofSeconds(30))))
        .isBetween(0.75, 0.90);
    Predicate<List<TicketEvent>> written =
        live.or(voice).negate().and(events -> !has(events, CANCELLED, MERGED, MARKED_SPAM));
    assertThat(share(written, events -> answeredWithin(events, Duration.ofHours(1))))
        .isBetween(0.82, 0.97);
  }

  @Test
  void urgent_tickets_are_few_and_rare_turns_are_rare() {
    assertThat(share(e -> true, e -> first(e).getPriority() == Priority.P1)).isBetween(0.03, 0.05);
    assertThat(share(e -> true, e -> first(e).getPriority() == Priority.P3)).isBetween(0.50, 0.60);
    assertThat(share(e -> has(e, RESOLVED), e -> has(e, REOPENED))).isBetween(0.03, 0.07);
    assertThat(share(e -> true, e -> has(e, TRANSFERRED))).isBetween(0.01, 0.05);
    assertThat(share(e -> true, e -> has(e, CANCELLED))).isBetween(0.005, 0.03);
    assertThat(share(e -> true, e -> has(e, MERGED))).isBetween(0.003, 0.02);
    assertThat(share(e -> true, e -> has(e, MARKED_SPAM))).isBetween(0.001, 0.01);
    assertThat(share(e -> true, e -> !first(e).getMissingFields().isEmpty())).isBetween(0.05, 0.20);
  }

  /** Who had help by phone is reached again from 30 minutes before to 30 after two hours. */
  @Test
  void guidance_by_phone_is_mostly_followed_up_in_time() {
    Predicate<List<TicketEvent>> guided =
        events -> guidance(events).isPresent() && !has(events, REOPENED);
    Predicate<List<TicketEvent>> inTime =
        events -> {
          Instant due = guidance(events).get().plus(Duration.ofHours(2));
          return events.stream()
              .filter(event -> event.getFollowUpOutcome() == FollowUpOutcome.REACHED)
              .anyMatch(event -> isWithinHalfAnHour(due, event.getOccurredAt()));
        };
    assertThat(share(guided, inTime)).isBetween(0.88, 0.97);
    assertThat(share(events -> first(events).getChannel() == Channel.VOICE, guided))
        .isBetween(0.35, 0.60);
  }

  private static Optional<Instant> guidance(List<TicketEvent> events) {
    return events.stream()
        .filter(event -> event.getResolutionMode() == ResolutionMode.PHONE_GUIDANCE)
        .map(TicketEvent::getOccurredAt)
        .findFirst();
  }

  private static boolean isWithinHalfAnHour(Instant due, Instant done) {
    return Duration.between(due, done).abs().compareTo(Duration.ofMinutes(30)) <= 0;
  }

  @Test
  void who_waits_too_long_complains_more() {
    double late = share(events -> !resolvedInTime(events), events -> has(events, COMPLAINT_FILED));
    double intime = share(BelievabilityTest::resolvedInTime, e -> has(e, COMPLAINT_FILED));
    assertThat(late).isGreaterThan(2 * intime);
  }

  private static double share(Predicate<List<TicketEvent>> of, Predicate<List<TicketEvent>> which) {
    List<List<TicketEvent>> base = judged.stream().filter(of).toList();
    assertThat(base).hasSizeGreaterThan(500);
    return (double) base.stream().filter(which).count() / base.size();
  }

  private static TicketEvent first(List<TicketEvent> events) {
    return events.get(0);
  }

  private static boolean has(List<TicketEvent> events, TicketEventType... types) {
    Set<TicketEventType> wanted = Set.of(types);
    return events.stream().anyMatch(event -> wanted.contains(event.getEventType()));
  }

  private static boolean resolvedInTime(List<TicketEvent> events) {
    Duration target = TARGETS.getOrDefault(first(events).getPriority(), Duration.ZERO);
    return happenedWithin(events, RESOLVED, target);
  }

  private static boolean answeredWithin(List<TicketEvent> events, Duration target) {
    return happenedWithin(events, AGENT_REPLY, target);
  }

  private static boolean happenedWithin(
      List<TicketEvent> events, TicketEventType type, Duration target) {
    Instant deadline = first(events).getOccurredAt().plus(target);
    return events.stream()
        .anyMatch(
            event -> event.getEventType() == type && !event.getOccurredAt().isAfter(deadline));
  }
}
