package io.aftercare.oracle;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.ResolutionMode;
import io.aftercare.domain.sla.ServiceType;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.domain.ticket.ActorType;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.FollowUpOutcome;
import io.aftercare.domain.ticket.SlaClaim;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ticket's events as the ticket lived them: corrected, in order, with the facts around each. */
final class Told {
  /**
   * One event where it took effect.
   *
   * @param at instant of its effect, ms
   */
  record Step(int index, long at, TicketEvent event, Facts before, Facts after) {}

  private Told() {}

  static List<Step> of(Collection<TicketEvent> events) {
    List<TicketEvent> ordered = inOrder(corrected(events));
    TicketEvent opening = opening(ordered);
    ordered.remove(opening);
    ordered.add(0, opening);
    List<Step> steps = new ArrayList<>();
    Facts facts = Facts.NONE;
    for (TicketEvent event : ordered) {
      long at = Math.max(event.occurredAt(), opening.occurredAt());
      Facts after = after(facts, event);
      steps.add(new Step(steps.size(), at, event, facts, after));
      facts = after;
    }
    return steps;
  }

  /** Whether there is an event that opens a ticket: what was merged into it does not. */
  static boolean opens(Collection<TicketEvent> events) {
    return corrected(events).stream().anyMatch(e -> e.type() != EventType.ABSORBED);
  }

  /** The first creation, else the first event that a source sent. */
  private static TicketEvent opening(List<TicketEvent> ordered) {
    return ordered.stream()
        .filter(e -> e.type() == EventType.CREATED)
        .findFirst()
        .or(() -> ordered.stream().filter(e -> e.type() != EventType.ABSORBED).findFirst())
        .orElseThrow();
  }

  // ---- corrections

  private static List<TicketEvent> corrected(Collection<TicketEvent> events) {
    Map<String, TicketEvent> byId = new HashMap<>();
    events.forEach(e -> byId.put(e.eventId(), e));
    Map<String, TicketEvent> corrections = new HashMap<>();
    List<TicketEvent> happened = new ArrayList<>();
    for (TicketEvent event : events) {
      String target = event.correctsEventId();
      if (event.type() != EventType.CORRECTED || target == null || !byId.containsKey(target)) {
        happened.add(event);
      } else {
        corrections.merge(target, event, (a, b) -> LAST_RECORDED.compare(a, b) > 0 ? a : b);
      }
    }
    if (happened.isEmpty()) {
      return new ArrayList<>(events);
    }
    return happened.stream().map(e -> asCorrected(e, corrections, new HashSet<>())).toList();
  }

  private static final Comparator<TicketEvent> LAST_RECORDED =
      Comparator.comparingLong(
              (TicketEvent e) -> e.recordedAt() != Clock.NEVER ? e.recordedAt() : e.occurredAt())
          .thenComparingLong(TicketEvent::sequence)
          .thenComparing(TicketEvent::eventId);

  private static TicketEvent asCorrected(
      TicketEvent event, Map<String, TicketEvent> corrections, Set<String> seen) {
    TicketEvent by = corrections.get(event.eventId());
    if (by == null || !seen.add(event.eventId())) {
      return event;
    }
    TicketEvent c = asCorrected(by, corrections, seen);
    return new TicketEvent(
        event.eventId(),
        event.type(),
        event.ticketId(),
        event.sequence(),
        c.occurredAt(),
        c.recordedAt() == Clock.NEVER ? event.recordedAt() : c.recordedAt(),
        c.actor() == ActorType.UNKNOWN ? event.actor() : c.actor(),
        event.visible(),
        over(event.stated(), c.stated(), c.stated().appointmentEnd()),
        c.claim() == SlaClaim.UNKNOWN ? event.claim() : c.claim(),
        c.followUp() == FollowUpOutcome.UNKNOWN ? event.followUp() : c.followUp(),
        event.earlierStart(),
        either(c.relatedTicketId(), event.relatedTicketId()),
        either(c.contactId(), event.contactId()),
        event.correctsEventId());
  }

