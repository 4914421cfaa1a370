package io.aftercare.flow;

import io.aftercare.domain.complaint.CaseCount;
import io.aftercare.domain.complaint.CaseEvent;
import io.aftercare.domain.complaint.CaseKind;
import io.aftercare.domain.complaint.Complaint;
import io.aftercare.domain.complaint.Filings;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.flow.wire.WireType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Finds the complaints among a ticket's events, whatever order they come in: a complaint that turns
 * out otherwise is taken back and counted as it is. An event that was seen is a duplicate; of two
 * of one id the first counts. A ticket that was closed is forgotten some time after its last event.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
public final class FileComplaints
    extends KeyedProcessFunction<String, Arrival<CaseEvent>, CaseCount> {
  private static final long serialVersionUID = 1;

  private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;

  private final String stream;
  private final long retentionMillis;

  private transient MapState<String, CaseEvent> events;
  private transient ValueState<Boolean> filed;
  private transient ValueState<Long> last;

  /**
   * @param stream the input's name on figures
   * @param retentionMillis how long after its last event a ticket that was closed is remembered, ms
   */
  public FileComplaints(String stream, long retentionMillis) {
    this.stream = stream;
    this.retentionMillis = retentionMillis;
  }

  @Override
  public void open(OpenContext context) {
    events =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("events", WireType.TEXT, WireType.CASE_EVENT));
    filed = getRuntimeContext().getState(new ValueStateDescriptor<>("filed", Types.BOOLEAN));
    last = getRuntimeContext().getState(new ValueStateDescriptor<>("last", Types.LONG));
  }

  @Override
  public void processElement(Arrival<CaseEvent> arrival, Context ctx, Collector<CaseCount> out)
      throws Exception {
    CaseEvent event = arrival.event();
    if (events.contains(event.eventId())) {
      ctx.output(TicketOutputs.INTAKE_DELTAS, Delta.one(Measure.EVENTS, stream, "duplicate"));
      return;
    }
    ctx.output(TicketOutputs.INTAKE_DELTAS, Delta.one(Measure.EVENTS, stream, "applied"));
    boolean files = event.kind() == CaseKind.COMPLAINT_FILED;
    Filings before = Filings.of(filed.value() == null ? List.of() : known());
    events.put(event.eventId(), event);
    if (files && filed.value() == null) {
      filed.update(true);
    }
    if (filed.value() != null) {
      say(before, Filings.of(known()), ctx, out);
    }
    String region = event.stated().region();
    if (region != null) {
      out.collect(CaseCount.heard(region, event.occurredAt()));
    }
    remember(event.occurredAt(), ctx);
  }

  private void say(Filings before, Filings after, Context ctx, Collector<CaseCount> out) {
    for (Complaint gone : without(before.complaints(), after.complaints())) {
      out.collect(CaseCount.of(gone, -1));
      count(Measure.COMPLAINTS_RETRACTED, gone, ctx);
    }
    for (Complaint come : without(after.complaints(), before.complaints())) {
      out.collect(CaseCount.of(come, 1));
      count(Measure.COMPLAINTS, come, ctx);
    }
    if (after.nobodys() > before.nobodys()) {
      ctx.output(
          TicketOutputs.INTAKE_DELTAS,
          new Delta(Measure.COMPLAINTS_UNNAMED, List.of(), after.nobodys() - before.nobodys()));
    }
  }

  private static void count(Measure measure, Complaint complaint, Context ctx) {
    ctx.output(
        TicketOutputs.INTAKE_DELTAS, Delta.one(measure, complaint.region(), complaint.category()));
  }

  private static List<Complaint> without(List<Complaint> these, List<Complaint> those) {
    List<Complaint> rest = new ArrayList<>(these);
    rest.removeAll(those);
    return rest;
  }

  private List<CaseEvent> known() throws Exception {
    List<CaseEvent> all = new ArrayList<>();
    events.values().forEach(all::add);
    return all;
  }

  /** Looks once a day at most whether the ticket can be forgotten, not once an event. */
  private void remember(long occurredAt, Context ctx) throws Exception {
    Long before = last.value();
    long now = before == null ? occurredAt : Math.max(before, occurredAt);
    if (before == null || now > before) {
      last.update(now);
    }
    if (before == null || lookAt(now) != lookAt(before)) {
      ctx.timerService().registerEventTimeTimer(lookAt(now));
    }
  }

  private long lookAt(long seen) {
    return (Math.floorDiv(seen + retentionMillis, DAY_MILLIS) + 1) * DAY_MILLIS;
  }

  /** Time that ends forgets nothing: what was drained may go on. */
  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<CaseCount> out)
      throws Exception {
    Long seen = last.value();
    if (seen == null || ctx.timerService().currentWatermark() == Long.MAX_VALUE) {
      return;
    }
    boolean open = known().stream().noneMatch(event -> event.kind() == CaseKind.CLOSED);
    if (open || seen + retentionMillis >= timestamp) {
      ctx.timerService().registerEventTimeTimer(lookAt(open ? timestamp : seen));
      return;
    }
    events.clear();
    filed.clear();
    last.clear();
  }
}
