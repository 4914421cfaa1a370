package io.aftercare.domain.ticket;

import static io.aftercare.domain.sla.ClockMetric.ARRIVAL;
import static io.aftercare.domain.sla.ClockMetric.COMPLAINT_RESOLUTION;
import static io.aftercare.domain.sla.ClockMetric.FIRST_RESPONSE;
import static io.aftercare.domain.sla.ClockMetric.FIRST_RESPONSE_OR_BOT;
import static io.aftercare.domain.sla.ClockMetric.GUIDANCE_FOLLOW_UP;
import static io.aftercare.domain.sla.ClockMetric.NEXT_RESPONSE;
import static io.aftercare.domain.sla.ClockMetric.NEXT_RESPONSE_OR_BOT;
import static io.aftercare.domain.sla.ClockMetric.OWNERSHIP;
import static io.aftercare.domain.sla.ClockMetric.POST_SERVICE_FOLLOW_UP;
import static io.aftercare.domain.sla.ClockMetric.RESOLUTION;
import static io.aftercare.domain.sla.ClockMetric.TRIAGE;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.ResolutionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The course that a ticket takes: what happened to it, and what that means for each metric. What an
 * event means stands here and nowhere else.
 */
final class Course {
  private static final List<ClockMetric> SINCE_CREATION =
      List.of(FIRST_RESPONSE, FIRST_RESPONSE_OR_BOT, TRIAGE, RESOLUTION);

  private final long createdAt;
  private Phase phase = Phase.OPEN;
  private long endedAt = Clock.NEVER;
  private Facts facts = Facts.NONE;
  private SlaClaim claim = SlaClaim.UNKNOWN;
  private boolean classified;
  private boolean assigned;
  private long appointmentBefore = Facts.NOT_DUE;
  private final Episodes episodes;
  private final Steps steps;
  private final Actions actions;
  private final Calls calls;
  private final Clocks clocks;

  /** Whether the ticket was opened for a call whose caller is yet to enter a queue. */
  private boolean callToCome;

  /** A course that begins. */
  Course(long createdAt, Calls calls, Clocks clocks) {
    this.createdAt = createdAt;
    this.calls = calls;
    this.clocks = clocks;
    callToCome = calls.origin() != null;
    episodes = new Episodes(List.of());
    steps = new Steps(new ArrayList<>());
    actions = new Actions(new ArrayList<>());
  }

  /** A course that goes on. */
  Course(Ticket saved, Clocks clocks) {
    this.calls = Calls.NONE; // all of them have been told; another one re-folds
    this.clocks = clocks;
    createdAt = saved.createdAt();
    phase = saved.phase();
    endedAt = saved.endedAt();
    facts = saved.facts();
    claim = saved.claim();
    classified = saved.classified();
    assigned = saved.assigned();
    episodes = new Episodes(saved.episodes());
    steps = new Steps(new ArrayList<>(saved.milestones()));
    actions = new Actions(new ArrayList<>(saved.tallies()));
  }

  /** Opens with the event that opens the ticket, provisionally if that is not its CREATED. */
  void open(TicketEvent first) {
    learn(first);
    steps.mark(MilestoneKind.CREATED, createdAt, createdAt, facts, claim);
  }

  /** Begins at its creation, when what came before that has been told. */
  void begin(TicketEvent first) {
    if (first.actor() != ActorType.AGENT && calls.origin() == null) {
      contact(createdAt, createdAt);
    }
    begin(TRIAGE, createdAt);
    begin(RESOLUTION, createdAt);
    takeOver(createdAt);
    if (first.type() != EventType.CREATED) {
      happen(first, createdAt);
    }
  }

  /** Goes on with an event that takes effect at {@code at}. */
  void apply(TicketEvent event, long at) {
    Facts before = facts;
    appointmentBefore = before.appointmentEnd();
    learn(event);
    actions.of(event, at, before, facts, this);
    if (!before.equals(facts)) {
      follow(before, at);
    }
    happen(event, at);
  }

