package io.aftercare.flow;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.ticket.ContactNamed;
import io.aftercare.domain.ticket.Merges;
import io.aftercare.domain.ticket.TicketEvent;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Counts every record read, lets events through and sends the rest to dead letters. */
public final class ScreenTickets
    extends ProcessFunction<Inbound<TicketEvent>, Arrival<TicketEvent>> {
  private static final String STREAM = "tickets";
  private static final Delta READ = Delta.one(Measure.EVENTS_READ, STREAM);

  @Override
  public void processElement(
      Inbound<TicketEvent> record, Context ctx, Collector<Arrival<TicketEvent>> out) {
    ctx.output(TicketOutputs.INTAKE_DELTAS, READ);
    Rejection rejection = record.rejection();
    if (rejection != null) {
      ctx.output(TicketOutputs.REJECTIONS, rejection);
      ctx.output(TicketOutputs.INTAKE_DELTAS, Delta.one(Measure.EVENTS, STREAM, "rejected"));
      ctx.output(
          TicketOutputs.INTAKE_DELTAS,
          Delta.one(Measure.EVENTS_REJECTED, STREAM, rejection.reason()));
    }
    for (String field : record.unknownValues()) {
      ctx.output(
          TicketOutputs.INTAKE_DELTAS, Delta.one(Measure.EVENTS_UNKNOWN_VALUE, STREAM, field));
    }
    Arrival<TicketEvent> arrival = record.arrival();
    if (arrival != null) {
      out.collect(arrival);
      if (Merges.concern(arrival.event())) {
        ctx.output(TicketOutputs.BEGINNINGS, essence(arrival));
      }
      TicketEvent event = arrival.event();
      String contact = event.contactId();
      if (contact != null) {
        ctx.output(
            TicketOutputs.CONTACTS,
            new ContactNamed(event.ticketId(), contact, event.occurredAt()));
      }
    }
  }

  private static Arrival<TicketEvent> essence(Arrival<TicketEvent> a) {
    return new Arrival<>(
        Merges.essence(a.event()), a.topic(), a.partition(), a.offset(), a.domainTime());
  }
}
