package io.aftercare.domain.expectation;

/**
 * A region has spoken.
 *
 * @param at event time of its newest event, ms
 */
public record LastEvent(String region, long at) {}
