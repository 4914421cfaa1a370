package io.aftercare.domain.call;

import io.aftercare.domain.intake.StreamEvent;
import org.jspecify.annotations.Nullable;

/**
 * An agent changed to another state. Two events are the same content exactly if they are equal.
 *
 * @param sequence the source's sequence number, {@link CallEvent#UNSEQUENCED} if it has none
 * @param state from then on
 * @param occurredAt ms since 1970
 * @param region that the agent works for
 */
public record AgentEvent(
    String eventId,
    String agentRef,
    long sequence,
    AgentState state,
    long occurredAt,
    @Nullable String region)
    implements StreamEvent {

  @Override
  public String subject() {
    return agentRef;
  }
}
