package io.aftercare.flow;

import io.aftercare.domain.call.AgentEvent;
import io.aftercare.domain.call.AgentLog;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.measure.AgentMeasures;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.flow.wire.WireType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Books agents' time to what they did, and counts who is doing what now. Keeps the states of the
 * last day of each agent, and the one before them; an event that is older than all it keeps is too
 * late. Events at one instant take no time, so their order decides nothing but the state now.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
public final class BookAgents extends KeyedProcessFunction<String, Arrival<AgentEvent>, Delta> {
  private static final long serialVersionUID = 1;
  private static final String STREAM = "agents";
  private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;

  private transient ListState<AgentEvent> states;

  @Override
  public void open(OpenContext context) {
    states =
        getRuntimeContext().getListState(new ListStateDescriptor<>("states", WireType.AGENT_EVENT));
  }

  @Override
  public void processElement(Arrival<AgentEvent> arrival, Context ctx, Collector<Delta> out)
      throws Exception {
    AgentEvent event = arrival.event();
    List<AgentEvent> before = new ArrayList<>();
    states.get().forEach(before::add);
    AgentEvent seen = seen(before, event.eventId());
    if (seen != null) {
      repeated(arrival, seen.equals(event), ctx, out);
    } else if (tooOld(before, event)) {
      result("late_dropped", out);
      ctx.output(
          TicketOutputs.REJECTIONS,
          arrival.rejected(
              "late_dropped",
              "agent %s has had other states for more than a day since"
                  .formatted(event.agentRef())));
    } else {
      result("applied", out);
      List<AgentEvent> after = new ArrayList<>(before);
      after.add(event);
      List<AgentEvent> sorted = AgentLog.sorted(after);
      if (!sorted.get(sorted.size() - 1).equals(event)) {
        out.collect(Delta.one(Measure.EVENTS_LATE, STREAM));
      }
      AgentMeasures.count(before, sorted, out::collect);
      states.update(lastDay(sorted));
    }
  }

  private static @Nullable AgentEvent seen(List<AgentEvent> kept, String eventId) {
    for (AgentEvent each : kept) {
      if (each.eventId().equals(eventId)) {
        return each;
      }
    }
    return null;
  }

  private static void repeated(
      Arrival<AgentEvent> arrival, boolean same, Context ctx, Collector<Delta> out) {
    if (same) {
      result("duplicate", out);
      return;
    }
    result("rejected", out);
    out.collect(Delta.one(Measure.EVENTS_REJECTED, STREAM, "conflicting_duplicate"));
    ctx.output(
        TicketOutputs.REJECTIONS,
        arrival.rejected(
            "conflicting_duplicate",
            "event_id %s of agent %s arrived before with other content; the first stands"
                .formatted(arrival.event().eventId(), arrival.event().agentRef())));
  }

  /** Once there was more than a day, what lies before it is forgotten. */
  private static boolean tooOld(List<AgentEvent> kept, AgentEvent event) {
    if (kept.isEmpty()) {
      return false;
    }
    long newest = kept.get(kept.size() - 1).occurredAt();
    return event.occurredAt() < newest - DAY_MILLIS;
  }

  private static List<AgentEvent> lastDay(List<AgentEvent> sorted) {
    long since = sorted.get(sorted.size() - 1).occurredAt() - DAY_MILLIS;
    int from = 0;
    while (from + 1 < sorted.size() && sorted.get(from + 1).occurredAt() <= since) {
      from++;
    }
    return sorted.subList(from, sorted.size());
  }

  private static void result(String result, Collector<Delta> out) {
    out.collect(Delta.one(Measure.EVENTS, STREAM, result));
  }
}
