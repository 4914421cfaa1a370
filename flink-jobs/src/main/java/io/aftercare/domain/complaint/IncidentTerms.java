package io.aftercare.domain.complaint;

/**
 * When alerts are one incident, how grave it is, and how long it may last.
 *
 * @param togetherMillis alerts of one region that open within this time of an incident belong to it
 * @param massRegions a category that is open in so many regions is a mass complaint
 * @param graveScore an incident with a score like this is of tier 2 at least
 * @param atRiskMillis open for so long, its containment is at risk
 * @param missedMillis open for so long, it was not contained in time
 */
public record IncidentTerms(
    long togetherMillis, int massRegions, double graveScore, long atRiskMillis, long missedMillis) {
  private static final long MINUTE = 60_000;

  /** An hour, three regions, 10, 90 and 120 minutes. */
  public static IncidentTerms standard() {
    return new IncidentTerms(60 * MINUTE, 3, 10, 90 * MINUTE, 120 * MINUTE);
  }
}
