package io.aftercare.domain.ticket;

/**
 * How often something was done to a ticket while a region owned it.
 *
 * @param count all times
 * @param anomalies the times it was done within the last 5 % before a deadline (or, back-dated, to
 *     the far side of one; a follow-up that is too early is one always)
 */
public record Tally(ActionKind kind, String region, int count, int anomalies) {

  /** Whether the other counts the same. */
  boolean sameAs(Tally other) {
    return kind == other.kind && region.equals(other.region);
  }

  Tally plus(boolean anomaly) {
    return new Tally(kind, region, count + 1, anomalies + (anomaly ? 1 : 0));
  }
}
