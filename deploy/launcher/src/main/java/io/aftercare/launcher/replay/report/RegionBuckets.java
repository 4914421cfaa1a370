package io.aftercare.launcher.replay.report;

import io.aftercare.contract.ClockVerdict;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Counts per region and hour (or day), and for all regions together: what region_hour.csv and
 * region_day.csv are written from. Identity per region: backlog = created + reopened + in - out -
 * resolved - cancelled - merged - spam, cumulated.
 */
final class RegionBuckets {
  /** The row of all regions together. */
  static final String ALL = "__ALL__";

  private final ToLongFunction<Instant> bucketOf;
  private final RegionView view;
  private final String sla;
  private final NavigableMap<String, NavigableMap<Long, Bucket>> regions =
      new TreeMap<>(CodePoints.ORDER);
  private long first = Long.MAX_VALUE;

  /**
   * Empty counts.
   *
   * @param bucketOf number of the hour or day that an instant lies in
   * @param sla the SLA that breaches and claims are reported of
   */
  RegionBuckets(ToLongFunction<Instant> bucketOf, RegionView view, String sla) {
    this.bucketOf = bucketOf;
    this.view = view;
    this.sla = sla;
    regions.put(ALL, new TreeMap<>());
  }

  NavigableMap<String, NavigableMap<Long, Bucket>> regions() {
    return regions;
  }

  /** The bucket of the first step; {@link Long#MAX_VALUE} if there is none. */
  long first() {
    return first;
  }

  void add(TicketStory story) {
    for (Step step : story.steps()) {
      first = Math.min(first, bucketOf.applyAsLong(step.at()));
      count(step, bucket(step.region(), step.at()), story);
      count(step, bucket(ALL, step.at()), story);
    }
    for (ClockRow clock : story.ledger()) {
      Instant at = clock.settledAt();
      if (clock.judges(sla) && clock.verdict() == ClockVerdict.BREACHED && at != null) {
        bucket(clock.region(), at).breached++;
        bucket(ALL, at).breached++;
      }
    }
  }

  private Bucket bucket(String region, Instant at) {
    return regions
        .computeIfAbsent(region, r -> new TreeMap<>())
        .computeIfAbsent(bucketOf.applyAsLong(at), b -> new Bucket());
  }

  private void count(Step step, Bucket bucket, TicketStory story) {
    switch (step.kind()) {
      case CREATED -> {
        bucket.created++;
        bucket.backlogChange++;
      }
      case RESOLVED -> resolved(step, bucket);
      case REOPENED -> {
        bucket.reopened++;
        bucket.backlogChange++;
      }
      case CLOSED -> closed(step, bucket, story);
      case CANCELLED, MERGED, SPAM -> other(bucket, -1);
      case TRANSFERRED_OUT -> other(bucket, view == RegionView.OWNER ? -1 : 0);
      case TRANSFERRED_IN -> other(bucket, view == RegionView.OWNER ? 1 : 0);
      case FIRST_RESPONSE, UNKNOWN -> {}
    }
  }

  private void other(Bucket bucket, int change) {
    bucket.others += change == 0 ? 0 : 1;
    bucket.backlogChange += change;
  }

  private static void resolved(Step step, Bucket bucket) {
    bucket.resolved++;
    bucket.backlogChange--;
    if (step.number() == 1) {
      bucket.resolutions.add(step.elapsedMillis());
    }
  }

  private void closed(Step step, Bucket bucket, TicketStory story) {
    if (step.number() != 1) {
      return;
    }
    bucket.closed++;
    SlaAtClose claim = SlaAtClose.of(story, sla, step);
    bucket.claimed += claim == SlaAtClose.NONE ? 0 : 1;
    bucket.claimsMet += claim == SlaAtClose.MET ? 1 : 0;
  }
}
