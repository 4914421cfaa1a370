package io.aftercare.domain.call;

import org.jspecify.annotations.Nullable;

/** A leg under the pen. */
final class LegPen {
  private final int segment;
  private final int named;
  private final @Nullable String region;
  private final @Nullable String queue;
  private final @Nullable String agent;
  private final long answeredAt;
  private long leftAt = CallEvent.NEVER;
  private long wrappedAt = CallEvent.NEVER;
  private long heldSince = CallEvent.NEVER;
  private long held;
  private long statedTalk = CallEvent.NOT_STATED;
  private long statedHold = CallEvent.NOT_STATED;
  private long statedWrapUp = CallEvent.NOT_STATED;
  private boolean transferred;

  /**
   * An agent answers.
   *
   * @param named the number by which events call it; of a callback what the source says
   */
  LegPen(
      int segment,
      int named,
      @Nullable String region,
      @Nullable String queue,
      @Nullable String agent,
      long answeredAt) {
    this.segment = segment;
    this.named = named;
    this.region = region;
    this.queue = queue;
    this.agent = agent;
    this.answeredAt = answeredAt;
  }

  boolean isNamed(int number) {
    return named == number;
  }

  /** The same place with another agent. */
  LegPen takenOver(@Nullable String by, long at) {
    return new LegPen(segment, named, region, queue, by, at);
  }

  boolean talking() {
    return leftAt == CallEvent.NEVER;
  }

  boolean isOf(@Nullable String other) {
    return other != null && other.equals(agent);
  }

  /** Whether the agent has left and may still be wrapping up. */
  boolean wrapping() {
    return !talking() && wrappedAt == CallEvent.NEVER;
  }

  void hold(long at) {
    if (talking() && heldSince == CallEvent.NEVER) {
      heldSince = at;
    }
  }

  void retrieve(long at) {
    if (heldSince != CallEvent.NEVER) {
      held += at - heldSince;
      heldSince = CallEvent.NEVER;
    }
  }

  void leave(long at, boolean passesOn) {
    if (talking()) {
      retrieve(at);
      leftAt = at;
      transferred = passesOn;
    }
  }

  /** A wrap-up that ends means that the agent had left, at the latest then. */
  void wrapUp(long at) {
    leave(at, false);
    if (wrappedAt == CallEvent.NEVER) {
      wrappedAt = at;
    }
  }

  /** Takes what the source itself measured. */
  void state(CallEvent event) {
    statedTalk = event.talkMillis() >= 0 ? event.talkMillis() : statedTalk;
    statedHold = event.holdMillis() >= 0 ? event.holdMillis() : statedHold;
    statedWrapUp = event.wrapUpMillis() >= 0 ? event.wrapUpMillis() : statedWrapUp;
  }

  /** The leg when time has reached {@code reached}. */
  Leg leg(CallLimits limits, long reached) {
    boolean timedOut = talking() && answeredAt + limits.talkMillis() <= reached;
    long left = timedOut ? answeredAt + limits.talkMillis() : leftAt;
    long hold = statedHold >= 0 ? statedHold : held;
    long rest = talking() ? 0 : Math.max(0, leftAt - answeredAt - hold);
    return new Leg(
        segment,
        region,
        queue,
        answeredAt,
        left,
        statedTalk >= 0 ? statedTalk : rest,
        hold,
        wrapUpMillis(),
        settledAt(limits, reached),
        transferred,
        timedOut);
  }

  private long wrapUpMillis() {
    if (statedWrapUp >= 0) {
      return statedWrapUp;
    }
    return wrappedAt == CallEvent.NEVER ? 0 : wrappedAt - leftAt;
  }

  private long settledAt(CallLimits limits, long reached) {
    if (talking()) {
      return CallEvent.NEVER;
    }
    if (wrappedAt != CallEvent.NEVER) {
      return wrappedAt;
    }
    if (statedWrapUp >= 0) {
      return leftAt;
    }
    long limit = leftAt + limits.wrapUpMillis();
    return limit <= reached ? limit : CallEvent.NEVER;
  }
}
