package io.aftercare.flow.wire;

import io.aftercare.domain.call.AgentState;
import io.aftercare.domain.call.CallEventType;
import io.aftercare.domain.call.Outcome;
import java.util.List;

/** The ids of the enums of contacts and agents that are written. Append; never insert or remove. */
final class CallIds {
  static final EnumIds<CallEventType> EVENT_TYPES =
      new EnumIds<>(
          CallEventType.class,
          List.of(
              CallEventType.UNKNOWN,
              CallEventType.OFFERED,
              CallEventType.IVR_ENTERED,
              CallEventType.IVR_LEFT,
              CallEventType.QUEUE_ENTERED,
              CallEventType.RINGING,
              CallEventType.ANSWERED,
              CallEventType.HELD,
              CallEventType.RETRIEVED,
              CallEventType.ABANDONED,
              CallEventType.TRANSFERRED,
              CallEventType.OVERFLOWED,
              CallEventType.CALLBACK_REQUESTED,
              CallEventType.CALLBACK_STARTED,
              CallEventType.VOICEMAIL_LEFT,
              CallEventType.QUEUE_CLOSED,
              CallEventType.FAILED,
              CallEventType.AGENT_LEFT,
              CallEventType.WRAP_UP_ENDED,
              CallEventType.DISCONNECTED,
              CallEventType.CORRECTED));

  static final EnumIds<AgentState> AGENT_STATES =
      new EnumIds<>(
          AgentState.class,
          List.of(
              AgentState.UNKNOWN,
              AgentState.SIGNED_OUT,
              AgentState.AVAILABLE,
              AgentState.RINGING,
              AgentState.ON_CONTACT,
              AgentState.ON_HOLD,
              AgentState.WRAP_UP,
              AgentState.AWAY));

  static final EnumIds<Outcome> OUTCOMES =
      new EnumIds<>(
          Outcome.class,
          List.of(
              Outcome.WAITING,
              Outcome.ANSWERED_IN_TIME,
              Outcome.ANSWERED_LATE,
              Outcome.ABANDONED_SHORT,
              Outcome.ABANDONED_IN_TIME,
              Outcome.ABANDONED_LATE,
              Outcome.TRANSFERRED,
              Outcome.OVERFLOWED,
              Outcome.CALLBACK,
              Outcome.VOICEMAIL,
              Outcome.CLOSED,
              Outcome.FAILED));

  private CallIds() {}
}
