package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The stage of a ticket while events are applied, and what of its time ends meanwhile: pieces and
 * stays. The rules stand at {@link Stage}.
 */
final class Stages {
  private Stage stage;

  /** Where it goes on after a wait; the stage itself if it does not wait. */
  private Stage main;

  private long since;
  private long stayedSince;
  private final List<Piece> ended = new ArrayList<>();
  private final List<Stay> left = new ArrayList<>();

  /** A ticket that begins. */
  Stages(long createdAt) {
    stage = Stage.INTAKE;
    main = Stage.INTAKE;
    since = createdAt;
    stayedSince = createdAt;
  }

  /** A ticket that goes on. */
  Stages(Ticket saved) {
    stage = saved.stage();
    main = saved.mainStage();
    since = saved.stageSince();
    stayedSince = saved.stayedSince();
  }

  /**
   * An event took effect.
   *
   * @param before the facts until then
   */
  void follow(TicketEvent event, long at, Facts before, Course course) {
    main = main(event, before, course);
    Stage now = beside(course);
    if (now != stage || !sameHands(before, course.facts())) {
      if (at > since) {
        ended.add(new Piece(before.region(), before.queue(), stage, before.status(), since, at));
      }
      since = at;
    }
    if (now != stage) {
      if (at > stayedSince) {
        left.add(new Stay(before.region(), stage, stayedSince, at));
      }
      stayedSince = at;
      stage = now;
    }
  }

  private static boolean sameHands(Facts a, Facts b) {
    return a.status() == b.status()
        && Objects.equals(a.region(), b.region())
        && Objects.equals(a.queue(), b.queue());
  }

  /** The side stage of an open ticket that waits, else the main one. */
  private Stage beside(Course course) {
    if (course.phase() != Phase.OPEN) {
      return main;
    }
    return switch (course.facts().status()) {
      case WAITING_CUSTOMER -> Stage.WAITING_CUSTOMER;
      case WAITING_PARTS -> Stage.WAITING_PARTS;
      case WAITING_THIRD_PARTY -> Stage.WAITING_THIRD_PARTY;
      default -> main;
    };
  }

  private Stage main(TicketEvent event, Facts before, Course course) {
    return switch (course.phase()) {
      case CLOSED, VOID -> Stage.CLOSED;
      case RESOLVED -> Stage.FOLLOW_UP;
      case OPEN -> open(event, before, course);
    };
  }

  private Stage open(TicketEvent event, Facts before, Course course) {
    boolean window = course.facts().appointmentEnd() != Facts.NOT_DUE;
    return switch (event.type()) {
      case WORK_COMPLETED, ACCEPTANCE_PASSED -> Stage.ACCEPTANCE;
      case ENGINEER_ARRIVED, ACCEPTANCE_FAILED -> Stage.WORK;
      case APPOINTMENT_SET -> window ? Stage.SCHEDULE : byStatus(event, true, before, course);
      case APPOINTMENT_CANCELLED -> byStatus(event, true, before, course);
      default -> byStatus(event, false, before, course);
    };
  }

  private Stage byStatus(TicketEvent event, boolean cancelled, Facts before, Course course) {
    TicketStatus status = course.facts().status();
    boolean reopened = main == Stage.FOLLOW_UP || main == Stage.CLOSED;
    boolean became = reopened || status != before.status();
    if (became && status == TicketStatus.IN_PROGRESS) {
      return Stage.WORK;
    }
    if (became && status == TicketStatus.SCHEDULED) {
      return Stage.SCHEDULE;
    }
    if (reopened || (cancelled && main == Stage.SCHEDULE)) {
      return triaged(course, true);
    }
    boolean early = main == Stage.INTAKE || main == Stage.TRIAGE;
    return early ? triaged(course, main == Stage.TRIAGE || inHand(event)) : main;
  }

  private static Stage triaged(Course course, boolean begun) {
    if (course.classified() && course.assigned()) {
      return Stage.DISPATCH;
    }
    return begun || course.classified() || course.assigned() ? Stage.TRIAGE : Stage.INTAKE;
  }

  /** Whether one of our people did it. */
  private static boolean inHand(TicketEvent event) {
    boolean ours = event.actor() == ActorType.AGENT || event.actor() == ActorType.ENGINEER;
    return !event.made() && (ours || event.humanReply());
  }

  Stage stage() {
    return stage;
  }

  Stage main() {
    return main;
  }

  long since() {
    return since;
  }

  long stayedSince() {
    return stayedSince;
  }

  List<Piece> ended() {
    return ended;
  }

  List<Stay> left() {
    return left;
  }
}
