package io.aftercare.launcher.simulate;

import io.aftercare.contract.AgentState;
import io.aftercare.contract.AgentStateEvent;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what the agents of a region do. The instants of an agent's events rise strictly; a
 * switch that numbers its calls numbers these too.
 */
final class AgentPen {
  private final Agenda agenda;
  private final String region;
  private final boolean numbered;
  private final Consumer<AgentStateEvent> delivery;

  AgentPen(Agenda agenda, Region region, Consumer<AgentStateEvent> delivery) {
    this.agenda = agenda;
    this.region = region.name();
    this.numbered = region.numberedCalls();
    this.delivery = delivery;
  }

  /** From now on the agent does this; contactId: the call that it is about, null if about none. */
  void write(Agent agent, AgentState state, @Nullable String contactId) {
    agent.state = state;
    agent.events++;
    agent.lastEventMillis = Math.max(agenda.now(), agent.lastEventMillis + 1);
    AgentStateEvent event = new AgentStateEvent();
    event.setEventId("s-" + agent.events);
    event.setAgentRef(agent.ref);
    event.setAgentSeq(numbered ? Long.valueOf(agent.events) : null);
    event.setState(state);
    event.setOccurredAt(Instant.ofEpochMilli(agent.lastEventMillis));
    event.setSourceSystem(CallPen.source(numbered));
    event.setRegion(region);
    event.setContactId(contactId);
    delivery.accept(event);
  }
}
