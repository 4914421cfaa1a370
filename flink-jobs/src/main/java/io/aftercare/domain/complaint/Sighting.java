package io.aftercare.domain.complaint;

/**
 * What is seen of a key at an instant.
 *
 * @param at ms since 1970
 * @param score of the bin
 * @param customers how many different ones complained in the score's window
 * @param bins how many bins the key has learnt
 * @param totalBins how many its region's total has learnt; of a total, 0
 */
public record Sighting(long at, double score, int customers, long bins, long totalBins) {}
