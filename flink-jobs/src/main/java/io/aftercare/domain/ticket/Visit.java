package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.QualityPen.Finds;

/** The appointment on site that stands; each has one outcome. Only an open ticket has one. */
final class Visit {
  private long end;

  Visit(long end) {
    this.end = end;
  }

  /** The end of the window that stands, {@link Clock#NEVER} if none does. */
  long standsUntil() {
    return end;
  }

  void drop() {
    end = Clock.NEVER;
  }

  void follow(TicketEvent event, long at, Phase phase, Course course, Finds finds) {
    if (phase == Phase.OPEN && course.phase() != Phase.OPEN) {
      over(at, FindingKind.APPOINTMENT_CANCELLED, finds);
    } else if (course.phase() == Phase.OPEN) {
      happen(event, at, course.facts(), finds);
    }
  }

  private void happen(TicketEvent event, long at, Facts facts, Finds finds) {
    switch (event.type()) {
      case APPOINTMENT_SET -> set(facts.appointmentEnd(), at, finds);
      case APPOINTMENT_CANCELLED -> over(at, FindingKind.APPOINTMENT_CANCELLED, finds);
      case ENGINEER_ARRIVED -> arrive(at, finds);
      default -> {}
    }
  }

  private void set(long newEnd, long at, Finds finds) {
    if (newEnd == end) {
      return;
    }
    boolean none = newEnd == Facts.NOT_DUE;
    over(at, none ? FindingKind.APPOINTMENT_CANCELLED : FindingKind.APPOINTMENT_RESCHEDULED, finds);
    end = none ? Clock.NEVER : newEnd;
  }

  private void arrive(long at, Finds finds) {
    if (end != Clock.NEVER) {
      finds.find(at <= end ? FindingKind.APPOINTMENT_ON_TIME : FindingKind.APPOINTMENT_LATE, at);
      end = Clock.NEVER;
    }
  }

  /** Nobody will come by the end that stood. */
  private void over(long at, FindingKind how, Finds finds) {
    if (end != Clock.NEVER) {
      finds.find(end < at ? FindingKind.APPOINTMENT_MISSED : how, at);
      end = Clock.NEVER;
    }
  }
}
