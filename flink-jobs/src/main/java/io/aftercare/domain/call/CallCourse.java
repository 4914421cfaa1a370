package io.aftercare.domain.call;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The course that a contact takes: what an event means for its waits, legs and callbacks stands
 * here and nowhere else.
 */
final class CallCourse {
  private final Rulebook rules;
  private final CallLimits limits;
  private final Channel channel;
  private final List<Segment> segments = new ArrayList<>();
  private final Legs legs = new Legs();
  private final Callbacks callbacks;
  private @Nullable String region;
  private @Nullable String nextQueue;
  private @Nullable String ticketId;
  private @Nullable String customerRef;
  private @Nullable String firstRegion;
  private @Nullable String firstQueue;
  private long endedAt = CallEvent.NEVER;

  CallCourse(Rulebook rules, CallLimits limits, Channel channel) {
    this.rules = rules;
    this.limits = limits;
    this.channel = channel;
    this.callbacks = new Callbacks(rules, channel);
  }

  /** Goes on with an event that takes effect at {@code at}. */
  void apply(CallEvent event, long at) {
    callbacks.advance(at);
    learn(event);
    switch (event.type()) {
      case QUEUE_ENTERED -> enter(event, at);
      case ANSWERED -> answer(event, at);
      case HELD -> legs.hold(event, at);
      case RETRIEVED -> legs.retrieve(event, at);
      case TRANSFERRED -> passOn(event, at);
      case OVERFLOWED -> overflow(event, at);
      case ABANDONED -> hangUp(event, at);
      case VOICEMAIL_LEFT -> turnAway(event, Outcome.VOICEMAIL, at);
      case QUEUE_CLOSED -> turnAway(event, Outcome.CLOSED, at);
      case FAILED -> turnAway(event, Outcome.FAILED, at);
      case CALLBACK_REQUESTED -> promise(event, at);
      case CALLBACK_STARTED -> callbacks.start(at);
      case AGENT_LEFT -> leave(event, at);
      case WRAP_UP_ENDED -> wrapUp(event, at);
      case DISCONNECTED -> disconnect(at);
      case UNKNOWN, OFFERED, IVR_ENTERED, IVR_LEFT, RINGING, CORRECTED -> {}
    }
    legs.state(event);
  }

  private void learn(CallEvent event) {
    region = event.region() != null ? event.region() : region;
    ticketId = event.ticketId() != null ? event.ticketId() : ticketId;
    customerRef = customerRef != null ? customerRef : event.customerRef();
    firstRegion = firstRegion != null ? firstRegion : event.region();
    firstQueue = firstQueue != null ? firstQueue : event.queue();
  }

  private void enter(CallEvent event, long at) {
    if (find(event.segment()) == null) {
      open(event, at);
    }
  }

  /** Whoever comes to another queue has left the one before, and the agent there. */
  private void moveOn(long at) {
    Segment waits = waiting();
    if (waits != null) {
      exit(waits, Outcome.TRANSFERRED, at);
    }
    legs.leaveAll(at, true);
    callbacks.giveUp("called_again", at);
  }

  private Segment open(CallEvent event, long at) {
    moveOn(at);
    int number = event.segment() > 0 ? event.segment() : highest() + 1;
    String queue = event.queue() != null ? event.queue() : nextQueue;
    Segment opened =
        new Segment(
            number,
            region,
            queue,
            at,
            CallEvent.NEVER,
            Outcome.WAITING,
            QueueTerms.of(rules, region, queue, channel, at),
            false);
    segments.add(opened);
    nextQueue = null;
    endedAt = CallEvent.NEVER;
    return opened;
  }

  private void answer(CallEvent event, long at) {
    Segment concerned = concerned(event);
    if (concerned != null && concerned.waiting()) {
      answer(concerned, event, at);
    } else if (waiting() != null) {
      if (concerned == null) {
        answer(open(event, at), event, at); // another queue was entered, and not told of
      }
    } else if (called()) {
      callBack(event, at);
    } else if (concerned == null || (event.segment() == 0 && passedOn(concerned))) {
      answer(open(event, at), event, at); // connected at once, or the queue was not told of
    } else if (concerned.outcome().answered()) {
      takeOver(concerned, event, at);
    }
  }

  private void answer(Segment waits, CallEvent event, long at) {
    exit(waits, waits.terms().answered(at - waits.enteredAt()), at);
    endedAt = CallEvent.NEVER;
    legs.begin(waits, event.agentRef(), at);
  }

  /**
   * Whether an agent who answers now speaks with a customer who was promised a call: it was
   * started, or it is awaited and the customer is not on the line.
   */
  private boolean called() {
    Callback promised = callbacks.newest();
    return promised != null
        && (promised.startedAt() != CallEvent.NEVER
            || (promised.waiting() && endedAt != CallEvent.NEVER));
  }

  private void callBack(CallEvent event, long at) {
    if (legs.anotherTalks(event.agentRef())) {
      legs.takeOver(event.agentRef(), at);
    } else if (!legs.anyTalking()) {
      callbacks.start(at);
      endedAt = CallEvent.NEVER;
      legs.begin(Objects.requireNonNull(callbacks.newest()), event.segment(), event.agentRef(), at);
    }
  }

