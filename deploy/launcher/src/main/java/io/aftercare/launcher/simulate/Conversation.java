package io.aftercare.launcher.simulate;

import static io.aftercare.contract.AgentState.ON_CONTACT;
import static io.aftercare.contract.AgentState.ON_HOLD;
import static io.aftercare.contract.AgentState.WRAP_UP;
import static io.aftercare.contract.CallEventType.AGENT_LEFT;
import static io.aftercare.contract.CallEventType.ANSWERED;
import static io.aftercare.contract.CallEventType.DISCONNECTED;
import static io.aftercare.contract.CallEventType.HELD;
import static io.aftercare.contract.CallEventType.RETRIEVED;
import static io.aftercare.contract.CallEventType.TRANSFERRED;
import static io.aftercare.contract.CallEventType.WRAP_UP_ENDED;

import io.aftercare.contract.AgentState;

/**
 * A caller and an agent: they talk, now and then with the caller on hold or passed to the other
 * queue; afterwards the agent writes it up. What it means for a ticket is {@link PhoneDesk}'s.
 */
final class Conversation {
  private static final double TRANSFER_SHARE = 0.05;
  private static final double HOLD_SHARE = 0.2;

  /** Share of the talks of whose end the switch never says anything. */
  private static final double LOST_SHARE = 0.001;

  private static final long LONGEST_WRAP_UP = 5 * World.MINUTE;

  private final World world;
  private final Script script;
  private final Dice dice;

  Conversation(World world, Script script) {
    this.world = world;
    this.script = script;
    this.dice = world.callDice;
  }

  void answer(Call call, Call.Leg leg) {
    call.turn++;
    world.callPen.write(call, leg, ANSWERED);
    say(call, leg, ON_CONTACT);
    long talk = script.phoneDesk.begin(call, leg);
    if (mayPassOn(call, leg) && dice.chance(TRANSFER_SHARE)) {
      long noticed = dice.between(40 * World.SECOND, 90 * World.SECOND);
      world.later(call, noticed, () -> transfer(call, leg));
    } else if (dice.chance(HOLD_SHARE)) {
      talkWithHold(call, leg, talk);
    } else {
      world.later(call, talk, () -> end(call, leg));
    }
  }

  private static boolean mayPassOn(Call call, Call.Leg leg) {
    boolean calledBack = leg.segment() == 0;
    return !calledBack
        && !call.passedOn
        && call.branch.hasTwoQueues()
        && call.branch.isOpen(call.branch.otherQueue(call.queue));
  }

  private void talkWithHold(Call call, Call.Leg leg, long talk) {
    long before = (long) (talk * (0.3 + 0.4 * dice.unit()));
    long held = dice.between(15 * World.SECOND, 100 * World.SECOND);
    world.later(call, before, () -> change(call, leg, true));
    world.later(call, before + held, () -> change(call, leg, false));
    world.later(call, talk + held, () -> end(call, leg));
  }

  private void change(Call call, Call.Leg leg, boolean held) {
    world.callPen.write(call, leg, held ? HELD : RETRIEVED);
    say(call, leg, held ? ON_HOLD : ON_CONTACT);
  }

  private void transfer(Call call, Call.Leg leg) {
    String from = call.queue;
    String to = call.branch.otherQueue(from);
    world.callPen.write(call, leg, TRANSFERRED, event -> CallPen.putPassage(event, from, to));
    script.hold.enterNext(call, to, World.MINUTE);
    wrapUp(call, leg, dice.between(10 * World.SECOND, 30 * World.SECOND));
  }

  private void end(Call call, Call.Leg leg) {
    call.turn++;
    call.lost = dice.chance(LOST_SHARE);
    if (dice.chance(0.5)) {
      world.callPen.write(call, DISCONNECTED);
      world.later(call, dice.between(200, 1500), () -> world.callPen.write(call, leg, AGENT_LEFT));
    } else {
      world.callPen.write(call, leg, AGENT_LEFT);
      world.later(call, dice.between(20, 500), () -> world.callPen.write(call, DISCONNECTED));
    }
    script.phoneDesk.finish(call);
    wrapUp(call, leg, Math.min(LONGEST_WRAP_UP, dice.aboutMillis(42 * World.SECOND, 0.6)));
  }

  private void wrapUp(Call call, Call.Leg leg, long millis) {
    say(call, leg, WRAP_UP);
    world.agenda.after(
        Math.max(3 * World.SECOND, millis),
        () -> {
          world.callPen.write(call, leg, WRAP_UP_ENDED);
          call.branch.floor.release(leg.agent());
        });
  }

  private void say(Call call, Call.Leg leg, AgentState state) {
    call.branch.floor.say(leg.agent(), state, call.id);
  }
}
