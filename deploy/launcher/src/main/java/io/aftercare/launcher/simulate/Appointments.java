package io.aftercare.launcher.simulate;

import static io.aftercare.contract.ActorType.AGENT;
import static io.aftercare.contract.ActorType.CUSTOMER;
import static io.aftercare.contract.TicketEventType.APPOINTMENT_CANCELLED;
import static io.aftercare.contract.TicketEventType.APPOINTMENT_SET;

import io.aftercare.contract.TicketStatus;
import java.time.Instant;

/**
 * How the window of a visit is agreed on. Most hold; before some of those that do, another was
 * agreed that was moved, called off or missed.
 */
final class Appointments {
  static final long WINDOW = 2 * World.HOUR;

  private static final double MOVED_SHARE = 0.06;
  private static final double CALLED_OFF_SHARE = 0.02;
  private static final double MISSED_SHARE = 0.03;

  private final World world;
  private final Dice dice;

  Appointments(World world) {
    this.world = world;
    this.dice = world.careDice;
  }

  /**
   * @param start of the window that holds, ms since 1970
   * @param untilLeave when the engineer sets out, ms from now
   */
  void agree(Ticket ticket, long start, long untilLeave) {
    double fate = dice.unit();
    ticket.status = TicketStatus.SCHEDULED;
    ticket.queue = ticket.branch.fieldQueue;
    if (fate < MOVED_SHARE) {
      set(ticket, start + 4 * World.HOUR);
      world.later(ticket, untilLeave / 2, () -> setIfAttended(ticket, start));
    } else if (fate < MOVED_SHARE + CALLED_OFF_SHARE) {
      set(ticket, start + 4 * World.HOUR);
      world.later(ticket, untilLeave / 3, () -> callOff(ticket));
      world.later(ticket, untilLeave / 2, () -> setIfAttended(ticket, start));
    } else if (fate > 1 - MISSED_SHARE && start - world.agenda.now() > 4 * World.HOUR) {
      long missed = start - World.HOUR - WINDOW;
      set(ticket, missed);
      long noticed = missed + WINDOW + dice.between(World.MINUTE, 30 * World.MINUTE);
      world.later(ticket, noticed - world.agenda.now(), () -> setIfAttended(ticket, start));
    } else {
      set(ticket, start);
    }
  }

  private void setIfAttended(Ticket ticket, long start) {
    if (ticket.status == TicketStatus.SCHEDULED && ticket.branch.attended()) {
      set(ticket, start);
    }
  }

  private void set(Ticket ticket, long start) {
    world.pen.write(
        ticket,
        APPOINTMENT_SET,
        AGENT,
        event -> {
          event.setAppointmentStart(Instant.ofEpochMilli(start));
          event.setAppointmentEnd(Instant.ofEpochMilli(start + WINDOW));
        });
  }

  private void callOff(Ticket ticket) {
    if (ticket.status == TicketStatus.SCHEDULED) {
      world.pen.write(ticket, APPOINTMENT_CANCELLED, CUSTOMER);
    }
  }
}
