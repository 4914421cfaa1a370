package io.aftercare.launcher.replay.mapping;

import java.util.Map;

/**
 * One of our events that a source's event stands for: facts by field, {@code event_type} always.
 */
public record Meaning(Map<String, Object> facts) {}
