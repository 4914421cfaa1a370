package io.aftercare.oracle;

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
import io.aftercare.domain.ticket.ActorType;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.FollowUpOutcome;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.oracle.Episode.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happened in the life of a ticket: its episodes, whatever anybody promised. */
final class Story {
  private enum State {
    OPEN,
    RESOLVED,
    CLOSED,
    VOID
  }

  private final List<Episode> episodes = new ArrayList<>();
  private State state = State.OPEN;
  private boolean classified;
  private boolean assigned;
  private boolean created;

  /** Whether there is a call that the ticket was opened for. */
  private final boolean openedForCall;

  /** Whether its caller has entered a queue. */
  private boolean callerEntered;

  private Told.Step now;

  private Story(List<Told.Step> steps) {
    now = steps.get(0);
    openedForCall = steps.stream().anyMatch(step -> enters(step.about()));
  }

  private static boolean enters(Told.About about) {
    return about == Told.About.ENTERED || about == Told.About.ENTERED_AND_ANSWERED;
  }

  static List<Episode> of(List<Told.Step> steps) {
    Story story = new Story(steps);
    for (Told.Step step : steps) {
      story.now = step;
      if (step.about() != Told.About.EVENT) {
        story.rings(step.about());
        continue;
      }
      if (story.created) {
        story.handOver();
      } else {
        story.create();
      }
      story.tell(step.event());
    }
    return story.episodes;
  }

  /** The caller waits for a first response since the queue; whoever answers has replied. */
  private void rings(Told.About about) {
    if (about == Told.About.RANG) {
      return;
    }
    if (enters(about)) {
      callerEntered = true;
      for (ClockMetric first : List.of(FIRST_RESPONSE, FIRST_RESPONSE_OR_BOT)) {
        if (last(first) == null && state != State.VOID) {
          begin(first);
        }
      }
    }
    if (about != Told.About.ENTERED) {
      for (ClockMetric answer :
          List.of(FIRST_RESPONSE, FIRST_RESPONSE_OR_BOT, NEXT_RESPONSE, NEXT_RESPONSE_OR_BOT)) {
        end(answer, Part.MEANING, true, "answered");
      }
    }
  }

  private void create() {
    created = true;
    if (now.event().actor() != ActorType.AGENT && !openedForCall) {
      begin(FIRST_RESPONSE);
      begin(FIRST_RESPONSE_OR_BOT);
    }
    begin(TRIAGE);
    begin(RESOLUTION);
    takeOwnership(Part.MEANING);
  }

  private void handOver() {
    Facts before = now.before();
    Facts after = now.after();
    boolean moved =
        !Objects.equals(before.region(), after.region())
            || !Objects.equals(before.queue(), after.queue());
    if (state == State.OPEN && moved) {
      end(OWNERSHIP, Part.HAND_OVER, true, "handed_on");
      takeOwnership(Part.HAND_OVER);
    }
  }

  private void takeOwnership(Part part) {
    if (now.after().region() != null || now.after().queue() != null) {
      begin(OWNERSHIP, part, now.at());
    }
  }

  private void tell(TicketEvent event) {
    switch (event.type()) {
      case CUSTOMER_MESSAGE -> {
        if (event.visible()) {
          customerSpoke();
        }
      }
      case AGENT_REPLY, AUTO_REPLY -> replied(event);
      case CLASSIFIED -> {
        classified = true;
        triage();
      }
      case ASSIGNED -> {
        assigned = true;
        triage();
      }
      case RESOLVED -> resolved();
      case CLOSED -> closed();
      case REOPENED -> reopened();
      case CANCELLED, MARKED_SPAM, MERGED -> voided();
      case APPOINTMENT_SET -> appointmentSet();
      case ENGINEER_ARRIVED -> met(ARRIVAL);
      case APPOINTMENT_CANCELLED -> cancelled(ARRIVAL);
      case WORK_COMPLETED -> {
        if (state != State.VOID) {
          beginOnce(POST_SERVICE_FOLLOW_UP);
        }
      }
      case FOLLOW_UP_COMPLETED -> {
        met(GUIDANCE_FOLLOW_UP);
        if (event.followUp() == FollowUpOutcome.REACHED) {
          met(POST_SERVICE_FOLLOW_UP);
        }
      }
      case COMPLAINT_FILED -> {
        if (state != State.VOID && running(COMPLAINT_RESOLUTION) == null) {
          begin(COMPLAINT_RESOLUTION);
        }
      }
      case ABSORBED -> absorbed(event);
      default -> {
        // Facts only.
      }
    }
  }

  private void customerSpoke() {
    customerSpoke(FIRST_RESPONSE, NEXT_RESPONSE);
    customerSpoke(FIRST_RESPONSE_OR_BOT, NEXT_RESPONSE_OR_BOT);
  }

  private void customerSpoke(ClockMetric first, ClockMetric next) {
    if (last(first) == null) {
      if (state != State.VOID && callerEntered == openedForCall) {
        begin(first);
      }
    } else if (state == State.OPEN && running(first) == null && running(next) == null) {
      begin(next);
    }
  }

