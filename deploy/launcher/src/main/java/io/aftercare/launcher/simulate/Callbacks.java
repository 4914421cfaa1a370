package io.aftercare.launcher.simulate;

import static io.aftercare.contract.AgentState.RINGING;
import static io.aftercare.contract.CallEventType.CALLBACK_REQUESTED;
import static io.aftercare.contract.CallEventType.CALLBACK_STARTED;
import static io.aftercare.contract.CallEventType.DISCONNECTED;

import java.time.Instant;

/**
 * Calls that were promised: whoever asked for one hangs up and is called when an agent has time,
 * after some minutes like any other caller; once more if nobody answers.
 */
final class Callbacks {
  private static final double DUE_STATED_SHARE = 0.6;
  private static final double REACHED_SHARE = 0.85;
  private static final int MOST_ATTEMPTS = 2;
  private static final long QUARTER = 15 * World.MINUTE;

  /** After so long nobody calls back any more. */
  private static final long FORGOTTEN = 12 * World.HOUR;

  private final World world;
  private final Script script;
  private final Dice dice;

  Callbacks(World world, Script script) {
    this.world = world;
    this.script = script;
    this.dice = world.callDice;
  }

  void request(Call call) {
    long asked = world.agenda.now();
    world.callPen.writeInQueue(
        call,
        CALLBACK_REQUESTED,
        event -> {
          if (dice.chance(DUE_STATED_SHARE)) {
            long due = (asked / QUARTER + 3) * QUARTER;
            event.setCallbackDueAt(Instant.ofEpochMilli(due));
          }
        });
    world.later(
        call,
        dice.between(World.SECOND, 4 * World.SECOND),
        () -> {
          world.callPen.write(call, DISCONNECTED);
          queue(call, 1, dice.between(4 * World.MINUTE, 15 * World.MINUTE));
        });
  }

  private void queue(Call call, int attempt, long delay) {
    int turn = call.turn;
    Floor.Place place =
        call.branch.floor.enter(
            world.agenda.now() + delay,
            () -> call.turn == turn,
            agent -> dial(call, call.callbackLeg(agent), attempt));
    world.later(
        call,
        FORGOTTEN,
        () -> {
          call.turn++;
          call.branch.floor.leave(place);
        });
  }

  private void dial(Call call, Call.Leg leg, int attempt) {
    call.turn++;
    world.callPen.write(call, leg, CALLBACK_STARTED);
    call.branch.floor.say(leg.agent(), RINGING, call.id);
    long ringing = dice.between(5 * World.SECOND, 25 * World.SECOND);
    if (dice.chance(REACHED_SHARE)) {
      world.later(call, ringing, () -> script.conversation.answer(call, leg));
    } else {
      world.later(call, ringing, () -> giveUp(call, leg, attempt));
    }
  }

  private void giveUp(Call call, Call.Leg leg, int attempt) {
    world.callPen.write(call, leg, DISCONNECTED);
    call.branch.floor.release(leg.agent());
    if (attempt < MOST_ATTEMPTS) {
      long pause = dice.between(15 * World.MINUTE, 40 * World.MINUTE);
      world.later(call, pause, () -> queue(call, attempt + 1, 0));
    }
  }
}
