package io.aftercare.launcher.replay.report;

/** What a whole replay saw of one region; the backlog is that of as-of. */
public record RegionTotals(
    String region,
    long created,
    long resolved,
    long reopened,
    long closed,
    long breached,
    long backlog) {
  private static final RegionTotals NONE = new RegionTotals("", 0, 0, 0, 0, 0, 0);

  static RegionTotals of(String region, Iterable<Bucket> buckets) {
    RegionTotals sum = NONE;
    for (Bucket bucket : buckets) {
      sum =
          new RegionTotals(
              region,
              sum.created + bucket.created,
              sum.resolved + bucket.resolved,
              sum.reopened + bucket.reopened,
              sum.closed + bucket.closed,
              sum.breached + bucket.breached,
              sum.backlog + bucket.backlogChange);
    }
    return sum;
  }

  /** Whether it is all regions together. */
  public boolean isAll() {
    return region.equals(RegionBuckets.ALL);
  }
}
