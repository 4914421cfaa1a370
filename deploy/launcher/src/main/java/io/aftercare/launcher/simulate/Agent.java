package io.aftercare.launcher.simulate;

import io.aftercare.contract.AgentState;

/** Someone who takes calls and chats, as it stands now. */
final class Agent {
  final String ref;
  AgentState state = AgentState.SIGNED_OUT;
  boolean onDuty;
  int events;
  long lastEventMillis;

  Agent(String ref) {
    this.ref = ref;
  }
}
