package io.aftercare.launcher.laws;

import io.aftercare.contract.ActorType;
import io.aftercare.contract.Channel;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A customer in a chat, who is to be answered within 30 s (policy first-response-live). */
record Contact(String ticket, Instant at) {
  static final String SLA = "first_response";
  private static final Duration TARGET = Duration.ofSeconds(30);

  Contact {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  Instant deadline() {
    return at.plus(TARGET);
  }

  Sent created() {
    return event(TicketEventType.CREATED, ActorType.CUSTOMER, at);
  }

  Sent answered(Instant when) {
    return event(TicketEventType.AGENT_REPLY, ActorType.AGENT, when.truncatedTo(ChronoUnit.MILLIS));
  }

  private Sent event(TicketEventType type, ActorType actor, Instant when) {
    TicketEvent event =
        TicketEvent.newBuilder()
            .setEventId(type.name())
            .setEventType(type)
            .setTicketId(ticket)
            .setOccurredAt(when)
            .setActorType(actor)
            .setChannel(Channel.CHAT)
            .setRegion("north")
            .build();
    return Sent.of(event, when.toEpochMilli());
  }
}
