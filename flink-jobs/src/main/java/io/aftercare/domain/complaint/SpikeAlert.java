package io.aftercare.domain.complaint;

/**
 * Something to be told of the alert of one key.
 *
 * @param category {@link Family#TOTAL}: the region's total
 * @param move what happened
 * @param at when, ms since 1970
 * @param openedAt when the alert opened, ms since 1970
 * @param score the score that did it; of one that closed its last
 * @param customers how many complained in the score's window, at least
 * @param drivers what the complaints of the window have in common
 */
public record SpikeAlert(
    String region,
    String category,
    WatchStep.Move move,
    long at,
    long openedAt,
    Score score,
    int customers,
    Drivers drivers) {}
