package io.aftercare.flow;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.intake.StreamEvent;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Counts every record read, lets events through and sends the rest to dead letters. */
public class ScreenEvents<E extends StreamEvent> extends ProcessFunction<Inbound<E>, Arrival<E>> {
  private static final long serialVersionUID = 1;

  private final String stream;

  /**
   * @param stream the input's name on figures
   */
  public ScreenEvents(String stream) {
    this.stream = stream;
  }

  @Override
  public void processElement(Inbound<E> record, Context ctx, Collector<Arrival<E>> out) {
    count(Delta.one(Measure.EVENTS_READ, stream), ctx);
    Rejection rejection = record.rejection();
    if (rejection != null) {
      ctx.output(TicketOutputs.REJECTIONS, rejection);
      count(Delta.one(Measure.EVENTS, stream, "rejected"), ctx);
      count(Delta.one(Measure.EVENTS_REJECTED, stream, rejection.reason()), ctx);
    }
    for (String field : record.unknownValues()) {
      count(Delta.one(Measure.EVENTS_UNKNOWN_VALUE, stream, field), ctx);
    }
    Arrival<E> arrival = record.arrival();
    if (arrival != null) {
      out.collect(arrival);
      admitted(arrival, ctx);
    }
  }

  private void count(Delta delta, Context ctx) {
    ctx.output(TicketOutputs.INTAKE_DELTAS, delta);
  }

  /** Something more to do with an event that was let through. */
  protected void admitted(Arrival<E> arrival, Context ctx) {}
}
