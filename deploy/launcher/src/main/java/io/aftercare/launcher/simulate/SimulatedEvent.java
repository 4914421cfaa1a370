package io.aftercare.launcher.simulate;

import org.apache.avro.specific.SpecificRecord;

/**
 * An event and when it reaches its input topic.
 *
 * @param arrivalMillis simulated arrival, UTC, ms since 1970; never before the event's occurred_at
 * @param topic of tickets, calls or agent states
 * @param key of the record there
 * @param event a TicketEvent, CallEvent or AgentStateEvent, as the topic has it; a duplicate is the
 *     very same object, so do not change it
 */
public record SimulatedEvent(long arrivalMillis, String topic, String key, SpecificRecord event) {
  SimulatedEvent arrivingAt(long millis) {
    return new SimulatedEvent(millis, topic, key, event);
  }
}
