package io.aftercare.launcher.simulate;

import static io.aftercare.contract.ActorType.AGENT;
import static io.aftercare.contract.ActorType.BOT;
import static io.aftercare.contract.AgentState.ON_CONTACT;
import static io.aftercare.contract.AgentState.WRAP_UP;
import static io.aftercare.contract.TicketEventType.AGENT_REPLY;
import static io.aftercare.contract.TicketEventType.ASSIGNED;
import static io.aftercare.contract.TicketEventType.AUTO_REPLY;
import static io.aftercare.contract.TicketEventType.CLASSIFIED;

import io.aftercare.contract.ResolutionMode;
import io.aftercare.contract.TicketStatus;

/**
 * A customer in the chat or the app: greeted by the bot, waits for one of the agents who take calls
 * too, and is helped or goes on to casework.
 */
final class LiveContact {
  private static final long SHORTEST_CHAT = 100 * World.SECOND;
  private static final long AFTERWARDS = 50 * World.SECOND;

  private final World world;
  private final Script script;
  private final Dice dice;

  LiveContact(World world, Script script) {
    this.world = world;
    this.script = script;
    this.dice = world.dice;
  }

  void open(Ticket ticket) {
    long typing = dice.between(World.SECOND, 4 * World.SECOND);
    world.later(ticket, typing, () -> world.pen.write(ticket, AUTO_REPLY, BOT));
    long chat = Math.max(SHORTEST_CHAT, dice.aboutMillis(6 * World.MINUTE, 0.6));
    int turn = ticket.turn;
    Floor.Place unused =
        ticket.branch.floor.enter(
            world.agenda.now() - ticket.branch.headStart(ticket.priority),
            () -> ticket.turn == turn,
            agent -> answer(ticket, agent, chat));
  }

  private void answer(Ticket ticket, Agent agent, long chat) {
    Floor floor = ticket.branch.floor;
    floor.say(agent, ON_CONTACT, null);
    ticket.answered = true;
    ticket.assignee = agent.ref;
    ticket.status = TicketStatus.IN_PROGRESS;
    world.pen.write(ticket, ASSIGNED, AGENT);
    world.pen.write(ticket, AGENT_REPLY, AGENT);
    world.later(
        ticket,
        dice.between(15 * World.SECOND, 90 * World.SECOND),
        () -> world.pen.write(ticket, CLASSIFIED, AGENT));
    world.later(ticket, chat, () -> end(ticket));
    world.agenda.after(chat, () -> floor.say(agent, WRAP_UP, null));
    world.agenda.after(chat + AFTERWARDS, () -> floor.release(agent));
  }

  private void end(Ticket ticket) {
    if (dice.chance(ticket.request.solvedAtOnceShare())) {
      script.closing.resolve(ticket, AGENT, ResolutionMode.REMOTE);
    } else {
      script.casework.next(ticket);
    }
  }
}
