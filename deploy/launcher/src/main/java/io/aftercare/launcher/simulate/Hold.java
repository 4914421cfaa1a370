package io.aftercare.launcher.simulate;

import static io.aftercare.contract.AgentState.RINGING;
import static io.aftercare.contract.CallEventType.ABANDONED;
import static io.aftercare.contract.CallEventType.DISCONNECTED;
import static io.aftercare.contract.CallEventType.FAILED;
import static io.aftercare.contract.CallEventType.OVERFLOWED;
import static io.aftercare.contract.CallEventType.QUEUE_ENTERED;

import io.aftercare.contract.CallEventType;

/**
 * A caller in a queue: waits for a free agent, and hangs up when patience ends (Erlang A:
 * exponential patience, Palm 1957), perhaps to dial again at once. Some change their mind within
 * seconds; who waits long is passed to the other queue, or asks to be called back.
 */
final class Hold {
  private static final double MEAN_PATIENCE_SECONDS = 300;
  private static final double CHANGED_MIND_SHARE = 0.012;
  private static final double CALLBACK_SHARE = 0.25;
  private static final double OVERFLOW_SHARE = 0.35;
  private static final double FAILED_SHARE = 0.0015;
  private static final double REDIAL_SHARE = 0.3;
  private static final int MOST_REDIALS = 2;

  /** Share of the callers who hang up of whom the switch never says so. */
  private static final double LOST_SHARE = 0.002;

  private final World world;
  private final Script script;
  private final Dice dice;

  Hold(World world, Script script) {
    this.world = world;
    this.script = script;
    this.dice = world.callDice;
  }

  /** From the IVR; urgent callers are put some minutes ahead. */
  void enter(Call call, String queue) {
    call.queue = queue;
    call.segment++;
    world.callPen.writeInQueue(call, QUEUE_ENTERED);
    line(call, call.branch.headStart(call.request.priority()));
  }

  /** From another queue, left at this very instant; whoever has waited before is put ahead. */
  void enterNext(Call call, String queue, long aheadMillis) {
    call.queue = queue;
    call.segment++;
    call.passedOn = true;
    world.callPen.writeInSameInstant(call, QUEUE_ENTERED);
    line(call, aheadMillis);
  }

  private void line(Call call, long aheadMillis) {
    call.turn++;
    world.later(call, patience(), () -> abandon(call));
    if (dice.chance(FAILED_SHARE)) {
      world.later(call, dice.between(World.SECOND, 20 * World.SECOND), () -> end(call, FAILED));
    }
    if (dice.chance(CALLBACK_SHARE)) {
      long announced = dice.between(45 * World.SECOND, 75 * World.SECOND);
      world.later(call, announced, () -> unlessRinging(call, () -> askForCallback(call)));
    } else if (!call.passedOn && call.branch.hasTwoQueues() && dice.chance(OVERFLOW_SHARE)) {
      long ahead = aheadMillis + 90 * World.SECOND;
      world.later(call, 90 * World.SECOND, () -> unlessRinging(call, () -> overflow(call, ahead)));
    }
    int turn = call.turn;
    call.place =
        call.branch.floor.enter(
            world.agenda.now() - aheadMillis, () -> call.turn == turn, agent -> ring(call, agent));
  }

  private long patience() {
    return dice.chance(CHANGED_MIND_SHARE)
        ? dice.between(World.SECOND / 2, 7 * World.SECOND)
        : (long) ((10 + dice.exponential(MEAN_PATIENCE_SECONDS)) * World.SECOND);
  }

  private void ring(Call call, Agent agent) {
    Call.Leg leg = call.leg(agent);
    call.ringing = agent;
    call.branch.floor.say(agent, RINGING, call.id);
    world.callPen.write(call, leg, CallEventType.RINGING);
    world.later(
        call,
        dice.between(World.SECOND, 5 * World.SECOND),
        () -> {
          call.ringing = null;
          script.conversation.answer(call, leg);
        });
  }

  private static void unlessRinging(Call call, Runnable happening) {
    if (call.ringing == null) {
      happening.run();
    }
  }

  private void overflow(Call call, long aheadMillis) {
    String from = call.queue;
    String to = call.branch.otherQueue(from);
    if (call.branch.isOpen(to)) {
      leave(call);
      world.callPen.writeInQueue(call, OVERFLOWED, event -> CallPen.putPassage(event, from, to));
      enterNext(call, to, aheadMillis);
    }
  }

  private void askForCallback(Call call) {
    leave(call);
    script.callbacks.request(call);
  }

  private void abandon(Call call) {
    call.lost = dice.chance(LOST_SHARE);
    end(call, ABANDONED);
    if (call.ticket != null) {
      script.phoneDesk.leaveToOthers(call);
    } else if (call.attempts < MOST_REDIALS && dice.chance(REDIAL_SHARE)) {
      long pause = dice.between(4 * World.SECOND, 80 * World.SECOND);
      world.agenda.after(pause, () -> script.switchboard.arriveAgain(call));
    }
  }

  private void end(Call call, CallEventType how) {
    leave(call);
    world.callPen.writeInQueue(call, how);
    world.later(call, dice.between(20, 400), () -> world.callPen.write(call, DISCONNECTED));
  }

  private void leave(Call call) {
    call.turn++;
    Floor.Place place = call.place;
    Agent ringing = call.ringing;
    if (place != null) {
      call.branch.floor.leave(place);
    }
    if (ringing != null) {
      call.ringing = null;
      call.branch.floor.release(ringing);
    }
  }
}
