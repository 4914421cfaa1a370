package io.aftercare.job;

import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.domain.sla.Rulebook;
import java.util.List;

/**
 * What the ticket job's dataflow depends on, without Kafka. Spans and instants are ms.
 *
 * @param live whether input never ends
 * @param wallClock whether event time is to keep up with the wall clock
 * @param asOf the end of time; {@link Long#MAX_VALUE} when live
 * @param archive what a job that is restored reads before its first ticket
 */
public record TicketJobSettings(
    Rulebook rules,
    long retentionMillis,
    long asOf,
    long publishMillis,
    boolean live,
    boolean wallClock,
    RuleArchive archive,
    String version) {

  /** From the job's settings. */
  public static TicketJobSettings of(JobSettings settings) {
    return new TicketJobSettings(
        settings.rules(),
        settings.closedRetention().toMillis(),
        settings.endOfTime(),
        settings.gaugeInterval().toMillis(),
        !settings.bounded(),
        settings.followsWallClock(),
        RuleArchive.NONE,
        BuildVersion.VERSION);
  }

  /** The same, for a job whose rules are published there. */
  TicketJobSettings under(RuleArchive rulesThere) {
    return new TicketJobSettings(
        rules, retentionMillis, asOf, publishMillis, live, wallClock, rulesThere, version);
  }

  /** Gauges that are always 1: the build. */
  List<Series> constants() {
    return List.of(new Series(Measure.BUILD_INFO, List.of(version)));
  }
}