  private void learn(TicketEvent event) {
    facts = event.after(facts).withOrigin();
    if (event.claim() == SlaClaim.MISSED || claim == SlaClaim.UNKNOWN) {
      claim = event.claim();
    }
  }

  private void follow(Facts before, long at) {
    boolean moved = !Objects.equals(before.region(), facts.region());
    boolean handedOn = moved || !Objects.equals(before.queue(), facts.queue());
    if (phase == Phase.OPEN && moved) {
      steps.mark(MilestoneKind.TRANSFERRED_OUT, at, createdAt, before, claim);
      steps.mark(MilestoneKind.TRANSFERRED_IN, at, createdAt, facts, claim);
    }
    if (phase == Phase.OPEN && handedOn) {
      // The verdict is the old owner's.
      end(OWNERSHIP, at, "handed_on", before);
    }
    clocks.follow(episodes, before, facts, at);
    if (phase == Phase.OPEN && handedOn) {
      takeOver(at);
    }
  }

  private void happen(TicketEvent event, long at) {
    String why = event.type().label();
    switch (event.type()) {
      case AGENT_REPLY, AUTO_REPLY -> reply(event.humanReply(), event.botReply(), at, why);
      case CUSTOMER_MESSAGE -> message(event, at);
      case CLASSIFIED, ASSIGNED -> triage(event, at, why);
      case RESOLVED -> resolve(at, why);
      case CLOSED -> close(at, why);
      case REOPENED -> reopen(event, at, why);
      case CANCELLED -> end(MilestoneKind.CANCELLED, at, why);
      case MARKED_SPAM -> end(MilestoneKind.SPAM, at, why);
      case MERGED -> end(MilestoneKind.MERGED, at, why);
      case ABSORBED -> absorb(event, at);
      case CALLED -> called(event, at);
      case COMPLAINT_FILED -> complain(at);
      case APPOINTMENT_SET -> appoint(at, why);
      case APPOINTMENT_CANCELLED -> cancel(ARRIVAL, at, why);
      case ENGINEER_ARRIVED -> end(ARRIVAL, at, why, facts);
      case WORK_COMPLETED -> served(at);
      case FOLLOW_UP_COMPLETED -> followUp(event, at, why);
      default -> {}
    }
  }

  private void begin(ClockMetric metric, long at) {
    clocks.open(episodes.begin(metric, at), at, facts);
  }

  private void end(ClockMetric metric, long at, String why, Facts owner) {
    episodes.end(metric);
    clocks.stop(metric, at, why, owner);
  }

  private void cancel(ClockMetric metric, long at, String why) {
    episodes.end(metric);
    clocks.cancel(metric, at, why, facts);
  }

  /** The customer turned to us; the first response is awaited from then on. */
  private void contact(long since, long at) {
    for (ClockMetric metric : List.of(FIRST_RESPONSE, FIRST_RESPONSE_OR_BOT)) {
      if (phase != Phase.VOID && episodes.number(metric) == 0) {
        clocks.open(episodes.begin(metric, since), at, facts);
      }
    }
  }

  private void message(TicketEvent event, long at) {
    if (event.visible()) {
      await(at);
    }
  }

  /**
   * The customer said something. The first word awaits the first response, unless that is awaited
   * from a call on; one that comes after that awaits the next, where the ticket is open.
   */
  private void await(long at) {
    if (episodes.number(FIRST_RESPONSE) == 0) {
      if (!callToCome) {
        contact(at, at);
      }
      return;
    }
    if (phase != Phase.OPEN) {
      return;
    }
    if (!episodes.running(FIRST_RESPONSE) && !episodes.running(NEXT_RESPONSE)) {
      begin(NEXT_RESPONSE, at);
    }
    if (!episodes.running(FIRST_RESPONSE_OR_BOT) && !episodes.running(NEXT_RESPONSE_OR_BOT)) {
      begin(NEXT_RESPONSE_OR_BOT, at);
    }
  }

