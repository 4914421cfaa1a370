package io.aftercare.domain.complaint;

import io.aftercare.domain.complaint.WatchStep.Move;

/**
 * Makes alerts of scores: opens high, closes low and late, and repeats itself rarely.
 *
 * <pre>
 *   closed --(score &gt;= 5.0, two customers)--&gt; open --(4 bins below 2.0)--&gt; closed
 * </pre>
 */
public final class Watch {
  private final AlertTerms terms;

  /** By these terms. */
  public Watch(AlertTerms terms) {
    this.terms = terms;
  }

  /** A bin that is still open: it can open an alert or make it worse, but nothing is quiet yet. */
  public WatchStep glance(Watched now, Sighting seen) {
    return now.open() ? stillOpen(now, seen, now.quietBins()) : maybeOpens(now, seen);
  }

  /** A bin that closed. */
  public WatchStep bin(Watched now, Sighting seen) {
    if (!now.open()) {
      return maybeOpens(now, seen);
    }
    int quiet = seen.score() < terms.closesBelow() ? now.quietBins() + 1 : 0;
    if (quiet >= terms.closeBins()) {
      return new WatchStep(Watched.NOTHING, Move.CLOSED);
    }
    return stillOpen(now, seen, quiet);
  }

  /** The score at which an alert opens; infinite while the key only learns. */
  public double opensAt(long bins, long totalBins) {
    if (Math.max(bins, totalBins) < terms.learnBins()) {
      return Double.POSITIVE_INFINITY;
    }
    return bins < terms.youngBins() ? terms.opensEarlyAt() : terms.opensAt();
  }

  /** Whether it belongs on the watch list. */
  public boolean listed(Watched now, double score) {
    return now.open() || score >= terms.listedAt();
  }

  private WatchStep maybeOpens(Watched now, Sighting seen) {
    boolean opens =
        seen.customers() >= terms.customers()
            && seen.score() >= opensAt(seen.bins(), seen.totalBins());
    return opens
        ? new WatchStep(
            new Watched(seen.at(), seen.score(), seen.score(), seen.at(), 0), Move.OPENED)
        : new WatchStep(now, Move.NONE);
  }

  private WatchStep stillOpen(Watched now, Sighting seen, int quiet) {
    double peak = Math.max(now.peak(), seen.score());
    boolean again =
        seen.score() >= now.told() + terms.rise()
            || (seen.score() >= terms.closesBelow()
                && seen.at() - now.toldAt() >= terms.repeatMillis());
    Watched next =
        again
            ? new Watched(now.openedAt(), peak, seen.score(), seen.at(), quiet)
            : new Watched(now.openedAt(), peak, now.told(), now.toldAt(), quiet);
    return new WatchStep(next, again ? Move.TOLD_AGAIN : Move.NONE);
  }
}
