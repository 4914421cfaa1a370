package io.aftercare.launcher.demo;

import java.time.Instant;

/**
 * A record on its way to an input topic.
 *
 * @param at when it arrives there; the record's timestamp
 * @param key the ticket's id
 * @param value the encoded event
 */
@SuppressWarnings("ArrayRecordComponent") // passed on to Kafka, never compared
record Arrival(Instant at, String key, byte[] value) {}
