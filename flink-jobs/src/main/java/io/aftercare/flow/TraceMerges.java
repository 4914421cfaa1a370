package io.aftercare.flow;

import io.aftercare.domain.intake.TicketArrival;
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
public final class TraceMerges extends KeyedProcessFunction<String, TicketArrival, MergeFact> {
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
  public void processElement(TicketArrival arrival, Context ctx, Collector<MergeFact> out)
      throws Exception {
    TicketEvent event = Merges.essence(arrival.event());
    List<TicketEvent> events = events();
    if (events.stream().anyMatch(e -> e.eventId().equals(event.eventId()))) {
      return;
    }
    List<MergeFact> before = merges(ctx, events);
    events.add(event);
    known.add(event);
    for (MergeFact merge : merges(ctx, events)) {
      if (!before.contains(merge)) {
        out.collect(merge);
      }
    }
    if (Merges.ends(event)) {
      ctx.timerService().registerEventTimeTimer(event.occurredAt() + retentionMillis);
    }
  }

  private static List<MergeFact> merges(Context ctx, List<TicketEvent> events) {
    return events.isEmpty() ? List.of() : Merges.of(ctx.getCurrentKey(), events);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<MergeFact> out)
      throws Exception {
    long newest = Long.MIN_VALUE;
    for (TicketEvent event : events()) {
      newest = Math.max(newest, event.occurredAt());
    }
    if (newest <= timestamp - retentionMillis) {
      known.clear();
    }
  }

  private List<TicketEvent> events() throws Exception {
    List<TicketEvent> events = new ArrayList<>();
    known.get().forEach(events::add);
    return events;
  }
}
