package io.aftercare.domain.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What agents did with a contact, while its events are applied. */
final class Legs {
  private final List<LegPen> all = new ArrayList<>();

  /** An agent answers who waited in this segment. */
  void begin(Segment segment, @Nullable String agent, long at) {
    all.add(
        new LegPen(
            segment.number(), segment.number(), segment.region(), segment.queue(), agent, at));
  }

  /** An agent speaks with who was promised a call; events may call that by a number. */
  void begin(Callback promised, int named, @Nullable String agent, long at) {
    all.add(new LegPen(0, named, promised.region(), promised.queue(), agent, at));
  }

  /** Another agent takes over from whoever is on the line. */
  void takeOver(@Nullable String agent, long at) {
    for (LegPen leg : List.copyOf(all)) {
      if (leg.talking()) {
        leg.leave(at, true);
        all.add(leg.takenOver(agent, at));
      }
    }
  }

  /** Whether an agent is on the line. */
  boolean anyTalking() {
    return all.stream().anyMatch(LegPen::talking);
  }

  /** Whether an agent other than this one is on the line. */
  boolean anotherTalks(@Nullable String agent) {
    return agent != null && all.stream().anyMatch(leg -> leg.talking() && !leg.isOf(agent));
  }

  /** Whoever is on the line leaves it. */
  void leaveAll(long at, boolean passesOn) {
    all.forEach(leg -> leg.leave(at, passesOn));
  }

  void hold(CallEvent event, long at) {
    LegPen leg = of(event);
    if (leg != null) {
      leg.hold(at);
    }
  }

  void retrieve(CallEvent event, long at) {
    LegPen leg = of(event);
    if (leg != null) {
      leg.retrieve(at);
    }
  }

  void leave(CallEvent event, long at, boolean passesOn) {
    LegPen leg = of(event);
    if (leg != null) {
      leg.leave(at, passesOn);
    }
  }

  void wrapUp(CallEvent event, long at) {
    LegPen leg = of(event);
    if (leg != null) {
      leg.wrapUp(at);
      leg.state(event);
    }
  }

  /** Takes what an event states of its leg's spans; a wrap-up does so when it ends. */
  void state(CallEvent event) {
    LegPen leg = event.type() == CallEventType.WRAP_UP_ENDED ? null : of(event);
    if (leg != null) {
      leg.state(event);
    }
  }

  /**
   * The leg that an event is about: of those of its number (or all, if it has none) the agent's
   * own, else any; of these the newest. A wrap-up is that of the newest who still may have one.
   */
  private @Nullable LegPen of(CallEvent event) {
    List<LegPen> likely = all;
    if (event.segment() > 0) {
      likely = likely.stream().filter(leg -> leg.isNamed(event.segment())).toList();
    }
    likely = preferring(leg -> leg.isOf(event.agentRef()), likely);
    if (event.type() == CallEventType.WRAP_UP_ENDED) {
      likely = preferring(LegPen::wrapping, likely);
    }
    return likely.isEmpty() ? null : likely.get(likely.size() - 1);
  }

  private static List<LegPen> preferring(Predicate<LegPen> wanted, List<LegPen> legs) {
    List<LegPen> found = legs.stream().filter(wanted).toList();
    return found.isEmpty() ? legs : found;
  }

  List<Leg> legs(CallLimits limits, long reached) {
    return all.stream().map(leg -> leg.leg(limits, reached)).toList();
  }
}