  /** Another agent takes over without a queue between. */
  private void takeOver(Segment answered, CallEvent event, long at) {
    if (!legs.anyTalking() || legs.anotherTalks(event.agentRef())) {
      legs.leaveAll(at, true);
      endedAt = CallEvent.NEVER;
      legs.begin(answered, event.agentRef(), at);
    }
  }

  private static boolean passedOn(Segment segment) {
    return segment.outcome() == Outcome.TRANSFERRED || segment.outcome() == Outcome.OVERFLOWED;
  }

  private void passOn(CallEvent event, long at) {
    Segment concerned = concerned(event);
    if (concerned != null && concerned.waiting()) {
      exit(concerned, Outcome.TRANSFERRED, at);
    } else {
      legs.leave(event, at, true);
    }
    goesTo(event, concerned);
  }

  private void overflow(CallEvent event, long at) {
    Segment concerned = concerned(event);
    if (concerned != null && concerned.waiting()) {
      exit(concerned, Outcome.OVERFLOWED, at);
    }
    goesTo(event, concerned);
  }

  /** The queue that the caller goes to, where the event names another than the one left. */
  private void goesTo(CallEvent event, @Nullable Segment left) {
    boolean another = left == null || !Objects.equals(event.queue(), left.queue());
    nextQueue = event.queue() != null && another ? event.queue() : nextQueue;
  }

  private void hangUp(CallEvent event, long at) {
    Segment concerned = concerned(event);
    if (concerned != null && concerned.waiting()) {
      exit(concerned, concerned.terms().abandoned(at - concerned.enteredAt()), at);
    }
    endIfAlone(at);
  }

  private void turnAway(CallEvent event, Outcome how, long at) {
    Segment concerned = concerned(event);
    if (concerned != null && concerned.waiting()) {
      exit(concerned, how, at);
    }
    endIfAlone(at);
  }

  private void promise(CallEvent event, long at) {
    Segment concerned = concerned(event);
    if (concerned != null && concerned.waiting()) {
      exit(concerned, Outcome.CALLBACK, at);
      end(at);
    }
    String queue = event.queue() != null || concerned == null ? event.queue() : concerned.queue();
    callbacks.request(region, queue, event.callbackDueAt(), at);
  }

  private void leave(CallEvent event, long at) {
    legs.leave(event, at, false);
    endIfAlone(at);
  }

  private void wrapUp(CallEvent event, long at) {
    boolean talked = legs.anyTalking();
    legs.wrapUp(event, at);
    if (talked) {
      endIfAlone(at);
    }
  }

  private void disconnect(long at) {
    Segment waits = waiting();
    if (waits != null) {
      exit(waits, waits.terms().abandoned(at - waits.enteredAt()), at);
    }
    legs.leaveAll(at, false);
    end(at);
  }

  /** The contact is over if nobody waits and nobody talks. */
  private void endIfAlone(long at) {
    if (waiting() == null && !legs.anyTalking()) {
      end(at);
    }
  }

  private void end(long at) {
    endedAt = Math.min(endedAt, at);
  }

  private void exit(Segment was, Outcome how, long at) {
    replace(was, how, at, false);
  }

  private void replace(Segment was, Outcome how, long at, boolean timedOut) {
    segments.set(
        segments.indexOf(was),
        new Segment(
            was.number(),
            was.region(),
            was.queue(),
            was.enteredAt(),
            at,
            how,
            was.terms(),
            timedOut));
  }

  /** The segment that an event is about: the one it names, else the newest. */
  private @Nullable Segment concerned(CallEvent event) {
    if (event.segment() > 0) {
      return find(event.segment());
    }
    return segments.isEmpty() ? null : segments.get(segments.size() - 1);
  }

  private @Nullable Segment find(int number) {
    for (Segment segment : segments) {
      if (segment.number() == number) {
        return segment;
      }
    }
    return null;
  }

  /** The one that the caller is in; there is one at most. */
  private @Nullable Segment waiting() {
    for (Segment segment : segments) {
      if (segment.waiting()) {
        return segment;
      }
    }
    return null;
  }

  private int highest() {
    int highest = 0;
    for (Segment segment : segments) {
      highest = Math.max(highest, segment.number());
    }
    return highest;
  }

  /** The contact when time has reached {@code reached}. */
  Contact contact(CallEvent first, long reached) {
    callbacks.advance(reached == Long.MAX_VALUE ? reached : reached + 1);
    Segment waits = waiting();
    if (waits != null && waits.enteredAt() + limits.waitMillis() <= reached) {
      long limit = waits.enteredAt() + limits.waitMillis();
      replace(waits, Outcome.FAILED, limit, true);
      end(limit);
    }
    List<Leg> told = legs.legs(limits, reached);
    told.stream().filter(Leg::timedOut).forEach(leg -> end(leg.leftAt()));
    return new Contact(
        first.contactId(),
        channel,
        ticketId,
        customerRef,
        firstRegion,
        firstQueue,
        first.occurredAt(),
        first.type() != CallEventType.OFFERED,
        endedAt,
        segments,
        told,
        callbacks.all(),
        callbacks.clocks());
  }
}
