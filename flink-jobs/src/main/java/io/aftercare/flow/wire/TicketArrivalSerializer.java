package io.aftercare.flow.wire;

import io.aftercare.domain.intake.TicketArrival;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.List;

/** Serializes an event with where it came from: the bytes of the one full-rate shuffle. */
public final class TicketArrivalSerializer extends WireSerializer<TicketArrival> {
  private static final long serialVersionUID = 1;

  @Override
  void write(TicketArrival arrival, WireWriter out) {
    TicketEventSerializer.writeEvent(arrival.event(), out);
    out.name(arrival.topic());
    out.signed(arrival.partition());
    out.signed(arrival.offset());
    // Its complement, because mostly it is not told: MIN_VALUE, and "never" takes one byte.
    out.instant(~arrival.domainTime(), ~arrival.event().occurredAt());
  }

  @Override
  TicketArrival read(WireReader in) {
    TicketEvent event = TicketEventSerializer.readEvent(in);
    return new TicketArrival(
        event, in.requiredName(), (int) in.signed(), in.signed(), ~in.instant(~event.occurredAt()));
  }

  @Override
  public TicketArrivalSerializer duplicate() {
    return new TicketArrivalSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<TicketArrival> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(TicketArrivalSerializer::new));
    }
  }
}
