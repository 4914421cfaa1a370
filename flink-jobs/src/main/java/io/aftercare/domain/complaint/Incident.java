package io.aftercare.domain.complaint;

/**
 * Alerts that are one story: those of a region that opened within an hour, or those of a category
 * in several regions.
 *
 * @param id says the same whenever it is worked out again
 * @param kind what they have in common
 * @param region of a mass complaint {@link Incidents#EVERYWHERE}
 * @param category the one that opened first; of a mass complaint the one that all have
 * @param openedAt ms since 1970
 * @param alarms how many are open
 * @param peak the highest score so far
 * @param tier 1 gravest, to 3; never lowered
 * @param stage how its containment stands
 */
public record Incident(
    String id,
    Kind kind,
    String region,
    String category,
    long openedAt,
    int alarms,
    double peak,
    int tier,
    Stage stage) {

  /** What its alerts have in common. */
  public enum Kind {
    REGION,
    MASS_COMPLAINT
  }

  /** How its containment stands. */
  public enum Stage {
    /** There is time left. */
    RUNNING,
    /** 90 minutes have passed. */
    AT_RISK,
    /** 120 minutes have passed. */
    MISSED
  }

  Incident with(int alarms, double peak, int tier) {
    return new Incident(id, kind, region, category, openedAt, alarms, peak, tier, stage);
  }

  Incident at(Stage stage) {
    return new Incident(id, kind, region, category, openedAt, alarms, peak, tier, stage);
  }
}
