package io.aftercare.launcher.simulate;

import static io.aftercare.contract.ActorType.AGENT;
import static io.aftercare.contract.ActorType.CUSTOMER;
import static io.aftercare.contract.ActorType.SYSTEM;
import static io.aftercare.contract.TicketEventType.AGENT_REPLY;
import static io.aftercare.contract.TicketEventType.ASSIGNED;
import static io.aftercare.contract.TicketEventType.CUSTOMER_MESSAGE;
import static io.aftercare.contract.TicketEventType.INTERNAL_NOTE;
import static io.aftercare.contract.TicketEventType.STATUS_CHANGED;

import io.aftercare.contract.Channel;
import io.aftercare.contract.ResolutionMode;
import io.aftercare.contract.TicketStatus;

/**
 * Work at the desk, in rounds: somebody takes the ticket, does something, and then it is solved,
 * asks the customer, waits for parts, moves on or needs another round.
 */
final class Casework {
  private static final double SPAM_SHARE = 0.012;
  private static final double SOLVED_BY_FIRST_REPLY = 0.45;
  private static final double SOLVED_BY_ROUND = 0.72;

  private final World world;
  private final Script script;
  private final Dice dice;
  private final Turns turns;

  Casework(World world, Script script) {
    this.world = world;
    this.script = script;
    this.dice = world.dice;
    this.turns = new Turns(world, script);
  }

  /** A message waits at the desk for its first reader. */
  void firstTouch(Ticket ticket) {
    long due = ticket.createdMillis + firstReplyGoal(ticket);
    long handling = dice.aboutMillis(6 * World.MINUTE, 0.5);
    ticket.branch.desk.take(
        ticket, due, handling, agent -> assign(ticket, agent), () -> firstReply(ticket));
  }

  private static long firstReplyGoal(Ticket ticket) {
    return World.MINUTE
        * switch (ticket.priority) {
          case P1 -> 5;
          case P2 -> 15;
          case P3 -> 30;
          default -> 35;
        };
  }

  private void assign(Ticket ticket, String agent) {
    ticket.assignee = agent;
    ticket.queue = ticket.branch.deskQueue;
    ticket.status = TicketStatus.IN_PROGRESS;
    world.pen.write(ticket, ASSIGNED, SYSTEM);
  }

  private void firstReply(Ticket ticket) {
    Ticket first = ticket.twinOf;
    if (first != null && first.open()) {
      script.closing.merge(ticket, first);
    } else if (ticket.request.channel() != Channel.WALK_IN && dice.chance(SPAM_SHARE)) {
      script.closing.markSpam(ticket);
    } else {
      ticket.answered = true;
      world.pen.write(ticket, AGENT_REPLY, AGENT);
      if (dice.chance(SOLVED_BY_FIRST_REPLY)) {
        script.closing.resolve(ticket, AGENT, ResolutionMode.REMOTE);
      } else {
        next(ticket);
      }
    }
  }

  /** What comes next for a ticket that is not solved yet. */
  void next(Ticket ticket) {
    if (script.fieldVisit.wanted(ticket)) {
      script.fieldVisit.arrange(ticket);
    } else if (ticket.rounds < 2 && dice.chance(0.25)) {
      askCustomer(ticket);
    } else {
      turns.maybe(ticket);
      world.later(ticket, investigation(ticket), () -> round(ticket));
    }
  }

  private long investigation(Ticket ticket) {
    return dice.aboutMillis(ticket.targetMillis() / (ticket.urgent() ? 7 : 4), 0.9);
  }

  /** Queues another round of work. */
  void round(Ticket ticket) {
    ticket.rounds++;
    long now = world.agenda.now();
    long due =
        Math.min(now + ticket.targetMillis() / 8, ticket.createdMillis + ticket.targetMillis() / 2);
    long handling = dice.aboutMillis(9 * World.MINUTE, 0.6);
    ticket.branch.desk.take(
        ticket, due, handling, agent -> assign(ticket, agent), () -> endOfRound(ticket));
  }

  private void endOfRound(Ticket ticket) {
    ticket.answered = true;
    if (dice.chance(SOLVED_BY_ROUND)) {
      world.pen.write(ticket, AGENT_REPLY, AGENT);
      script.closing.resolve(ticket, AGENT, mode(ticket));
      return;
    }
    if (dice.chance(0.5)) {
      world.pen.write(ticket, INTERNAL_NOTE, AGENT);
    } else {
      world.pen.write(ticket, AGENT_REPLY, AGENT);
    }
    next(ticket);
  }

  private ResolutionMode mode(Ticket ticket) {
    return switch (ticket.request.service()) {
      case RETURN -> dice.chance(0.6) ? ResolutionMode.REFUND : ResolutionMode.REPLACEMENT;
      case REPAIR -> dice.chance(0.3) ? ResolutionMode.WORKSHOP : ResolutionMode.REMOTE;
      default -> ResolutionMode.REMOTE;
    };
  }

  private void askCustomer(Ticket ticket) {
    world.pen.write(ticket, AGENT_REPLY, AGENT);
    ticket.status = TicketStatus.WAITING_CUSTOMER;
    world.pen.writeInSameSave(ticket, STATUS_CHANGED, AGENT);
    long thinking = dice.aboutMillis(ticket.targetMillis() / 12, 1.0);
    world.later(ticket, thinking, () -> customerAnswers(ticket));
  }

  private void customerAnswers(Ticket ticket) {
    world.pen.write(
        ticket, CUSTOMER_MESSAGE, CUSTOMER, event -> event.setSentiment(dice.unit() - 0.5));
    ticket.status = TicketStatus.OPEN;
    world.pen.writeInSameSave(ticket, STATUS_CHANGED, SYSTEM);
    round(ticket);
  }
}
