package io.aftercare.launcher.simulate;

import static io.aftercare.contract.ActorType.AGENT;
import static io.aftercare.contract.ActorType.CUSTOMER;
import static io.aftercare.contract.ActorType.SYSTEM;
import static io.aftercare.contract.TicketEventType.CANCELLED;
import static io.aftercare.contract.TicketEventType.CLOSED;
import static io.aftercare.contract.TicketEventType.CUSTOMER_MESSAGE;
import static io.aftercare.contract.TicketEventType.MARKED_SPAM;
import static io.aftercare.contract.TicketEventType.MERGED;
import static io.aftercare.contract.TicketEventType.REOPENED;
import static io.aftercare.contract.TicketEventType.RESOLVED;

import io.aftercare.contract.ActorType;
import io.aftercare.contract.ResolutionMode;
import io.aftercare.contract.TicketStatus;

/** How tickets end: resolved and closed, sometimes reopened in between; or cancelled. */
final class Closing {
  private static final double REOPEN_SHARE = 0.05;
  private static final double CONFIRM_SHARE = 0.25;

  private final World world;
  private final Script script;
  private final Dice dice;
  private final Aftermath aftermath;

  Closing(World world, Script script) {
    this.world = world;
    this.script = script;
    this.dice = world.dice;
    this.aftermath = new Aftermath(world);
  }

  void resolve(Ticket ticket, ActorType by, ResolutionMode mode) {
    world.nextTurn(ticket, TicketStatus.RESOLVED);
    world.pen.write(ticket, RESOLVED, by, event -> event.setResolutionMode(mode));
    long untilClosed =
        dice.chance(CONFIRM_SHARE)
            ? dice.between(10 * World.MINUTE, 12 * World.HOUR)
            : dice.between(24 * World.HOUR, 60 * World.HOUR);
    if (!ticket.reopened && dice.chance(REOPEN_SHARE)) {
      long unhappyAfter = (long) (untilClosed * (0.1 + 0.8 * dice.unit()));
      world.later(ticket, unhappyAfter, () -> reopen(ticket));
    }
    aftermath.plan(ticket, mode);
    world.later(ticket, untilClosed, () -> close(ticket));
  }

  private void reopen(Ticket ticket) {
    ticket.reopened = true;
    ticket.followedUp = false;
    world.pen.write(ticket, CUSTOMER_MESSAGE, CUSTOMER, event -> event.setSentiment(-0.5));
    world.nextTurn(ticket, TicketStatus.OPEN);
    world.pen.write(ticket, REOPENED, CUSTOMER);
    script.casework.round(ticket);
  }

  private void close(Ticket ticket) {
    ticket.status = TicketStatus.CLOSED;
    world.pen.write(ticket, CLOSED, SYSTEM);
  }

  void cancel(Ticket ticket) {
    world.nextTurn(ticket, TicketStatus.CANCELLED);
    world.pen.write(ticket, CANCELLED, CUSTOMER);
  }

  void markSpam(Ticket ticket) {
    world.nextTurn(ticket, TicketStatus.CANCELLED);
    world.pen.write(ticket, MARKED_SPAM, AGENT);
  }

  void merge(Ticket child, Ticket survivor) {
    world.nextTurn(child, TicketStatus.CANCELLED);
    world.pen.write(child, MERGED, AGENT, event -> event.setRelatedTicketId(survivor.id));
  }
}
