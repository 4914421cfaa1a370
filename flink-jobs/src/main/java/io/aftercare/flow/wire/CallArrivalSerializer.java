package io.aftercare.flow.wire;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.intake.Arrival;
import java.util.List;

/** Serializes an arrived event of a contact. */
public final class CallArrivalSerializer extends ArrivalSerializer<CallEvent> {
  private static final long serialVersionUID = 1;

  /** For everybody: it keeps nothing. */
  public CallArrivalSerializer() {
    super(new CallEventSerializer());
  }

  @Override
  public CallArrivalSerializer duplicate() {
    return new CallArrivalSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<Arrival<CallEvent>> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(CallArrivalSerializer::new));
    }
  }
}
