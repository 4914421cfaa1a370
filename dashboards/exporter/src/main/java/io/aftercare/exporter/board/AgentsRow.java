package io.aftercare.exporter.board;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agents of a region now.
 *
 * @param states how many are in each state
 * @param staffed available, ringing, on a contact, on hold or in wrap-up
 * @param occupancy share of the staffed who handle a contact or wrap one up; null if none is
 */
public record AgentsRow(
    String region, Map<String, Long> states, long staffed, @Nullable Double occupancy) {}
