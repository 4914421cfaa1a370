package io.aftercare.launcher.simulate;

import static io.aftercare.contract.AgentState.AVAILABLE;
import static io.aftercare.contract.AgentState.AWAY;
import static io.aftercare.contract.AgentState.SIGNED_OUT;

import io.aftercare.contract.AgentState;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a region's agents take calls and chats: who waits with the earliest due time goes to
 * whoever has been idle longest. Waits come out of it, none is drawn. Who signs out finishes what
 * was begun.
 */
final class Floor {
  private static final double BREAK_SHARE = 0.05;
  private static final long BREAK = 8 * World.MINUTE;

  /** A place in the line; {@code taken} happens once, with the agent, if it is still wanted. */
  record Place(long dueMillis, long order, BooleanSupplier wanted, Consumer<Agent> taken)
      implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byDue = Long.compare(dueMillis, other.dueMillis);
      return byDue != 0 ? byDue : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Place> waiting = new PriorityQueue<>();
  private final ArrayDeque<Agent> idle = new ArrayDeque<>();
  private final Agenda agenda;
  private final Roster roster;
  private final AgentPen pen;
  private final Dice dice;
  private final long leaveMillis;
  private long entered;

  Floor(Agenda agenda, Roster roster, AgentPen pen, Dice dice, long leaveMillis) {
    this.agenda = agenda;
    this.roster = roster;
    this.pen = pen;
    this.dice = dice;
    this.leaveMillis = leaveMillis;
    if (leaveMillis != Crew.NEVER) {
      agenda.at(leaveMillis, this::changeHands);
    }
    changeHour();
  }

  Place enter(long dueMillis, BooleanSupplier wanted, Consumer<Agent> taken) {
    Place place = new Place(dueMillis, entered++, wanted, taken);
    waiting.add(place);
    serve();
    return place;
  }

  /** Gives the place up; of no effect if it was taken. */
  void leave(Place place) {
    waiting.remove(place);
  }

  void say(Agent agent, AgentState state, @Nullable String contactId) {
    pen.write(agent, state, contactId);
  }

  /** The agent has finished: the next one, now and then a break, or home. */
  void release(Agent agent) {
    if (agent.onDuty && waiting.isEmpty() && dice.chance(BREAK_SHARE)) {
      say(agent, AWAY, null);
      agenda.after(dice.aboutMillis(BREAK, 0.4), () -> stay(agent));
    } else {
      stay(agent);
    }
  }

  private void stay(Agent agent) {
    if (agent.onDuty) {
      idle.add(agent);
      serve();
    }
    if (agent.onDuty ? idle.contains(agent) : agent.state != SIGNED_OUT) {
      say(agent, agent.onDuty ? AVAILABLE : SIGNED_OUT, null);
    }
  }

  private void changeHour() {
    changeHands();
    agenda.at((agenda.now() / LocalClock.HOUR + 1) * LocalClock.HOUR, this::changeHour);
  }

  private void changeHands() {
    if (agenda.now() < leaveMillis) {
      roster.call(agenda.now());
    } else {
      roster.dismiss();
    }
    for (Agent agent : roster.people()) {
      if (agent.onDuty ? agent.state == SIGNED_OUT : idle.remove(agent)) {
        stay(agent);
      }
    }
  }

  private void serve() {
    while (agenda.now() < leaveMillis && !idle.isEmpty() && !waiting.isEmpty()) {
      Place next = waiting.remove();
      if (next.wanted().getAsBoolean()) {
        next.taken().accept(idle.remove());
      }
    }
  }
}
