package io.aftercare.domain.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * An agent's states in order: each holds until the next. Order: by time, then by the source's
 * sequence if every event has one, then by id.
 */
public final class AgentLog {
  private static final Comparator<AgentEvent> TIME =
      Comparator.comparingLong(AgentEvent::occurredAt);
  private static final Comparator<AgentEvent> SEQUENCED =
      TIME.thenComparingLong(AgentEvent::sequence).thenComparing(AgentEvent::eventId);
  private static final Comparator<AgentEvent> UNSEQUENCED = TIME.thenComparing(AgentEvent::eventId);

  private AgentLog() {}

  /**
   * A state that ended.
   *
   * @param millis how long it lasted
   */
  public record Stay(AgentEvent state, long millis) {}

  /** All events in order. */
  public static List<AgentEvent> sorted(Collection<AgentEvent> events) {
    List<AgentEvent> sorted = new ArrayList<>(events);
    boolean sequenced = events.stream().noneMatch(e -> e.sequence() == CallEvent.UNSEQUENCED);
    sorted.sort(sequenced ? SEQUENCED : UNSEQUENCED);
    return sorted;
  }

  /** The states that ended, each with how long it lasted. */
  public static List<Stay> stays(List<AgentEvent> sorted) {
    List<Stay> stays = new ArrayList<>();
    for (int i = 1; i < sorted.size(); i++) {
      AgentEvent state = sorted.get(i - 1);
      stays.add(new Stay(state, sorted.get(i).occurredAt() - state.occurredAt()));
    }
    return stays;
  }
}
