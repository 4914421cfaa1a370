package io.aftercare.flow.wire;

import io.aftercare.domain.call.AgentEvent;
import io.aftercare.domain.intake.Arrival;
import java.util.List;

/** Serializes an arrived event of an agent. */
public final class AgentArrivalSerializer extends ArrivalSerializer<AgentEvent> {
  private static final long serialVersionUID = 1;

  /** For everybody: it keeps nothing. */
  public AgentArrivalSerializer() {
    super(new AgentEventSerializer());
  }

  @Override
  public AgentArrivalSerializer duplicate() {
    return new AgentArrivalSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<Arrival<AgentEvent>> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(AgentArrivalSerializer::new));
    }
  }
}
