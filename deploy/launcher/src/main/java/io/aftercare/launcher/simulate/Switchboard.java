package io.aftercare.launcher.simulate;

import static io.aftercare.contract.CallEventType.ABANDONED;
import static io.aftercare.contract.CallEventType.DISCONNECTED;
import static io.aftercare.contract.CallEventType.IVR_ENTERED;
import static io.aftercare.contract.CallEventType.IVR_LEFT;
import static io.aftercare.contract.CallEventType.OFFERED;
import static io.aftercare.contract.CallEventType.QUEUE_CLOSED;
import static io.aftercare.contract.CallEventType.QUEUE_ENTERED;
import static io.aftercare.contract.CallEventType.VOICEMAIL_LEFT;

import org.jspecify.annotations.Nullable;

/**
 * How calls come in: offered, led through the IVR, put into a queue. Some hang up in the IVR, and
 * some insist on a queue that is closed at night.
 */
final class Switchboard {
  private static final double LEFT_IN_IVR_SHARE = 0.03;
  private static final double WRONG_CHOICE_SHARE = 0.06;
  private static final double INSISTING_SHARE = 0.15;
  private static final double VOICEMAIL_SHARE = 0.6;

  private final World world;
  private final Script script;
  private final Dice dice;
  private long offered;

  Switchboard(World world, Script script) {
    this.world = world;
    this.script = script;
    this.dice = world.callDice;
  }

  /** Somebody calls about something new. */
  void arrive(Branch branch, Customer customer, Catalogue.Request request) {
    offer(branch, customer, request, null, 0);
  }

  /** A customer who wrote before calls those who have the ticket now. */
  void askAfter(Ticket ticket) {
    offer(ticket.branch, ticket.customer, ticket.request, ticket, 0);
  }

  /** The same caller dials again. */
  void arriveAgain(Call before) {
    offer(before.branch, before.customer, before.request, before.about, before.attempts + 1);
  }

  private void offer(
      Branch branch,
      Customer customer,
      Catalogue.Request request,
      @Nullable Ticket about,
      int attempts) {
    String id = "k-" + (1_000_000 + offered++);
    Call call = new Call(id, branch, customer, request, about, attempts);
    world.callPen.write(call, OFFERED);
    world.later(call, dice.between(200, 900), () -> world.callPen.write(call, IVR_ENTERED));
    long menu = dice.between(8 * World.SECOND, 40 * World.SECOND);
    if (dice.chance(LEFT_IN_IVR_SHARE)) {
      world.later(call, dice.between(World.SECOND, menu), () -> hangUp(call));
    } else {
      world.later(call, menu, () -> leaveIvr(call));
    }
  }

  private void hangUp(Call call) {
    if (dice.chance(0.5)) {
      world.callPen.write(call, ABANDONED);
    }
    world.callPen.write(call, DISCONNECTED);
  }

  private void leaveIvr(Call call) {
    world.callPen.write(call, IVR_LEFT);
    String wish = call.branch.queueFor(call.request.service(), dice.chance(WRONG_CHOICE_SHARE));
    if (call.branch.isOpen(wish)) {
      script.hold.enter(call, wish);
    } else if (dice.chance(INSISTING_SHARE)) {
      meetClosedQueue(call, wish);
    } else {
      script.hold.enter(call, call.branch.serviceQueue);
    }
  }

  private void meetClosedQueue(Call call, String queue) {
    call.queue = queue;
    call.segment = 1;
    world.callPen.writeInQueue(call, QUEUE_ENTERED);
    boolean message = dice.chance(VOICEMAIL_SHARE);
    long listening =
        message
            ? dice.between(15 * World.SECOND, 60 * World.SECOND)
            : dice.between(4 * World.SECOND, 12 * World.SECOND);
    world.later(
        call,
        listening,
        () -> {
          world.callPen.writeInQueue(call, message ? VOICEMAIL_LEFT : QUEUE_CLOSED);
          world.callPen.write(call, DISCONNECTED);
        });
  }
}
