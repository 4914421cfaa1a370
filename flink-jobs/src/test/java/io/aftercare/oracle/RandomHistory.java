package io.aftercare.oracle;

import static io.aftercare.oracle.World.DAY;
import static io.aftercare.oracle.World.HOUR;
import static io.aftercare.oracle.World.MINUTE;

import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.ResolutionMode;
import io.aftercare.domain.sla.ServiceType;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.domain.sla.Warning;
import io.aftercare.domain.ticket.ActorType;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.FollowUpOutcome;
import io.aftercare.domain.ticket.SlaClaim;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Random histories of one ticket in a world: every event type, ties, and instants that hit
 * deadlines, warnings and changes of the rules to the millisecond.
 */
final class RandomHistory {
  private static final List<EventType> ANYTHING =
      List.of(
          EventType.CUSTOMER_MESSAGE,
          EventType.AGENT_REPLY,
          EventType.STATUS_CHANGED,
          EventType.STATUS_CHANGED,
          EventType.PRIORITY_CHANGED,
          EventType.TRANSFERRED,
          EventType.RESOLVED,
          EventType.REOPENED,
          EventType.APPOINTMENT_SET,
          EventType.UPDATED,
          EventType.ABSORBED,
          EventType.CORRECTED);

  /** Of tickets that are opened for calls. */
  private static final List<EventType> CALLS =
      List.of(
          EventType.CALLED,
          EventType.CALLED,
          EventType.CALLED,
          EventType.CALL_LINKED,
          EventType.CUSTOMER_MESSAGE,
          EventType.CUSTOMER_MESSAGE,
          EventType.AGENT_REPLY,
          EventType.RESOLVED,
          EventType.REOPENED,
          EventType.UPDATED,
          EventType.CORRECTED,
          EventType.ABSORBED);

  /** What a history is mostly about. */
  private static final List<List<EventType>> SUBJECTS =
      List.of(
          ANYTHING,
          ANYTHING,
          List.of(
              EventType.CUSTOMER_MESSAGE,
              EventType.CUSTOMER_MESSAGE,
              EventType.AGENT_REPLY,
              EventType.AGENT_REPLY,
              EventType.AUTO_REPLY,
              EventType.RESOLVED,
              EventType.REOPENED,
              EventType.STATUS_CHANGED,
              EventType.ABSORBED),
          List.of(
              EventType.CLASSIFIED,
              EventType.ASSIGNED,
              EventType.PRIORITY_CHANGED,
              EventType.STATUS_CHANGED,
              EventType.CORRECTED),
          List.of(
              EventType.APPOINTMENT_SET,
              EventType.APPOINTMENT_SET,
              EventType.APPOINTMENT_CANCELLED,
              EventType.ENGINEER_ARRIVED,
              EventType.WORK_COMPLETED,
              EventType.PARTS_ORDERED,
              EventType.CORRECTED),
          List.of(
              EventType.WORK_COMPLETED,
              EventType.RESOLVED,
              EventType.RESOLVED,
              EventType.CLOSED,
              EventType.REOPENED,
              EventType.FOLLOW_UP_COMPLETED,
              EventType.FOLLOW_UP_COMPLETED,
              EventType.COMPLAINT_FILED,
              EventType.COMPLAINT_FILED,
              EventType.STATUS_CHANGED),
          CALLS,
          CALLS);

  private static final List<String> CONTACTS = List.of("c0", "c1", "c2");

  private static final List<TicketStatus> STATUSES =
      List.of(
          TicketStatus.OPEN,
          TicketStatus.IN_PROGRESS,
          TicketStatus.SCHEDULED,
          TicketStatus.WAITING_CUSTOMER,
          TicketStatus.WAITING_PARTS,
          TicketStatus.WAITING_THIRD_PARTY,
          TicketStatus.ON_HOLD);

  private final World world;
  private final SplittableRandom random;
  private final List<TicketEvent> events = new ArrayList<>();
  private final List<Long> hot = new ArrayList<>();
  private final boolean sequenced;
  private final boolean quiet;

  /** Usual multiple of time between events, ms. */
  private final long pace;

  private final List<EventType> subject;

