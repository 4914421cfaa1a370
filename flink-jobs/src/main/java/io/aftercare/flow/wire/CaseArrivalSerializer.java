package io.aftercare.flow.wire;

import io.aftercare.domain.complaint.CaseEvent;
import io.aftercare.domain.intake.Arrival;
import java.util.List;

/** Serializes an arrived event of a ticket as complaints see it. */
public final class CaseArrivalSerializer extends ArrivalSerializer<CaseEvent> {
  private static final long serialVersionUID = 1;

  /** For everybody: it keeps nothing. */
  public CaseArrivalSerializer() {
    super(new CaseEventSerializer());
  }

  @Override
  public CaseArrivalSerializer duplicate() {
    return new CaseArrivalSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<Arrival<CaseEvent>> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(CaseArrivalSerializer::new));
    }
  }
}
