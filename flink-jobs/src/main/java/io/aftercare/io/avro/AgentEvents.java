package io.aftercare.io.avro;

import io.aftercare.contract.AgentStateEvent;
import io.aftercare.domain.call.AgentEvent;
import io.aftercare.domain.call.AgentState;
import io.aftercare.domain.call.CallEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From the contract's agent state event to the domain's. */
public final class AgentEvents implements Reading<AgentStateEvent, AgentEvent> {
  private static final Map<io.aftercare.contract.AgentState, AgentState> STATES =
      ContractNames.byName(io.aftercare.contract.AgentState.class, AgentState.class);

  private final ContractNames names;

  /**
   * @param regions the known regions; empty: any is accepted
   */
  public AgentEvents(Set<String> regions) {
    this.names = new ContractNames(regions);
  }

  @Override
  public AgentEvent of(AgentStateEvent e, List<String> unknown) {
    return new AgentEvent(
        e.getEventId(),
        e.getAgentRef(),
        e.getAgentSeq() == null ? CallEvent.UNSEQUENCED : e.getAgentSeq(),
        ContractNames.word(STATES, e.getState()),
        e.getOccurredAt().toEpochMilli(),
        names.region(e.getRegion(), "region", unknown));
  }
}