  private RandomHistory(World world, SplittableRandom random) {
    this.world = world;
    this.random = random;
    this.sequenced = oneIn(4);
    this.quiet = oneIn(2);
    this.pace = oneIn(2) ? 30 * MINUTE : oneIn(2) ? 5 * MINUTE : MINUTE;
    this.subject = any(SUBJECTS);
    world.rules().policies().forEach(p -> heat(p.effectiveFrom()));
    for (CalendarVersion calendar : world.rules().calendars()) {
      heat(calendar.effectiveFrom());
      heat(calendar.calendar().nextChange(world.base() - DAY));
      heat(calendar.calendar().nextChange(world.base()));
    }
  }

  static List<TicketEvent> of(World world, SplittableRandom random) {
    RandomHistory history = new RandomHistory(world, random);
    if (random.nextInt(200) == 0) {
      return history.correctionsOnly();
    }
    history.tell();
    return history.events;
  }

  private List<TicketEvent> correctionsOnly() {
    int n = 1 + random.nextInt(3);
    for (int i = 0; i < n; i++) {
      add(EventType.CORRECTED, instant(), "e" + (i + 1) % n);
    }
    return events;
  }

  private void tell() {
    add(oneIn(4) ? orphan() : EventType.CREATED, start(), null);
    int n = 1 + random.nextInt(14);
    for (int i = 0; i < n; i++) {
      if (i == 1 || i == 4 || i == 9) {
        heatDeadlines();
      }
      EventType type = oneIn(4) ? any(List.of(EventType.values())) : any(subject);
      if (type == EventType.CREATED && !oneIn(4)) {
        type = EventType.UPDATED;
      }
      if (type == EventType.CALLED) {
        call();
      } else {
        add(type, instant(), type == EventType.CORRECTED ? target(i) : null);
      }
    }
  }

  /** Most calls come shortly before their ticket; some are never answered, some are no calls. */
  private void call() {
    long start = events.get(0).occurredAt();
    long entered =
        switch (random.nextInt(4)) {
          case 0 -> instant();
          case 1 -> start;
          default -> start - random.nextInt(200) * (oneIn(2) ? 1000 : MINUTE);
        };
    boolean answered = !oneIn(4);
    long at =
        !answered || oneIn(8)
            ? entered
            : oneIn(3) ? instant() : entered + random.nextInt(400) * 1000L;
    events.add(
        new TicketEvent(
            "e" + events.size(),
            EventType.CALLED,
            "T",
            TicketEvent.UNSEQUENCED,
            at,
            Clock.NEVER,
            answered ? ActorType.AGENT : ActorType.CUSTOMER,
            true,
            Facts.NONE,
            SlaClaim.UNKNOWN,
            FollowUpOutcome.UNKNOWN,
            oneIn(12) ? Clock.NEVER : entered,
            oneIn(2) ? "T" : null,
            any(CONTACTS),
            null));
  }

  private EventType orphan() {
    EventType type = any(subject);
    return type == EventType.ABSORBED || type == EventType.CALLED || type == EventType.CORRECTED
        ? EventType.CUSTOMER_MESSAGE
        : type;
  }

  private @Nullable String target(int i) {
    return switch (random.nextInt(10)) {
      case 0 -> null;
      case 1 -> "e-missing";
      case 2 -> "e" + (i + 1 + random.nextInt(3));
      default -> "e" + random.nextInt(i + 1);
    };
  }

  private void add(EventType type, long at, @Nullable String corrects) {
    boolean absorbed = type == EventType.ABSORBED;
    events.add(
        new TicketEvent(
            "e" + events.size(),
            type,
            "T",
            sequenced && !absorbed && !oneIn(60) ? random.nextInt(6) : TicketEvent.UNSEQUENCED,
            at,
            oneIn(3) ? Clock.NEVER : at + random.nextInt(5) * HOUR,
            actor(type),
            !oneIn(6),
            facts(type),
            SlaClaim.UNKNOWN,
            oneIn(2) ? FollowUpOutcome.REACHED : any(List.of(FollowUpOutcome.values())),
            absorbed ? earlierStart(at) : Clock.NEVER,
            null,
            contact(),
            corrects));
  }

  private @Nullable String contact() {
    boolean often = subject == CALLS ? oneIn(events.isEmpty() ? 2 : 4) : oneIn(20);
    return often ? any(CONTACTS) : null;
  }

