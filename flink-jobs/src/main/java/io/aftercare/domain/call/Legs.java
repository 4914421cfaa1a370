package io.aftercare.domain.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What agents did with a contact, while its events are applied. */
final class Legs {
  private final List<LegPen> all = new ArrayList<>();

  void begin(
      int segment,
      @Nullable String region,
      @Nullable String queue,
      @Nullable String agent,
      long at) {
    all.add(new LegPen(segment, region, queue, agent, at));
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
    }
  }

  /** Takes what an event states of its leg's spans. */
  void state(CallEvent event) {
    if (event.talkMillis() >= 0 || event.holdMillis() >= 0 || event.wrapUpMillis() >= 0) {
      LegPen leg = of(event);
      if (leg != null) {
        leg.state(event);
      }
    }
  }

  /**
   * The leg that an event is about: that of its segment, else of its agent, else the newest; a
   * wrap-up without either is that of the newest who left.
   */
  private @Nullable LegPen of(CallEvent event) {
    LegPen found = null;
    LegPen newest = null;
    for (LegPen leg : all) {
      boolean named =
          event.segment() > 0 ? leg.segment() == event.segment() : leg.isOf(event.agentRef());
      found = named ? leg : found;
      boolean fits = event.type() != CallEventType.WRAP_UP_ENDED || leg.wrapping();
      newest = fits || newest == null ? leg : newest;
    }
    return found != null || event.segment() > 0 ? found : newest;
  }

  List<Leg> legs(CallLimits limits, long reached) {
    return all.stream().map(leg -> leg.leg(limits, reached)).toList();
  }
}
