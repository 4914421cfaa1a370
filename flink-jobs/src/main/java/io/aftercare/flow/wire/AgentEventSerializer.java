package io.aftercare.flow.wire;

import io.aftercare.domain.call.AgentEvent;
import java.util.List;

/** Serializes an event of an agent. */
public final class AgentEventSerializer extends WireSerializer<AgentEvent> {
  private static final long serialVersionUID = 1;

  @Override
  void write(AgentEvent e, WireWriter out) {
    out.text(e.eventId());
    out.text(e.agentRef());
    out.instant(~e.sequence(), 0); // its complement: mostly there is none, which takes one byte
    out.constant(CallIds.AGENT_STATES, e.state());
    out.signed(e.occurredAt());
    out.name(e.region());
  }

  @Override
  AgentEvent read(WireReader in) {
    return new AgentEvent(
        in.text(),
        in.text(),
        ~in.instant(0),
        in.constant(CallIds.AGENT_STATES),
        in.signed(),
        in.name());
  }

  @Override
  public AgentEventSerializer duplicate() {
    return new AgentEventSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<AgentEvent> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(AgentEventSerializer::new));
    }
  }
}
