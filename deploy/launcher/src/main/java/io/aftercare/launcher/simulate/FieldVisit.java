package io.aftercare.launcher.simulate;

import static io.aftercare.contract.ActorType.AGENT;
import static io.aftercare.contract.ActorType.CUSTOMER;
import static io.aftercare.contract.ActorType.ENGINEER;
import static io.aftercare.contract.ActorType.SYSTEM;
import static io.aftercare.contract.TicketEventType.ACCEPTANCE_FAILED;
import static io.aftercare.contract.TicketEventType.ACCEPTANCE_PASSED;
import static io.aftercare.contract.TicketEventType.ENGINEER_ARRIVED;
import static io.aftercare.contract.TicketEventType.STATUS_CHANGED;
import static io.aftercare.contract.TicketEventType.WORK_COMPLETED;

import io.aftercare.contract.ResolutionMode;
import io.aftercare.contract.ServiceType;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketStatus;

/** An engineer goes there: parts if needed, an appointment, the arrival, the work. */
final class FieldVisit {
  private static final double VISIT_SHARE = 0.75;
  private static final double PARTS_SHARE = 0.18;
  private static final double SOLVED_ON_SITE = 0.93;
  private static final double SIGNED_SHARE = 0.9;
  private static final long HALF_HOUR = 30 * World.MINUTE;

  private final World world;
  private final Script script;
  private final Dice dice;
  private final Appointments appointments;

  FieldVisit(World world, Script script) {
    this.world = world;
    this.script = script;
    this.dice = world.dice;
    this.appointments = new Appointments(world);
  }

  boolean wanted(Ticket ticket) {
    ServiceType service = ticket.request.service();
    boolean onSite =
        service == ServiceType.REPAIR
            || service == ServiceType.INSTALLATION
            || service == ServiceType.MAINTENANCE;
    return onSite && !ticket.visited && dice.chance(VISIT_SHARE);
  }

  void arrange(Ticket ticket) {
    ticket.visited = true;
    if (ticket.request.service() == ServiceType.REPAIR && dice.chance(PARTS_SHARE)) {
      ticket.status = TicketStatus.WAITING_PARTS;
      world.pen.write(ticket, STATUS_CHANGED, AGENT);
      long supply = dice.aboutMillis(ticket.targetMillis() / 5, 0.5);
      world.later(ticket, supply, () -> partsThere(ticket));
    } else {
      appoint(ticket);
    }
  }

  private void partsThere(Ticket ticket) {
    ticket.status = TicketStatus.OPEN;
    world.pen.write(ticket, STATUS_CHANGED, SYSTEM);
    world.later(
        ticket, dice.between(World.MINUTE, 20 * World.MINUTE), () -> appointIfAttended(ticket));
  }

  private void appointIfAttended(Ticket ticket) {
    if (ticket.branch.attended()) {
      appoint(ticket);
    }
  }

  private void appoint(Ticket ticket) {
    long start = appointmentStart(ticket);
    long leave = start + dice.between(-HALF_HOUR / 2, HALF_HOUR) - world.agenda.now();
    appointments.agree(ticket, start, Math.max(World.MINUTE, leave));
    world.later(ticket, Math.max(World.MINUTE, leave), () -> dispatch(ticket, start));
  }

  /** Some hours ahead, the urgent ones soon and at any hour, the others between 8 and 18 h. */
  private long appointmentStart(Ticket ticket) {
    long now = world.agenda.now();
    double urgency = 0.10 + (ticket.urgent() ? 0.35 : 0.55) * dice.unit();
    long wish = now + (long) (ticket.targetMillis() * urgency);
    long start = (wish / HALF_HOUR + 1) * HALF_HOUR;
    while (!ticket.urgent() && !byDay(ticket.branch.clock.hourOfDay(start))) {
      start += HALF_HOUR;
    }
    return start;
  }

  private static boolean byDay(int hour) {
    return hour >= 8 && hour < 18;
  }

  private void dispatch(Ticket ticket, long start) {
    long work = dice.aboutMillis(40 * World.MINUTE, 0.5);
    long travel = dice.between(5 * World.MINUTE, 30 * World.MINUTE);
    long due = ticket.urgent() ? start - Appointments.WINDOW : start;
    ticket.branch.field.take(
        ticket,
        due,
        travel + work,
        engineer -> world.later(ticket, travel, () -> arrive(ticket, engineer)),
        () -> complete(ticket));
  }

  private void arrive(Ticket ticket, String engineer) {
    ticket.assignee = engineer;
    ticket.status = TicketStatus.IN_PROGRESS;
    world.pen.write(ticket, ENGINEER_ARRIVED, ENGINEER);
  }

  private void complete(Ticket ticket) {
    world.pen.write(ticket, WORK_COMPLETED, ENGINEER, this::putFault);
    if (dice.chance(SOLVED_ON_SITE)) {
      long writing = dice.between(World.SECOND, 5 * World.MINUTE);
      if (world.careDice.chance(SIGNED_SHARE)) {
        world.later(
            ticket, writing / 2, () -> world.pen.write(ticket, ACCEPTANCE_PASSED, CUSTOMER));
      }
      world.later(
          ticket, writing, () -> script.closing.resolve(ticket, ENGINEER, ResolutionMode.ON_SITE));
    } else {
      world.pen.write(ticket, ACCEPTANCE_FAILED, CUSTOMER);
      script.casework.next(ticket);
    }
  }

  private void putFault(TicketEvent event) {
    event.setFaultCode("F" + (10 + dice.below(40)));
  }
}
