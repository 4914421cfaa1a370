package io.aftercare.domain.complaint;

/**
 * When a score becomes an alert, and when that ends.
 *
 * @param opensAt score from which on it opens
 * @param opensEarlyAt the same while the key is young
 * @param listedAt score from which on it is on the watch list
 * @param closesBelow score below which a bin is quiet
 * @param closeBins it closes after so many quiet bins in a row
 * @param rise while open it is told again when the score is so much above the one told last
 * @param repeatMillis or after so long
 * @param customers how many different customers it takes to open
 * @param learnBins so long a key only learns, unless its region's total is older than that
 * @param youngBins so long it is young
 */
public record AlertTerms(
    double opensAt,
    double opensEarlyAt,
    double listedAt,
    double closesBelow,
    int closeBins,
    double rise,
    long repeatMillis,
    int customers,
    int learnBins,
    int youngBins) {

  /** The design's. */
  public static AlertTerms standard() {
    return new AlertTerms(5, 5.5, 4, 2, 4, 3, 24 * 3_600_000L, 2, Bin.PER_WEEK, 2 * Bin.PER_WEEK);
  }
}
