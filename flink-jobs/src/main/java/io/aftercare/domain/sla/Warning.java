package io.aftercare.domain.sla;

/**
 * A clock came near its deadline.
 *
 * @param percent share of the allowed time that was used up
 * @param at when, ms since 1970
 */
public record Warning(int percent, long at) {}
