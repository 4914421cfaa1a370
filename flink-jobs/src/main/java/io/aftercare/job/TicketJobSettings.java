package io.aftercare.job;

import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.window.WindowTerms;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the ticket job's dataflow depends on, without Kafka. Spans and instants are ms.
 *
 * @param live whether input never ends
 * @param wallClock whether event time is to keep up with the wall clock
 * @param asOf the end of time; {@link Long#MAX_VALUE} when live
 * @param windows how windows are made
 * @param archive what a job that is restored reads before its first ticket
 */
public record TicketJobSettings(
    Rulebook rules,
    long retentionMillis,
    long asOf,
    long publishMillis,
    boolean live,
    boolean wallClock,
    WindowTerms windows,
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
        windows(settings),
        RuleArchive.NONE,
        BuildVersion.VERSION);
  }

  /** Days begin where the region is; those of one that is not listed in UTC. */
  private static WindowTerms windows(JobSettings settings) {
    Map<String, ZoneId> zones = new HashMap<>();
    settings.rules().regions().forEach((name, region) -> zones.put(name, region.zone()));
    return new WindowTerms(
        region -> zones.getOrDefault(region, ZoneOffset.UTC),
        settings.allowedLateness().toMillis(),
        settings.smallestCell());
  }

  /** The same, for a job whose rules are published there. */
  TicketJobSettings under(RuleArchive rulesThere) {
    return new TicketJobSettings(
        rules, retentionMillis, asOf, publishMillis, live, wallClock, windows, rulesThere, version);
  }

  /** Gauges that are always 1: the build. */
  List<Series> constants() {
    return List.of(new Series(Measure.BUILD_INFO, List.of(version)));
  }
}