  // ---- order

  private static List<TicketEvent> inOrder(Collection<TicketEvent> events) {
    boolean numbered =
        events.stream()
            .filter(e -> e.type() != EventType.ABSORBED)
            .allMatch(e -> e.sequence() != TicketEvent.UNSEQUENCED);
    List<TicketEvent> ordered = new ArrayList<>(events);
    ordered.sort(
        Comparator.comparingLong(TicketEvent::occurredAt)
            .thenComparingLong((TicketEvent e) -> numbered ? e.sequence() : 0)
            .thenComparingInt(Told::rank)
            .thenComparing(TicketEvent::eventId));
    return ordered;
  }

  /** Stops, pauses, resumptions, starts, resets. */
  private static int rank(TicketEvent event) {
    return switch (event.type()) {
      case CLASSIFIED,
          ASSIGNED,
          AGENT_REPLY,
          RESOLVED,
          CLOSED,
          CANCELLED,
          MARKED_SPAM,
          MERGED,
          ENGINEER_ARRIVED,
          WORK_COMPLETED,
          ACCEPTANCE_PASSED,
          FOLLOW_UP_COMPLETED,
          SURVEY_COMPLETED ->
          1;
      case PARTS_ORDERED -> 2;
      case STATUS_CHANGED -> waits(event.stated().status()) ? 2 : 3;
      case PARTS_RECEIVED -> 3;
      case TRANSFERRED, PRIORITY_CHANGED, REOPENED, APPOINTMENT_CANCELLED, CORRECTED, ABSORBED -> 5;
      default -> 4;
    };
  }

  private static boolean waits(TicketStatus status) {
    return switch (status) {
      case WAITING_CUSTOMER, WAITING_PARTS, WAITING_THIRD_PARTY, ON_HOLD -> true;
      default -> false;
    };
  }

  // ---- facts

  private static Facts after(Facts before, TicketEvent event) {
    boolean agreesOnAppointment = event.type() == EventType.APPOINTMENT_SET;
    Facts after =
        over(
            before,
            event.stated(),
            agreesOnAppointment ? event.stated().appointmentEnd() : before.appointmentEnd());
    if (event.stated().status() != TicketStatus.UNKNOWN) {
      return after;
    }
    return switch (event.type()) {
      case RESOLVED -> after.withStatus(TicketStatus.RESOLVED);
      case CLOSED -> after.withStatus(TicketStatus.CLOSED);
      case CANCELLED, MARKED_SPAM, MERGED -> after.withStatus(TicketStatus.CANCELLED);
      case REOPENED -> after.withStatus(TicketStatus.OPEN);
      default -> after;
    };
  }

  /** What is stated stands, of the rest what was before. No clock looks at the origin region. */
  private static Facts over(Facts was, Facts stated, long appointmentEnd) {
    return new Facts(
        either(stated.region(), was.region()),
        null,
        stated.channel() == Channel.UNKNOWN ? was.channel() : stated.channel(),
        stated.serviceType() == ServiceType.UNKNOWN ? was.serviceType() : stated.serviceType(),
        stated.priority() == Priority.UNKNOWN ? was.priority() : stated.priority(),
        stated.status() == TicketStatus.UNKNOWN ? was.status() : stated.status(),
        either(stated.queue(), was.queue()),
        either(stated.customerTier(), was.customerTier()),
        either(stated.productLine(), was.productLine()),
        either(stated.calendar(), was.calendar()),
        stated.resolutionMode() == ResolutionMode.UNKNOWN
            ? was.resolutionMode()
            : stated.resolutionMode(),
        stated.dueAt() == Facts.NOT_DUE ? was.dueAt() : stated.dueAt(),
        appointmentEnd);
  }

  private static @Nullable String either(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }
}
