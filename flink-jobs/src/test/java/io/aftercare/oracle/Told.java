package io.aftercare.oracle;

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
  /** What a step is about: an event of the ticket, or what its calls did then. */
  enum About {
    EVENT,
    /** The caller of the call that the ticket was opened for entered a queue. */
    ENTERED,
    /** A call was answered. */
    ANSWERED,
    /** Both at one instant. */
    ENTERED_AND_ANSWERED,
    /** The caller of another call entered a queue, and nobody answered. */
    RANG
  }

  /**
   * One event where it took effect.
   *
   * @param at instant of its effect, ms
   */
  record Step(int index, long at, TicketEvent event, About about, Facts before, Facts after) {}

  /** What is to take effect, and by what it is put in order. */
  private record Moment(long at, long sequence, int rank, TicketEvent event, About about) {}

  private static final long NOT_NUMBERED = TicketEvent.UNSEQUENCED;

  private Told() {}

  static List<Step> of(Collection<TicketEvent> events) {
    List<TicketEvent> happened = corrected(events);
    TicketEvent opening = opening(happened);
    Phone phone = Phone.of(happened, opening);
    Facts facts = after(Facts.NONE, opening);
    List<Step> steps = new ArrayList<>();
    for (Moment moment : callBefore(phone, opening)) {
      steps.add(step(steps.size(), moment.at(), moment, facts, facts));
    }
    steps.add(step(steps.size(), opening.occurredAt(), moment(opening), facts, facts));
    for (Moment moment : laterOn(happened, opening, phone)) {
      Facts after = after(facts, moment.event());
      long at = Math.max(moment.at(), opening.occurredAt());
      steps.add(step(steps.size(), at, moment, facts, after));
      facts = after;
    }
    return steps;
  }

  private static Step step(int index, long at, Moment moment, Facts before, Facts after) {
    return new Step(index, at, moment.event(), moment.about(), before, after);
  }

  /** The caller may have waited, and been answered, before the ticket was opened. */
  private static List<Moment> callBefore(Phone phone, TicketEvent opening) {
    Phone.Call call = phone.origin();
    List<Moment> before = new ArrayList<>();
    if (call != null && call.entered() <= opening.occurredAt()) {
      before.add(of(call, call.entered(), About.ENTERED));
      if (call.answered() < opening.occurredAt()) {
        before.add(of(call, call.answered(), About.ANSWERED));
      }
    }
    return before;
  }

  /** All but the opening, in order. */
  private static List<Moment> laterOn(
      List<TicketEvent> happened, TicketEvent opening, Phone phone) {
    List<Moment> later = new ArrayList<>();
    for (TicketEvent event : happened) {
      if (!event.equals(opening) && event.type() != EventType.CALLED) {
        later.add(moment(event));
      }
    }
    for (Phone.Call call : phone.others()) {
      long rang = call.news().occurredAt();
      if (call.answered() == Clock.NEVER && rang >= opening.occurredAt()) {
        later.add(of(call, rang, About.RANG));
      }
      answerLaterOn(call, opening, About.ANSWERED, later);
    }
    Phone.Call origin = phone.origin();
    if (origin != null) {
      boolean toCome = origin.entered() > opening.occurredAt();
      boolean both = toCome && origin.entered() == origin.answered();
      if (toCome && !both) {
        later.add(of(origin, origin.entered(), About.ENTERED));
      }
      answerLaterOn(origin, opening, both ? About.ENTERED_AND_ANSWERED : About.ANSWERED, later);
    }
    boolean numbered =
        happened.stream().filter(e -> !ours(e)).allMatch(e -> e.sequence() != NOT_NUMBERED);
    later.sort(
        Comparator.comparingLong(Moment::at)
            .thenComparingLong((Moment m) -> numbered ? m.sequence() : 0)
            .thenComparingInt(Moment::rank)
            .thenComparing(m -> m.event().eventId()));
    return later;
  }

  private static void answerLaterOn(
      Phone.Call call, TicketEvent opening, About about, List<Moment> later) {
    if (call.answered() != Clock.NEVER && call.answered() >= opening.occurredAt()) {
      later.add(of(call, call.answered(), about));
    }
  }

  private static Moment moment(TicketEvent event) {
    return new Moment(event.occurredAt(), event.sequence(), rank(event), event, About.EVENT);
  }

  /** To enter a queue starts something, an answer stops it. */
  private static Moment of(Phone.Call call, long at, About about) {
    boolean starts = about == About.ENTERED || about == About.RANG;
    return new Moment(at, NOT_NUMBERED, starts ? 4 : 1, call.news(), about);
  }

  /** Whether we made it ourselves: no source sent it. */
  static boolean ours(TicketEvent event) {
    return event.type() == EventType.ABSORBED || event.type() == EventType.CALLED;
  }

  /** Whether there is an event that opens a ticket: what was merged into it does not. */
  static boolean opens(Collection<TicketEvent> events) {
    return corrected(events).stream().anyMatch(e -> !ours(e));
  }

  /** The first creation, else the first event that a source sent. */
  private static TicketEvent opening(List<TicketEvent> happened) {
    List<TicketEvent> ordered = inOrder(happened);
    return ordered.stream()
        .filter(e -> e.type() == EventType.CREATED)
        .findFirst()
        .or(() -> ordered.stream().filter(e -> !ours(e)).findFirst())
        .orElseThrow();
  }

  // ---- corrections

  static List<TicketEvent> corrected(Collection<TicketEvent> events) {
    Map<String, TicketEvent> byId = new HashMap<>();
    events.stream().filter(e -> !ours(e)).forEach(e -> byId.put(e.eventId(), e));
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
    if (happened.stream().allMatch(Told::ours)) {
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
        event.correctsEventId(),
        over(event.details(), c.details()));
  }

  /** An answer comes with its scale; that nothing is missing cannot be told from not saying so. */
  private static Details over(Details was, Details said) {
    boolean answer = said.score() >= 0;
    return new Details(
        said.customer() == 0 ? was.customer() : said.customer(),
        said.asset() == 0 ? was.asset() : said.asset(),
        answer ? said.score() : was.score(),
        answer ? said.tenPoint() : was.tenPoint(),
        said.missingFields() <= 0 ? was.missingFields() : said.missingFields());
  }

  // ---- order

  private static List<TicketEvent> inOrder(Collection<TicketEvent> events) {
    boolean numbered =
        events.stream().filter(e -> !ours(e)).allMatch(e -> e.sequence() != NOT_NUMBERED);
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
