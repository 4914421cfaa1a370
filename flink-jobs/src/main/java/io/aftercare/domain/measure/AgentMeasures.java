package io.aftercare.domain.measure;

import io.aftercare.domain.call.AgentEvent;
import io.aftercare.domain.call.AgentLog;
import io.aftercare.domain.call.AgentState;
import io.aftercare.domain.sla.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one more state of an agent means for the totals of the region that the state is stated for.
 * Time is booked when the next state begins; one that comes late takes back what was booked to the
 * state that it interrupts.
 */
public final class AgentMeasures {
  private AgentMeasures() {}

  /** All amounts that follow; both lists in order. */
  public static void count(List<AgentEvent> before, List<AgentEvent> after, Consumer<Delta> out) {
    Change<AgentLog.Stay> stays = Change.of(AgentLog.stays(before), AgentLog.stays(after));
    stays.gone().forEach(stay -> book(stay, true, out));
    stays.come().forEach(stay -> book(stay, false, out));
    Change<Delta> now = Change.of(current(before), current(after));
    now.gone().forEach(was -> out.accept(new Delta(was.measure(), was.labels(), -1)));
    now.come().forEach(out);
  }

  private static void book(AgentLog.Stay stay, boolean back, Consumer<Delta> out) {
    AgentState state = stay.state().state();
    String region = region(stay.state());
    if (stay.millis() > 0 && state.staffed()) {
      Measure staffed =
          back ? Measure.AGENT_STAFFED_SECONDS_RETRACTED : Measure.AGENT_STAFFED_SECONDS;
      out.accept(Delta.of(staffed, stay.millis(), region));
    }
    if (stay.millis() > 0 && state.handling()) {
      Measure handle = back ? Measure.AGENT_HANDLE_SECONDS_RETRACTED : Measure.AGENT_HANDLE_SECONDS;
      out.accept(Delta.of(handle, stay.millis(), region));
    }
  }

  /** Who is signed out is nowhere. */
  private static List<Delta> current(List<AgentEvent> sorted) {
    List<Delta> now = new ArrayList<>();
    if (!sorted.isEmpty()) {
      AgentEvent last = sorted.get(sorted.size() - 1);
      if (last.state() != AgentState.SIGNED_OUT) {
        now.add(Delta.one(Measure.AGENTS, region(last), last.state().label()));
      }
    }
    return now;
  }

  private static String region(AgentEvent event) {
    return event.region() == null ? Facts.UNKNOWN_REGION : event.region();
  }
}
