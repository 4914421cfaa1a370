package io.aftercare.flow.wire;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.List;

/** Serializes an arrived event of a ticket. */
public final class TicketArrivalSerializer extends ArrivalSerializer<TicketEvent> {
  private static final long serialVersionUID = 1;

  /** For everybody: it keeps nothing. */
  public TicketArrivalSerializer() {
    super(new TicketEventSerializer());
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
  public static final class Snapshot extends WireSnapshot<Arrival<TicketEvent>> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(TicketArrivalSerializer::new));
    }
  }
}
