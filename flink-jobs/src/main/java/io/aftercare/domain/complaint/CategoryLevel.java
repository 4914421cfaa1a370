package io.aftercare.domain.complaint;

/**
 * How complaints of a category stand beside what is usual: those of the last full hour, and the
 * score of the moment.
 *
 * @param observed complaints in the last four bins that closed
 * @param expected how many are usual of them
 * @param upper where the usual ends, two standard deviations above
 * @param score of the most unlikely window
 * @param active whether an alert is open
 */
public record CategoryLevel(
    String region,
    String category,
    long observed,
    double expected,
    double upper,
    double score,
    boolean active) {}