  private void reply(boolean human, boolean bot, long at, String why) {
    Episode awaited = episodes.of(FIRST_RESPONSE);
    if (human && awaited != null && steps.count(MilestoneKind.FIRST_RESPONSE) == 0) {
      steps.mark(MilestoneKind.FIRST_RESPONSE, at, awaited.since(), facts, claim);
    }
    if (human) {
      end(FIRST_RESPONSE, at, why, facts);
      end(NEXT_RESPONSE, at, why, facts);
    }
    if (human || bot) {
      end(FIRST_RESPONSE_OR_BOT, at, why, facts);
      end(NEXT_RESPONSE_OR_BOT, at, why, facts);
    }
  }

  /** A call that counts: of that which the ticket was opened for, its caller waits from then on. */
  private void called(TicketEvent call, long at) {
    if (!callsNow(call)) {
      return;
    }
    if (callToCome && calls.isOrigin(call)) {
      callEntered(at);
    }
    if (Calls.answered(call)) {
      callAnswered(at);
    }
  }

  /** The caller whose ticket this is entered a queue. */
  void callEntered(long at) {
    callToCome = false;
    contact(at, at);
  }

  /** An agent answered a call: a reply that the customer hears. */
  void callAnswered(long at) {
    reply(true, false, at, Calls.ANSWERED);
  }

  /** Whether the call that the ticket was opened for was answered before it was. */
  boolean answeredBefore() {
    TicketEvent call = calls.origin();
    return call != null && Calls.answered(call) && call.occurredAt() < createdAt;
  }

  /** Whether a person on our side answers so that the customer sees or hears it. */
  boolean answers(TicketEvent event) {
    return event.humanReply() || (callsNow(event) && Calls.answered(event));
  }

  /** Whether the customer turns to us with this, beside the call that it was opened for. */
  boolean customerTurnsToUs(TicketEvent event) {
    return (event.type() == EventType.CUSTOMER_MESSAGE && event.visible())
        || event.type() == EventType.COMPLAINT_FILED
        || (callsNow(event) && !calls.isOrigin(event));
  }

  private boolean callsNow(TicketEvent event) {
    return event.type() == EventType.CALLED
        && calls.count(event)
        && event.occurredAt() >= createdAt;
  }

  private void triage(TicketEvent event, long at, String why) {
    classified |= event.type() == EventType.CLASSIFIED;
    assigned |= event.type() == EventType.ASSIGNED;
    if (classified && assigned) {
      end(TRIAGE, at, why, facts);
    }
  }

  private void takeOver(long at) {
    if (facts.region() != null || facts.queue() != null) {
      begin(OWNERSHIP, at);
    }
  }

  private void resolve(long at, String why) {
    end(COMPLAINT_RESOLUTION, at, why, facts);
    if (phase != Phase.OPEN) {
      return;
    }
    steps.mark(MilestoneKind.RESOLVED, at, since(RESOLUTION), facts, claim);
    end(RESOLUTION, at, why, facts);
    end(NEXT_RESPONSE, at, why, facts);
    end(NEXT_RESPONSE_OR_BOT, at, why, facts);
    end(OWNERSHIP, at, why, facts);
    cancel(TRIAGE, at, why);
    cancel(ARRIVAL, at, why);
    phase = Phase.RESOLVED;
    endedAt = at;
    served(at);
    guided(at);
  }

  private void close(long at, String why) {
    resolve(at, why);
    if (phase == Phase.VOID) {
      return;
    }
    guided(at);
    if (steps.count(MilestoneKind.CLOSED) == 0) {
      steps.mark(MilestoneKind.CLOSED, at, createdAt, facts, claim);
    }
    phase = Phase.CLOSED;
    endedAt = at;
  }

  /** The service is done; once per resolution cycle the customer is asked how it went. */
  private void served(long at) {
    oncePerCycle(POST_SERVICE_FOLLOW_UP, at);
  }

  private void guided(long at) {
    if (facts.resolutionMode() == ResolutionMode.PHONE_GUIDANCE) {
      oncePerCycle(GUIDANCE_FOLLOW_UP, at);
    }
  }

  private void oncePerCycle(ClockMetric metric, long at) {
    int cycle = episodes.number(RESOLUTION);
    if (phase != Phase.VOID && episodes.number(metric) < cycle) {
      clocks.open(episodes.begin(metric, cycle, at), at, facts);
    }
  }