  private void replied(TicketEvent event) {
    if (!event.visible()) {
      return;
    }
    boolean reply = event.type() == EventType.AGENT_REPLY;
    boolean byHuman =
        switch (event.actor()) {
          case AGENT, ENGINEER, UNKNOWN -> reply;
          case BOT, SYSTEM, CUSTOMER -> false;
        };
    boolean byBot = !reply || event.actor() == ActorType.BOT || event.actor() == ActorType.SYSTEM;
    if (byHuman) {
      met(FIRST_RESPONSE);
      met(NEXT_RESPONSE);
    }
    if (byHuman || byBot) {
      met(FIRST_RESPONSE_OR_BOT);
      met(NEXT_RESPONSE_OR_BOT);
    }
  }

  private void triage() {
    if (classified && assigned) {
      met(TRIAGE);
    }
  }

  private void resolved() {
    if (state == State.OPEN) {
      resolve();
    }
    met(COMPLAINT_RESOLUTION);
  }

  private void closed() {
    if (state == State.OPEN) {
      resolve();
    }
    if (state != State.VOID) {
      state = State.CLOSED;
      closedByPhone();
    }
    met(COMPLAINT_RESOLUTION);
  }

  private void resolve() {
    state = State.RESOLVED;
    met(RESOLUTION);
    met(OWNERSHIP);
    met(NEXT_RESPONSE);
    met(NEXT_RESPONSE_OR_BOT);
    cancelled(TRIAGE);
    cancelled(ARRIVAL);
    beginOnce(POST_SERVICE_FOLLOW_UP);
    closedByPhone();
  }

  private void closedByPhone() {
    if (now.after().resolutionMode() == ResolutionMode.PHONE_GUIDANCE) {
      beginOnce(GUIDANCE_FOLLOW_UP);
    }
  }

  private void reopened() {
    if (state != State.OPEN) {
      state = State.OPEN;
      cancelled(POST_SERVICE_FOLLOW_UP);
      cancelled(GUIDANCE_FOLLOW_UP);
      begin(RESOLUTION);
      takeOwnership(Part.MEANING);
      if (now.event().actor() == ActorType.CUSTOMER) {
        customerSpoke();
      }
    }
  }

  private void voided() {
    state = State.VOID;
    for (ClockMetric metric : ClockMetric.values()) {
      cancelled(metric);
    }
  }

  private void appointmentSet() {
    boolean agreed = now.after().appointmentEnd() != Facts.NOT_DUE;
    Episode running = running(ARRIVAL);
    if (running != null && (!agreed || now.before().appointmentEnd() < now.at())) {
      cancelled(ARRIVAL);
    }
    if (agreed && state == State.OPEN && running(ARRIVAL) == null) {
      begin(ARRIVAL);
    }
  }

  private void absorbed(TicketEvent event) {
    if (state == State.VOID || event.earlierStart() == Clock.NEVER) {
      return;
    }
    boolean fromCustomer = event.actor() != ActorType.AGENT;
    if (fromCustomer) {
      startsEarlier(FIRST_RESPONSE, event.earlierStart());
      startsEarlier(FIRST_RESPONSE_OR_BOT, event.earlierStart());
    }
    startsEarlier(TRIAGE, event.earlierStart());
    startsEarlier(RESOLUTION, event.earlierStart());
    if (fromCustomer && state == State.OPEN) {
      long start = Math.min(event.earlierStart(), now.at());
      for (ClockMetric first : List.of(FIRST_RESPONSE, FIRST_RESPONSE_OR_BOT)) {
        if (last(first) == null) {
          begin(first, Part.MEANING, start);
        }
      }
    }
  }

  private void startsEarlier(ClockMetric metric, long start) {
    Episode running = running(metric);
    if (running != null && running.number == 1) {
      running.earlier.add(new Episode.Earlier(now.index(), start));
    }
  }

  // ---- episodes

  private @Nullable Episode last(ClockMetric metric) {
    Episode last = null;
    for (Episode each : episodes) {
      if (each.metric == metric) {
        last = each;
      }
    }
    return last;
  }

  private @Nullable Episode running(ClockMetric metric) {
    Episode last = last(metric);
    return last != null && last.running() ? last : null;
  }

  private void begin(ClockMetric metric) {
    begin(metric, Part.MEANING, now.at());
  }

  private void begin(ClockMetric metric, Part part, long start) {
    Episode last = last(metric);
    begin(metric, last == null ? 1 : last.number + 1, part, start);
  }

  private void begin(ClockMetric metric, int number, Part part, long start) {
    episodes.add(new Episode(metric, number, now.index(), part, start));
  }

  /** Begins what a resolution cycle has once at most. */
  private void beginOnce(ClockMetric metric) {
    Episode cycle = Objects.requireNonNull(last(RESOLUTION));
    Episode last = last(metric);
    if (last == null || last.number < cycle.number) {
      begin(metric, cycle.number, Part.MEANING, now.at());
    }
  }

  private void met(ClockMetric metric) {
    end(metric, Part.MEANING, true, now.event().type().label());
  }

  private void cancelled(ClockMetric metric) {
    end(metric, Part.MEANING, false, now.event().type().label());
  }

  private void end(ClockMetric metric, Part part, boolean met, String cause) {
    Episode running = running(metric);
    if (running != null) {
      running.end = new Episode.End(now.index(), part, met, cause);
    }
  }
}
