package io.aftercare.oracle;

import static io.aftercare.oracle.World.DAY;
import static io.aftercare.oracle.World.HOUR;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.ResolutionMode;
import io.aftercare.domain.sla.ServiceType;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.domain.ticket.ActorType;
import io.aftercare.domain.ticket.Details;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.FollowUpOutcome;
import io.aftercare.domain.ticket.SlaClaim;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random histories of {@link RandomHistory} that go on for weeks: with details, acceptances,
 * surveys, appointments, and instants that hit the end of a week to the millisecond.
 */
final class QualityHistory {
  private static final List<EventType> MORE =
      List.of(
          EventType.RESOLVED,
          EventType.RESOLVED,
          EventType.CLOSED,
          EventType.REOPENED,
          EventType.CUSTOMER_MESSAGE,
          EventType.AGENT_REPLY,
          EventType.COMPLAINT_FILED,
          EventType.TRANSFERRED,
          EventType.ACCEPTANCE_PASSED,
          EventType.ACCEPTANCE_FAILED,
          EventType.FOLLOW_UP_COMPLETED,
          EventType.SURVEY_SENT,
          EventType.SURVEY_SENT,
          EventType.SURVEY_COMPLETED,
          EventType.SURVEY_COMPLETED,
          EventType.APPOINTMENT_SET,
          EventType.APPOINTMENT_SET,
          EventType.APPOINTMENT_CANCELLED,
          EventType.ENGINEER_ARRIVED,
          EventType.CANCELLED);

  private static final List<Integer> SCORES =
      List.of(Details.NO_SCORE, 0, 5999, 6000, 6999, 7000, 7999, 8000, 8999, 9000, 10_000);

  private final SplittableRandom random;
  private final List<TicketEvent> events;
  private final boolean sequenced;
  private final boolean bare;

  private QualityHistory(List<TicketEvent> events, SplittableRandom random) {
    this.random = random;
    this.sequenced = events.stream().anyMatch(e -> e.sequence() != TicketEvent.UNSEQUENCED);
    this.bare = random.nextBoolean();
    this.events = new ArrayList<>(bare ? events.subList(0, 1) : events);
  }

  static List<TicketEvent> of(World world, SplittableRandom random) {
    QualityHistory history = new QualityHistory(RandomHistory.of(world, random), random);
    int n = random.nextInt(history.bare ? 12 : 6);
    for (int i = 0; i < n; i++) {
      history.more(any(MORE, random));
    }
    return history.events.stream().map(e -> e.withDetails(history.details())).toList();
  }

  private void more(EventType type) {
    events.add(
        new TicketEvent(
            "q" + events.size(),
            type,
            "T",
            sequenced ? random.nextInt(6) : TicketEvent.UNSEQUENCED,
            instant(),
            Clock.NEVER,
            any(List.of(ActorType.values()), random),
            random.nextInt(6) > 0,
            facts(type),
            SlaClaim.UNKNOWN,
            random.nextInt(3) > 0 ? FollowUpOutcome.REACHED : FollowUpOutcome.NOT_REACHED,
            Clock.NEVER,
            null,
            null,
            null));
  }

  private Facts facts(EventType type) {
    boolean moves = type == EventType.TRANSFERRED || random.nextInt(15) == 0;
    boolean window = type == EventType.APPOINTMENT_SET && random.nextInt(5) > 0;
    return new Facts(
        moves ? any(List.of("north", "south"), random) : null,
        null,
        Channel.UNKNOWN,
        ServiceType.UNKNOWN,
        Priority.UNKNOWN,
        TicketStatus.UNKNOWN,
        random.nextInt(20) == 0 ? any(List.of("first", "second"), random) : null,
        null,
        null,
        null,
        random.nextInt(3) == 0
            ? any(List.of(ResolutionMode.values()), random)
            : ResolutionMode.UNKNOWN,
        Facts.NOT_DUE,
        window ? instant() : Facts.NOT_DUE);
  }

  private Details details() {
    int missing = random.nextInt(4) == 0 ? random.nextInt(4) - 1 : 0;
    long asset = random.nextInt(3) == 0 ? random.nextInt(3) : 0;
    return new Details(0, asset, any(SCORES, random), random.nextBoolean(), missing);
  }

  private long instant() {
    TicketEvent other = any(events, random);
    long at = other.occurredAt();
    long end = other.stated().appointmentEnd();
    return switch (random.nextInt(8)) {
      case 0 -> at;
      case 1 -> at + 7 * DAY;
      case 2 -> at + 7 * DAY + random.nextInt(3) - 1;
      case 3 -> at + random.nextInt(14 * 24) * HOUR;
      case 4 -> end == Facts.NOT_DUE ? at + HOUR : end + random.nextInt(3) - 1;
      default -> at + random.nextInt(48) * HOUR;
    };
  }

  private static <T> T any(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }
}
