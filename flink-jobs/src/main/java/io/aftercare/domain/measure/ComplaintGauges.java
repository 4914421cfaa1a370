package io.aftercare.domain.measure;

import io.aftercare.domain.complaint.CategoryLevel;
import io.aftercare.domain.complaint.Family;
import io.aftercare.domain.complaint.Incident;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** How complaints stand, as levels: what is said last is true. */
public final class ComplaintGauges {
  private static final double THOUSANDTHS = 1000;

  private ComplaintGauges() {}

  /** How one category of a region stands. */
  public static void of(CategoryLevel level, BiConsumer<Series, Total> out) {
    List<String> labels = List.of(level.region(), level.category());
    say(Measure.COMPLAINT_OBSERVED, labels, level.observed(), out);
    say(Measure.COMPLAINT_EXPECTED, labels, thousandths(level.expected()), out);
    say(Measure.COMPLAINT_EXPECTED_UPPER, labels, thousandths(level.upper()), out);
    say(Measure.COMPLAINT_SPIKE_SCORE, labels, thousandths(level.score()), out);
    say(Measure.COMPLAINT_SPIKE_ACTIVE, labels, level.active() ? 1 : 0, out);
  }

  /**
   * Until when a region is only being learnt.
   *
   * @param until ms since 1970; {@link Family#NEVER}: it is known
   */
  public static void learning(String region, long until, BiConsumer<Series, Total> out) {
    out.accept(
        new Series(Measure.COMPLAINT_LEARNING_UNTIL, List.of(region)),
        until == Family.NEVER ? Total.ABSENT : WindowGauges.level(until));
  }

  /** What there is to say of all incidents that are open. */
  public static Map<Series, Long> incidents(Collection<Incident> open) {
    Map<Series, Long> levels = new HashMap<>();
    for (Incident each : open) {
      if (each.kind() == Incident.Kind.REGION) {
        List<String> region = List.of(each.region());
        levels.merge(
            new Series(Measure.COMPLAINT_INCIDENT_START, region), each.openedAt(), Math::min);
        levels.merge(
            new Series(Measure.COMPLAINT_INCIDENT_TIER, region), (long) each.tier(), Math::min);
      } else {
        levels.put(
            new Series(Measure.COMPLAINT_MASS_REGIONS, List.of(each.category())),
            (long) each.alarms());
      }
    }
    return levels;
  }

  private static void say(
      Measure measure, List<String> labels, long value, BiConsumer<Series, Total> out) {
    out.accept(new Series(measure, labels), WindowGauges.level(value));
  }

  private static long thousandths(double value) {
    return Math.round(value * THOUSANDTHS);
  }
}
