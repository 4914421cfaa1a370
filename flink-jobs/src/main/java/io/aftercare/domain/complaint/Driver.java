package io.aftercare.domain.complaint;

/**
 * A value that complaints have in common more often than usual.
 *
 * @param dimension such as product_line
 * @param value such as fridges
 * @param observed complaints of the window with it
 * @param expected of the complaints that were to be expected, so many have it by its usual share
 * @param excess observed - expected
 * @param shareOfExcess of all that is too much, how much it explains
 * @param score -log10 of the chance, less log10 of how many values the dimension has
 */
public record Driver(
    String dimension,
    String value,
    long observed,
    double expected,
    double excess,
    double shareOfExcess,
    double score) {}
