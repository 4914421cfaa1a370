package io.aftercare.launcher.simulate;

import static io.aftercare.contract.ActorType.AGENT;
import static io.aftercare.contract.ActorType.CUSTOMER;
import static io.aftercare.contract.TicketEventType.CUSTOMER_MESSAGE;
import static io.aftercare.contract.TicketEventType.INTERNAL_NOTE;
import static io.aftercare.contract.TicketEventType.PRIORITY_CHANGED;
import static io.aftercare.contract.TicketEventType.TRANSFERRED;

import io.aftercare.contract.Priority;
import io.aftercare.contract.TicketStatus;

/** Turns that a case may take between two rounds of work. */
final class Turns {
  private static final double TRANSFER_SHARE = 0.07;
  private static final double PRIORITY_SHARE = 0.12;
  private static final double NOTE_SHARE = 0.25;
  private static final double CHASER_SHARE = 0.12;

  /** Of the customers who ask again, these call. */
  private static final double CALLING_SHARE = 0.35;

  private final World world;
  private final Script script;
  private final Dice dice;

  Turns(World world, Script script) {
    this.world = world;
    this.script = script;
    this.dice = world.dice;
  }

  void maybe(Ticket ticket) {
    if (!ticket.moved && dice.chance(TRANSFER_SHARE)) {
      transfer(ticket);
    } else if (dice.chance(PRIORITY_SHARE)) {
      reprioritise(ticket, dice.chance(0.7));
    } else if (dice.chance(NOTE_SHARE)) {
      world.pen.write(ticket, INTERNAL_NOTE, AGENT);
    }
    if (dice.chance(CHASER_SHARE)) {
      long patience = dice.aboutMillis(ticket.targetMillis() / 6, 0.7);
      world.later(ticket, patience, () -> chase(ticket));
    }
  }

  private void transfer(Ticket ticket) {
    Branch to = world.branches.get(dice.below(world.branches.size()));
    if (to == ticket.branch) {
      return;
    }
    ticket.moved = true;
    ticket.branch = to;
    ticket.queue = to.deskQueue;
    ticket.assignee = null;
    ticket.status = TicketStatus.OPEN;
    world.pen.write(ticket, TRANSFERRED, AGENT);
  }

  private void reprioritise(Ticket ticket, boolean up) {
    Priority changed =
        switch (ticket.priority) {
          case P1 -> up ? Priority.P1 : Priority.P2;
          case P2 -> up ? Priority.P1 : Priority.P3;
          case P3 -> up ? Priority.P2 : Priority.P4;
          default -> up ? Priority.P3 : Priority.P4;
        };
    if (changed != ticket.priority) {
      ticket.priority = changed;
      world.pen.write(ticket, PRIORITY_CHANGED, AGENT);
    }
  }

  private void chase(Ticket ticket) {
    if (dice.chance(CALLING_SHARE)) {
      script.switchboard.askAfter(ticket);
    } else {
      world.pen.write(
          ticket, CUSTOMER_MESSAGE, CUSTOMER, event -> event.setSentiment(-dice.unit()));
    }
  }
}
