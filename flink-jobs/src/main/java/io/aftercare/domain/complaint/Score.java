package io.aftercare.domain.complaint;

/**
 * How far from usual a key is in one bin: the window of those that end with the bin in which there
 * are most unlikely many. 5 means that a window like this comes by chance about once in 100,000.
 *
 * @param category whose; {@link Family#TOTAL} of all of the region
 * @param score -log10 of the chance, plus log10 of the window's number of bins (a long window has
 *     fewer independent chances), less what a short window costs
 * @param windowMinutes how long the window is
 * @param observed how many complaints are in it
 * @param expected how many were to be expected
 */
public record Score(
    String category, double score, int windowMinutes, long observed, double expected) {}
