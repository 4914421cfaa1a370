package io.aftercare.launcher.simulate;

import static io.aftercare.contract.TicketEventType.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.ActorType;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import io.aftercare.contract.TicketStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The laws that every simulated ticket keeps, judged by a second, tiny life cycle. */
class LifeCycleLawTest {
  private static final Set<TicketEventType> ENDS = EnumSet.of(CANCELLED, MERGED, MARKED_SPAM);
  private static final Set<TicketEventType> AFTER_RESOLVED =
      EnumSet.of(
          FOLLOW_UP_COMPLETED, SURVEY_SENT, SURVEY_COMPLETED, CUSTOMER_MESSAGE, REOPENED, CLOSED);

  private static Map<String, List<TicketEvent>> tickets = Map.of();

  @BeforeAll
  static void play() {
    tickets =
        SimulatedStories.tickets(
            SimulatedStories.settings(11).withTicketsPerHour(200).withNoise(0, 0.01),
            Duration.ofDays(6));
    assertThat(tickets).hasSizeGreaterThan(25_000);
  }

  @Test
  void every_ticket_keeps_the_life_cycle() {
    List<String> broken = new ArrayList<>();
    tickets.values().forEach(events -> judge(withoutBots(events), broken));
    assertThat(broken).isEmpty();
  }

  @Test
  void only_a_bot_with_a_slow_clock_comes_before_its_creation_and_rarely() {
    long skewed = tickets.values().stream().filter(events -> !startsCreated(events)).count();
    assertThat(skewed).isBetween(1L, tickets.size() / 200L);
    tickets.values().stream()
        .filter(events -> !startsCreated(events))
        .forEach(events -> assertThat(events.get(0).getEventType()).isEqualTo(AUTO_REPLY));
  }

  @Test
  void the_contracts_desk_numbers_its_events_and_promises_a_due_time_and_the_other_desk_does_not() {
    for (List<TicketEvent> events : tickets.values()) {
      boolean contract = "contracts-desk".equals(events.get(0).getSourceSystem());
      List<TicketEvent> ordered = withoutBots(events);
      assertThat(ordered.get(0).getDueAt() != null).isEqualTo(contract);
      long last = 0;
      for (TicketEvent event : ordered) {
        Long seq = event.getTicketSeq();
        assertThat(seq != null).isEqualTo(contract);
        assertThat(seq == null || seq > last).isTrue();
        last = seq == null ? 0 : seq;
      }
    }
  }

  @Test
  void a_queue_belongs_to_the_region_that_owns_the_ticket() {
    for (List<TicketEvent> events : tickets.values()) {
      for (TicketEvent event : events) {
        assertThat(event.getQueue()).startsWith(event.getRegion() + "-");
      }
    }
  }

  @Test
  void every_kind_of_happening_occurs() {
    Set<TicketEventType> seen = EnumSet.noneOf(TicketEventType.class);
    tickets.values().forEach(events -> events.forEach(event -> seen.add(event.getEventType())));
    assertThat(seen)
        .contains(
            CREATED, CLASSIFIED, ASSIGNED, TRANSFERRED, CUSTOMER_MESSAGE, AGENT_REPLY, AUTO_REPLY)
        .contains(CALL_LINKED)
        .contains(INTERNAL_NOTE, STATUS_CHANGED, PRIORITY_CHANGED, RESOLVED, REOPENED, CLOSED)
        .contains(CANCELLED, MARKED_SPAM, MERGED, COMPLAINT_FILED, APPOINTMENT_SET)
        .contains(ENGINEER_ARRIVED, WORK_COMPLETED, FOLLOW_UP_COMPLETED, SURVEY_COMPLETED)
        .contains(APPOINTMENT_CANCELLED, ACCEPTANCE_PASSED, ACCEPTANCE_FAILED, SURVEY_SENT);
  }

  private static boolean startsCreated(List<TicketEvent> events) {
    return events.get(0).getEventType() == CREATED;
  }

  private static List<TicketEvent> withoutBots(List<TicketEvent> events) {
    return events.stream().filter(event -> event.getEventType() != AUTO_REPLY).toList();
  }

  private static void judge(List<TicketEvent> events, List<String> broken) {
    TicketEventType stage = UNKNOWN;
    EnumSet<TicketEventType> before = EnumSet.noneOf(TicketEventType.class);
    for (TicketEvent event : events) {
      TicketEventType type = event.getEventType();
      if (!allowed(stage, type, before) || !statusFits(type, event.getStatus())) {
        broken.add(stage + " -> " + event);
      }
      if (type == CREATED || type == RESOLVED || type == CLOSED || ENDS.contains(type)) {
        stage = type;
      } else if (type == REOPENED) {
        stage = CREATED;
      }
      before.add(type);
      if (type == CREATED && event.getActorType() == ActorType.AGENT) {
        before.add(AGENT_REPLY); // the agent speaks with the customer
      }
    }
  }

  private static boolean allowed(
      TicketEventType stage, TicketEventType type, Set<TicketEventType> before) {
    return switch (stage) {
      case UNKNOWN -> type == CREATED;
      case CREATED -> whileOpen(type, before);
      case RESOLVED -> AFTER_RESOLVED.contains(type) && surveyed(type, before);
      case CLOSED -> afterClosing(type, before);
      default -> false;
    };
  }

  private static boolean afterClosing(TicketEventType type, Set<TicketEventType> before) {
    return type == FOLLOW_UP_COMPLETED
        || type == SURVEY_SENT
        || (type == SURVEY_COMPLETED && surveyed(type, before));
  }

  /** Nobody answers a survey that was not sent. */
  private static boolean surveyed(TicketEventType type, Set<TicketEventType> before) {
    return type != SURVEY_COMPLETED || before.contains(SURVEY_SENT);
  }

  private static boolean whileOpen(TicketEventType type, Set<TicketEventType> before) {
    return switch (type) {
      case CREATED, CLOSED, REOPENED, SURVEY_SENT, SURVEY_COMPLETED, FOLLOW_UP_COMPLETED -> false;
      case ACCEPTANCE_PASSED, ACCEPTANCE_FAILED -> before.contains(WORK_COMPLETED);
      case ENGINEER_ARRIVED -> before.contains(APPOINTMENT_SET);
      case WORK_COMPLETED -> before.contains(ENGINEER_ARRIVED);
      case RESOLVED -> before.contains(AGENT_REPLY);
      case AGENT_REPLY -> before.contains(ASSIGNED);
      default -> true;
    };
  }

  private static boolean statusFits(TicketEventType type, TicketStatus status) {
    return switch (type) {
      case CREATED -> status == TicketStatus.NEW;
      case RESOLVED -> status == TicketStatus.RESOLVED;
      case CLOSED -> status == TicketStatus.CLOSED;
      case REOPENED -> status == TicketStatus.OPEN;
      case CANCELLED, MERGED, MARKED_SPAM -> status == TicketStatus.CANCELLED;
      case APPOINTMENT_SET -> status == TicketStatus.SCHEDULED;
      case ENGINEER_ARRIVED -> status == TicketStatus.IN_PROGRESS;
      default -> status != TicketStatus.UNKNOWN;
    };
  }
}
