package io.aftercare.launcher.demo;

import java.time.Instant;

/**
 * A record on its way to an input topic.
 *
 * @param at when it arrives there; the record's timestamp
 * @param topic where to
 * @param key the id of the ticket, the call or the agent
 * @param value the encoded event
 */
@SuppressWarnings("ArrayRecordComponent") // passed on to Kafka, never compared
public record Arrival(Instant at, String topic, String key, byte[] value) {}