  private void followUp(TicketEvent event, long at, String why) {
    if (event.followUp() == FollowUpOutcome.REACHED) {
      end(POST_SERVICE_FOLLOW_UP, at, why, facts);
    }
    long early = clocks.tooEarly();
    end(GUIDANCE_FOLLOW_UP, at, why, facts);
    if (clocks.tooEarly() > early) {
      actions.count(ActionKind.TOO_EARLY, facts.regionLabel(), true);
    }
  }

  private void complain(long at) {
    if (phase != Phase.VOID && !episodes.running(COMPLAINT_RESOLUTION)) {
      begin(COMPLAINT_RESOLUTION, at);
    }
  }

  /**
   * A new window moves a running appointment; one that was missed has its verdict, and the new one
   * is another promise.
   */
  private void appoint(long at, String why) {
    boolean withoutWindow = facts.appointmentEnd() == Facts.NOT_DUE;
    if (withoutWindow || appointmentBefore < at) {
      cancel(ARRIVAL, at, why);
    }
    if (phase == Phase.OPEN && !withoutWindow && !episodes.running(ARRIVAL)) {
      begin(ARRIVAL, at);
    }
  }

  private void reopen(TicketEvent event, long at, String why) {
    if (phase == Phase.OPEN) {
      return;
    }
    phase = Phase.OPEN;
    endedAt = Clock.NEVER;
    cancel(POST_SERVICE_FOLLOW_UP, at, why);
    cancel(GUIDANCE_FOLLOW_UP, at, why);
    begin(RESOLUTION, at);
    takeOver(at);
    steps.mark(MilestoneKind.REOPENED, at, createdAt, facts, claim);
    if (event.actor() == ActorType.CUSTOMER) {
      await(at);
    }
  }

  private void end(MilestoneKind how, long at, String why) {
    if (phase == Phase.OPEN) {
      steps.mark(how, at, createdAt, facts, claim);
    }
    episodes.endAll();
    clocks.cancelAll(at, why, facts);
    phase = Phase.VOID;
    endedAt = at;
  }

  /** Takes the earlier start of a ticket that was merged into this one. */
  private void absorb(TicketEvent event, long at) {
    long start = event.earlierStart();
    if (start == Clock.NEVER || phase == Phase.VOID) {
      return;
    }
    boolean contacted = event.actor() != ActorType.AGENT;
    for (ClockMetric metric : SINCE_CREATION) {
      boolean response = metric == FIRST_RESPONSE || metric == FIRST_RESPONSE_OR_BOT;
      if ((contacted || !response) && episodes.number(metric) == 1 && episodes.running(metric)) {
        episodes.startEarlier(metric, start);
        clocks.startEarlier(metric, 1, start, facts, at);
      }
    }
    if (contacted && phase == Phase.OPEN) {
      contact(Math.min(start, at), at);
    }
  }

  private long since(ClockMetric metric) {
    Episode episode = episodes.of(metric);
    return episode == null ? createdAt : episode.since();
  }

  Facts facts() {
    return facts;
  }

  Phase phase() {
    return phase;
  }

  boolean assigned() {
    return assigned;
  }

  boolean classified() {
    return classified;
  }

  boolean awaitsFirstResponse() {
    return episodes.running(FIRST_RESPONSE);
  }

  Clocks clocks() {
    return clocks;
  }

  /** The snapshot, given what does not concern the course. */
  Ticket ticket(
      String ticketId,
      boolean orphan,
      boolean refolds,
      boolean allSequenced,
      Position last,
      long firedUpTo,
      long customer,
      Stages stages,
      QualityPen quality) {
    return new Ticket(
        ticketId,
        orphan,
        createdAt,
        phase,
        endedAt,
        facts,
        claim,
        classified,
        assigned,
        refolds,
        allSequenced,
        last,
        firedUpTo,
        customer,
        stages.stage(),
        stages.since(),
        stages.main(),
        stages.stayedSince(),
        quality.known(),
        episodes.all(),
        steps.all(),
        actions.all(),
        clocks.rows());
  }
}
