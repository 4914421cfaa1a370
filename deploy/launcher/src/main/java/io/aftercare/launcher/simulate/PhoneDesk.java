package io.aftercare.launcher.simulate;

import static io.aftercare.contract.ActorType.AGENT;
import static io.aftercare.contract.TicketEventType.ASSIGNED;
import static io.aftercare.contract.TicketEventType.CALL_LINKED;
import static io.aftercare.contract.TicketEventType.CLASSIFIED;

import io.aftercare.contract.ResolutionMode;
import io.aftercare.contract.TicketStatus;

/**
 * What a call means for a ticket: the agent opens one while talking, or finds the one that the
 * caller asks after; at the end it is solved, or left to others. Some calls get none.
 */
final class PhoneDesk {
  /** Share of callers who only ask something that no ticket is written for. */
  private static final double NO_TICKET_SHARE = 0.07;

  private static final long SHORTEST_TALK = 100 * World.SECOND;

  private final World world;
  private final Script script;
  private final Dice dice;

  PhoneDesk(World world, Script script) {
    this.world = world;
    this.script = script;
    this.dice = world.callDice;
  }

  /** Takes the call's ticket up; how long the two will talk, ms. */
  long begin(Call call, Call.Leg leg) {
    long talk = Math.max(SHORTEST_TALK, dice.aboutMillis(6 * World.MINUTE, 0.6));
    Ticket about = call.about;
    Ticket begun = call.ticket;
    if (begun != null) {
      assign(begun, call, leg);
    } else if (about != null) {
      long finding = dice.between(8 * World.SECOND, 35 * World.SECOND);
      world.later(call, finding, () -> link(about, call));
    } else if (dice.chance(NO_TICKET_SHARE)) {
      return talk / 3;
    } else {
      long typing = dice.between(2 * World.SECOND, 25 * World.SECOND);
      world.later(call, typing, () -> open(call, leg));
    }
    return talk;
  }

  private void open(Call call, Call.Leg leg) {
    Ticket ticket = script.intake.openByPhone(call);
    call.ticket = ticket;
    call.ticketTurn = ticket.turn;
    assign(ticket, call, leg);
    world.later(
        ticket,
        dice.between(10 * World.SECOND, 70 * World.SECOND),
        () -> world.pen.write(ticket, CLASSIFIED, AGENT));
  }

  private void assign(Ticket ticket, Call call, Call.Leg leg) {
    if (isInHand(ticket, call)) {
      ticket.answered = true;
      ticket.assignee = leg.agent().ref;
      ticket.status = TicketStatus.IN_PROGRESS;
      world.pen.write(ticket, ASSIGNED, AGENT);
    }
  }

  private void link(Ticket ticket, Call call) {
    if (ticket.open() && ticket.branch == call.branch) {
      call.ticket = ticket;
      world.pen.write(ticket, CALL_LINKED, AGENT, event -> event.setContactId(call.id));
    }
  }

  /** The talk is over: what it was about is solved, or goes on. */
  void finish(Call call) {
    Ticket ticket = call.ticket;
    if (ticket == null || !isInHand(ticket, call)) {
      return;
    }
    if (dice.chance(ticket.request.solvedAtOnceShare())) {
      script.closing.resolve(ticket, AGENT, ResolutionMode.PHONE_GUIDANCE);
    } else {
      script.casework.next(ticket);
    }
  }

  /** The caller hung up while passed on; somebody else will look after the ticket. */
  void leaveToOthers(Call call) {
    Ticket ticket = call.ticket;
    if (ticket != null && isInHand(ticket, call)) {
      script.casework.next(ticket);
    }
  }

  /** Whether the ticket was opened in this call and is as it was then. */
  private static boolean isInHand(Ticket ticket, Call call) {
    return call.about == null && ticket.turn == call.ticketTurn;
  }
}