  private ActorType actor(EventType type) {
    if (subject == CALLS && events.isEmpty() && oneIn(2)) {
      return ActorType.AGENT;
    }
    if (type == EventType.AGENT_REPLY && oneIn(2)) {
      return ActorType.AGENT;
    }
    return any(List.of(ActorType.values()));
  }

  private Facts facts(EventType type) {
    boolean first = events.isEmpty();
    int rare = quiet ? 12 : 5;
    return new Facts(
        oneIn(type == EventType.TRANSFERRED ? 1 : first ? 2 : rare)
            ? any(List.of("north", "south", "east", "west", "mars"))
            : null,
        null,
        subject == CALLS && first && oneIn(2)
            ? Channel.VOICE
            : oneIn(first ? 2 : rare) ? any(List.of(Channel.values())) : Channel.UNKNOWN,
        oneIn(rare) ? any(List.of(ServiceType.values())) : ServiceType.UNKNOWN,
        oneIn(type == EventType.PRIORITY_CHANGED ? 1 : first ? 2 : rare)
            ? any(List.of(Priority.values()))
            : Priority.UNKNOWN,
        oneIn(type == EventType.STATUS_CHANGED ? 1 : rare) ? any(STATUSES) : TicketStatus.UNKNOWN,
        oneIn(rare) ? any(List.of("first", "second")) : null,
        oneIn(rare) ? any(List.of("gold", "iron")) : null,
        oneIn(rare) ? any(List.of("pumps", "valves")) : null,
        oneIn(2 * rare) ? any(List.of("c0", "c3", "no-such-calendar")) : null,
        oneIn(type == EventType.RESOLVED ? 2 : rare)
            ? ResolutionMode.PHONE_GUIDANCE
            : oneIn(rare) ? ResolutionMode.REMOTE : ResolutionMode.UNKNOWN,
        oneIn(first ? 2 : rare) ? instant() : Facts.NOT_DUE,
        oneIn(type == EventType.APPOINTMENT_SET ? 1 : rare) && !oneIn(5)
            ? instant()
            : Facts.NOT_DUE);
  }

  private long earlierStart(long at) {
    return switch (random.nextInt(6)) {
      case 0 -> Clock.NEVER;
      case 1 -> instant();
      case 2 -> at - random.nextInt(20) * DAY - random.nextInt(100) * MINUTE;
      default -> Math.min(at, events.get(0).occurredAt()) - random.nextInt(60) * HOUR / 2;
    };
  }

  // ---- instants

  private long start() {
    return world.base() + (random.nextInt(6 * 24) - 4 * 24) * HOUR;
  }

  private long instant() {
    if (!events.isEmpty() && oneIn(4)) {
      return any(events).occurredAt();
    }
    if (!hot.isEmpty() && random.nextInt(5) < 2) {
      return any(hot) + (oneIn(2) ? 0 : random.nextInt(3) - 1);
    }
    long start = events.isEmpty() ? start() : events.get(0).occurredAt();
    return switch (random.nextInt(6)) {
      case 0 -> start + (random.nextInt(9 * 24) - 12) * HOUR;
      case 1 -> start + random.nextInt(48 * 60) * MINUTE;
      case 2 -> start + random.nextInt((int) (3 * DAY));
      default -> start + (random.nextInt(4 * 48) - 2) * pace;
    };
  }

  private void heat(long instant) {
    if (Math.abs(instant - world.base()) < 12 * DAY) {
      hot.add(instant);
    }
  }

  /** What the clocks so far would do, if nothing else happened. */
  private void heatDeadlines() {
    for (Row row : world.oracle().judge(events, world.base() + 20 * DAY)) {
      for (Warning warning : row.warnings()) {
        heat(warning.at());
      }
      for (int weight = 0; weight < 4; weight++) {
        heat(row.deadline());
      }
      heatTooEarly(row);
    }
    hot.remove((Object) Policy.ALWAYS);
  }

  /** Around the clock: the instant before which a stop is too early. */
  private void heatTooEarly(Row row) {
    for (Policy policy : world.rules().policies()) {
      Allowance allowance = policy.allowance();
      if (policy.id().equals(row.policy())
          && policy.version() == row.policyVersion()
          && allowance.earlyMillis() > 0
          && row.deadline() != Clock.NEVER) {
        for (int weight = 0; weight < 10; weight++) {
          heat(row.deadline() - allowance.graceMillis() - allowance.earlyMillis());
        }
      }
    }
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
