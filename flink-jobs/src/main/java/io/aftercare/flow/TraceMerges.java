package io.aftercare.flow;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.ticket.MergeFact;
import io.aftercare.domain.ticket.Merges;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.flow.wire.WireType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Remembers when each ticket began, and tells it when the ticket is merged into another: a survivor
 * takes the earlier start, and only the child's key knows it. Sees the few events that concern it
 * and forgets a ticket when its end is older than the retention.
 */
public final class TraceMerges
    extends KeyedProcessFunction<String, Arrival<TicketEvent>, MergeFact> {
  private final long retentionMillis;
  private transient ListState<TicketEvent> known;

  /**
   * @param retentionMillis how long an ended ticket is remembered, ms
   */
  public TraceMerges(long retentionMillis) {
    this.retentionMillis = retentionMillis;
  }

  @Override
  public void open(OpenContext context) {
    known =
        getRuntimeContext().getListState(new ListStateDescriptor<>("beginnings", WireType.EVENT));
  }

  @Override
  public void processElement(Arrival<TicketEvent> arrival, Context ctx, Collector<MergeFact> out)
      throws Exception {
    TicketEvent event = Merges.essence(arrival.event());
    List<TicketEvent> events = events();
    if (events.stream().anyMatch(e -> e.eventId().equals(event.eventId()))) {
      return;
    }
    if (events.isEmpty() && tooOld(event, ctx)) {
      return; // the judge drops it too
    }
    List<MergeFact> before = merges(ctx, events);
    events.add(event);
    known.add(event);
    for (MergeFact merge : merges(ctx, events)) {
      if (!before.contains(merge)) {
        out.collect(merge);
      }
    }
    forgetLater(events, ctx);
  }

  private static List<MergeFact> merges(Context ctx, List<TicketEvent> events) {
    return events.isEmpty() ? List.of() : Merges.of(ctx.getCurrentKey(), events);
  }

  private boolean tooOld(TicketEvent event, Context ctx) {
    long now = ctx.timerService().currentWatermark();
    return now > Long.MIN_VALUE + retentionMillis && now - retentionMillis > event.occurredAt();
  }

  private void forgetLater(List<TicketEvent> events, Context ctx) {
    long at = Merges.forgetAt(events, retentionMillis);
    if (at != Clock.NEVER) {
      ctx.timerService().registerEventTimeTimer(at);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<MergeFact> out)
      throws Exception {
    List<TicketEvent> events = events();
    if (!events.isEmpty() && Merges.forgetAt(events, retentionMillis) <= timestamp) {
      known.clear();
    }
  }

  private List<TicketEvent> events() throws Exception {
    List<TicketEvent> events = new ArrayList<>();
    known.get().forEach(events::add);
    return events;
  }
}
