package io.aftercare.domain.call;

import java.util.ArrayList;
import java.util.List;

/**
 * One wait more or less that ended so, in a clock hour (UTC).
 *
 * @param window {@link #SETTLED}: the hour it ended in; {@link #OFFERED}: the hour it began in
 * @param hour number of the hour since 1970
 */
public record HourChange(
    String region, String queue, String window, long hour, Outcome outcome, int more) {
  /** The flow: by the hour in which waits end. */
  public static final String SETTLED = "hour";

  /** The cohort: by the hour in which waits begin. */
  public static final String OFFERED = "hour_offered";

  /** An hour, ms. */
  public static final long MILLIS = 3_600_000;

  /** Takes it back. */
  public HourChange withdrawn() {
    return new HourChange(region, queue, window, hour, outcome, -more);
  }

  /** What a segment counts in its hours; nothing while it waits. */
  public static List<HourChange> of(Segment segment, int more) {
    List<HourChange> changes = new ArrayList<>();
    if (!segment.waiting()) {
      changes.add(of(segment, SETTLED, segment.exitedAt(), more));
      changes.add(of(segment, OFFERED, segment.enteredAt(), more));
    }
    return changes;
  }

  private static HourChange of(Segment segment, String window, long at, int more) {
    return new HourChange(
        segment.regionLabel(),
        segment.queueLabel(),
        window,
        Math.floorDiv(at, MILLIS),
        segment.outcome(),
        more);
  }
}
