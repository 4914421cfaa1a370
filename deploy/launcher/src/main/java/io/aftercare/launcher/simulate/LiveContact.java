package io.aftercare.launcher.simulate;

import static io.aftercare.contract.ActorType.AGENT;
import static io.aftercare.contract.ActorType.BOT;
import static io.aftercare.contract.TicketEventType.AGENT_REPLY;
import static io.aftercare.contract.TicketEventType.ASSIGNED;
import static io.aftercare.contract.TicketEventType.AUTO_REPLY;
import static io.aftercare.contract.TicketEventType.CLASSIFIED;

import io.aftercare.contract.Channel;
import io.aftercare.contract.ResolutionMode;
import io.aftercare.contract.TicketStatus;

/**
 * A customer on the line: waits for a free agent, hangs up when patience ends (Erlang A:
 * exponential patience, Palm 1957), talks, and is helped or goes on to casework.
 */
final class LiveContact {
  private static final double MEAN_PATIENCE_SECONDS = 300;
  private static final long SHORTEST_TALK = 100 * World.SECOND;
  private static final long WRAP_UP = 50 * World.SECOND;

  private final World world;
  private final Script script;
  private final Dice dice;

  LiveContact(World world, Script script) {
    this.world = world;
    this.script = script;
    this.dice = world.dice;
  }

  void ring(Ticket ticket) {
    if (ticket.request.channel() != Channel.VOICE) {
      long typing = dice.between(World.SECOND, 4 * World.SECOND);
      world.later(ticket, typing, () -> world.pen.write(ticket, AUTO_REPLY, BOT));
    } else {
      long patience = (long) ((10 + dice.exponential(MEAN_PATIENCE_SECONDS)) * World.SECOND);
      world.later(ticket, patience, () -> hangUpUnanswered(ticket));
    }
    long talk = Math.max(SHORTEST_TALK, dice.aboutMillis(6 * World.MINUTE, 0.6));
    long due = world.agenda.now() - urgency(ticket);
    ticket.branch.live.take(
        ticket, due, talk + WRAP_UP, agent -> answer(ticket, agent, talk), () -> {});
  }

  /** Urgent callers are put some minutes ahead. */
  private static long urgency(Ticket ticket) {
    return switch (ticket.priority) {
      case P1 -> 5 * World.MINUTE;
      case P2 -> World.MINUTE;
      default -> 0;
    };
  }

  private void hangUpUnanswered(Ticket ticket) {
    if (!ticket.answered) {
      script.closing.cancel(ticket);
    }
  }

  private void answer(Ticket ticket, String agent, long talk) {
    ticket.answered = true;
    ticket.assignee = agent;
    ticket.status = TicketStatus.IN_PROGRESS;
    world.pen.write(ticket, ASSIGNED, AGENT);
    world.pen.write(ticket, AGENT_REPLY, AGENT);
    world.later(
        ticket,
        dice.between(15 * World.SECOND, 90 * World.SECOND),
        () -> world.pen.write(ticket, CLASSIFIED, AGENT));
    world.later(ticket, talk, () -> endOfTalk(ticket));
  }

  private void endOfTalk(Ticket ticket) {
    if (dice.chance(helpedAtOnce(ticket))) {
      boolean byVoice = ticket.request.channel() == Channel.VOICE;
      script.closing.resolve(
          ticket, AGENT, byVoice ? ResolutionMode.PHONE_GUIDANCE : ResolutionMode.REMOTE);
    } else {
      script.casework.next(ticket);
    }
  }

  private static double helpedAtOnce(Ticket ticket) {
    return switch (ticket.request.service()) {
      case INQUIRY -> 0.85;
      case CONSULTATION -> 0.80;
      case RETURN -> 0.60;
      case REPAIR -> 0.40;
      case COMPLAINT -> 0.30;
      case INSTALLATION, MAINTENANCE -> 0.15;
      default -> 0.50;
    };
  }
}
