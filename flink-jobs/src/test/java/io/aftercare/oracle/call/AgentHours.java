package io.aftercare.oracle.call;

import io.aftercare.domain.call.AgentEvent;
import io.aftercare.domain.call.AgentState;
import io.aftercare.domain.call.CallEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What agents were there for, by the region that a state's event names: a state lasts until the
 * agent's next event, and is counted then.
 */
public final class AgentHours {
  private static final Set<AgentState> HANDLE =
      EnumSet.of(AgentState.ON_CONTACT, AgentState.ON_HOLD, AgentState.WRAP_UP);
  private static final Set<AgentState> IDLE = EnumSet.of(AgentState.AVAILABLE, AgentState.RINGING);

  /** Time there, and of it time spent on contacts, ms. */
  public record Time(long staffed, long handle) {}

  private AgentHours() {}

  /** By region; {@code unknown} where a state's event names none. Of one id the first counts. */
  public static Map<String, Time> of(Collection<AgentEvent> arrivals) {
    Map<String, List<AgentEvent>> agents = new TreeMap<>();
    Map<List<String>, AgentEvent> once = new LinkedHashMap<>();
    arrivals.forEach(e -> once.putIfAbsent(List.of(e.agentRef(), e.eventId()), e));
    once.values().forEach(e -> agents.computeIfAbsent(e.agentRef(), a -> new ArrayList<>()).add(e));
    Map<String, Time> times = new TreeMap<>();
    for (List<AgentEvent> events : agents.values()) {
      events.sort(order(events));
      for (int i = 1; i < events.size(); i++) {
        AgentEvent state = events.get(i - 1);
        long lasted = events.get(i).occurredAt() - state.occurredAt();
        times.merge(label(state.region()), time(state.state(), lasted), AgentHours::sum);
      }
    }
    times.values().removeIf(t -> t.staffed() == 0);
    return times;
  }

  private static Comparator<AgentEvent> order(List<AgentEvent> events) {
    boolean numbered = events.stream().noneMatch(e -> e.sequence() == CallEvent.UNSEQUENCED);
    return Comparator.comparingLong(AgentEvent::occurredAt)
        .thenComparingLong((AgentEvent e) -> numbered ? e.sequence() : 0)
        .thenComparing(AgentEvent::eventId);
  }

  private static Time time(AgentState state, long lasted) {
    boolean handles = HANDLE.contains(state);
    return new Time(handles || IDLE.contains(state) ? lasted : 0, handles ? lasted : 0);
  }

  private static Time sum(Time a, Time b) {
    return new Time(a.staffed() + b.staffed(), a.handle() + b.handle());
  }

  private static String label(@Nullable String region) {
    return region == null ? "unknown" : region;
  }
}
