package io.aftercare.flow;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallEventType;
import io.aftercare.domain.sla.Channel;
import org.jspecify.annotations.Nullable;

/** Events of one contact of queue "line" in region "north", by seconds after ten o'clock. */
record CallScript(String contact, @Nullable String customer) {
  /** Ten o'clock, ms. */
  static final long TEN = 36_000_000;

  static CallScript of(String contact) {
    return new CallScript(contact, null);
  }

  CallEvent offered(int second) {
    return event(CallEventType.OFFERED, second);
  }

  CallEvent entered(int second) {
    return event(CallEventType.QUEUE_ENTERED, second);
  }

  CallEvent event(CallEventType type, int second) {
    return new CallEvent(
        contact + "-" + type + "-" + second,
        type,
        contact,
        CallEvent.UNSEQUENCED,
        0,
        TEN + second * 1000L,
        CallEvent.NEVER,
        Channel.VOICE,
        "north",
        "line",
        null,
        null,
        customer,
        null,
        CallEvent.NOT_STATED,
        CallEvent.NOT_STATED,
        CallEvent.NOT_STATED,
        CallEvent.NEVER,
        null);
  }
}
