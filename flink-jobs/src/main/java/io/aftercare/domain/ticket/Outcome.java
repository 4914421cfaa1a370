package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.QualityPen.Finds;
import org.jspecify.annotations.Nullable;

/**
 * What came of the work on a ticket: how it was resolved, at the first contact or not, whether the
 * work was accepted, and whether the customer confirms it.
 */
final class Outcome {
  private boolean answered;
  private boolean secondContact;
  private boolean resolved;
  private boolean firstContact;
  private boolean confirmed;
  private boolean accepted;
  private long dueAt;

  Outcome(Quality known) {
    answered = known.answered();
    secondContact = known.secondContact();
    resolved = known.resolved();
    firstContact = known.firstContact();
    confirmed = known.confirmed();
    accepted = known.accepted();
    dueAt = known.loopDueAt();
  }

  /** The ticket was opened; the call that it was opened for may have been answered before. */
  void begin(Course course) {
    answered = course.answeredBefore();
  }

  /** Sees whether the ticket is handed on; after the first resolution that matters no more. */
  void handedOn(Facts before, Facts after) {
    secondContact |= other(before.region(), after.region()) || other(before.queue(), after.queue());
  }

  private static boolean other(@Nullable String before, @Nullable String after) {
    return before != null && !before.equals(after);
  }

  /** Nothing that is pending is settled any more. */
  void drop() {
    firstContact = false;
    confirmed = false;
    dueAt = Clock.NEVER;
  }

  void follow(TicketEvent event, long at, Phase phase, Course course, Finds finds) {
    contact(event, at, phase != Phase.OPEN && course.phase() == Phase.OPEN, course, finds);
    confirm(event, at, finds);
    if (phase == Phase.OPEN && course.phase() != Phase.OPEN) {
      resolve(at, course.facts(), finds);
    }
  }

  private void contact(TicketEvent event, long at, boolean reopened, Course course, Finds finds) {
    boolean again = reopened || course.customerTurnsToUs(event);
    if (again && firstContact) {
      firstContact = false;
      finds.find(FindingKind.FIRST_CONTACT_FAILED, at);
    }
    secondContact |= reopened || (again && answered);
    answered |= course.answers(event);
    if (reopened) {
      confirmed = false;
      if (dueAt != Clock.NEVER) {
        dueAt = Clock.NEVER;
        finds.find(FindingKind.LOOP_OPEN, at);
      }
    }
  }

  private void confirm(TicketEvent event, long at, Finds finds) {
    switch (event.type()) {
      case ACCEPTANCE_PASSED -> accept(true, at, finds);
      case ACCEPTANCE_FAILED -> accept(false, at, finds);
      case FOLLOW_UP_COMPLETED -> confirmed |= awaited(event.followUp() == FollowUpOutcome.REACHED);
      case SURVEY_COMPLETED -> confirmed |= awaited(true);
      default -> {}
    }
  }

  private void accept(boolean passed, long at, Finds finds) {
    confirmed = passed;
    if (!accepted) {
      accepted = true;
      finds.find(passed ? FindingKind.REPAIR_PASSED : FindingKind.REPAIR_FAILED, at);
    }
  }

  private boolean awaited(boolean yes) {
    return yes && dueAt != Clock.NEVER;
  }

  private void resolve(long at, Facts facts, Finds finds) {
    dueAt = QualityPen.settles(at);
    if (resolved) {
      return;
    }
    resolved = true;
    firstContact = !secondContact;
    finds.find(
        firstContact ? FindingKind.FIRST_CONTACT_PROVISIONAL : FindingKind.FIRST_CONTACT_FAILED,
        at);
    finds.find(
        switch (facts.resolutionMode()) {
          case REMOTE, PHONE_GUIDANCE -> FindingKind.RESOLVED_REMOTELY;
          case ON_SITE, WORKSHOP, REPLACEMENT -> FindingKind.RESOLVED_NOT_REMOTELY;
          case UNKNOWN, REFUND, OTHER -> FindingKind.RESOLVED_SOMEHOW;
        },
        at);
  }

  /** Settles the resolution if that is due before {@code at}. */
  void advance(long at, Finds finds) {
    if (dueAt >= at || dueAt == Clock.NEVER) {
      return;
    }
    if (firstContact) {
      firstContact = false;
      finds.find(FindingKind.FIRST_CONTACT_CONFIRMED, dueAt);
    }
    finds.find(confirmed ? FindingKind.LOOP_CLOSED : FindingKind.LOOP_OPEN, dueAt);
    dueAt = Clock.NEVER;
  }

  long dueAt() {
    return dueAt;
  }

  /** The snapshot, given what does not concern the outcome. */
  Quality known(long surveyDueAt, long appointmentEnd, long asset) {
    return new Quality(
        answered,
        secondContact,
        resolved,
        firstContact,
        confirmed,
        accepted,
        dueAt,
        surveyDueAt,
        appointmentEnd,
        asset);
  }
}
