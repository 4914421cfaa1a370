package io.aftercare.job;

import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.window.WindowTerms;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ticket job's dataflow depends on, without Kafka. Spans and instants are ms.
 *
 * @param live whether input never ends
 * @param wallClock whether event time is to keep up with the wall clock
 * @param asOf the end of time; {@link Long#MAX_VALUE} when live
 * @param windows how windows are made
 * @param archive what a job that is restored reads before its first ticket
 * @param benchmark what the field reaches; null: nobody says
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
    String version,
    @Nullable Benchmark benchmark) {

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
        BuildVersion.VERSION,
        settings.benchmark());
  }

  /** Days begin where the region is; those of one that is not listed where the settings say. */
  private static WindowTerms windows(JobSettings settings) {
    ZoneId unlisted = settings.zone();
    Map<String, ZoneId> zones = new HashMap<>();
    settings.rules().regions().forEach((name, region) -> zones.put(name, region.zone()));
    return new WindowTerms(
        region -> zones.getOrDefault(region, unlisted),
        settings.allowedLateness().toMillis(),
        settings.smallestCell());
  }

  /** The same, for a job whose rules are published there. */
  TicketJobSettings under(RuleArchive rulesThere) {
    return new TicketJobSettings(
        rules,
        retentionMillis,
        asOf,
        publishMillis,
        live,
        wallClock,
        windows,
        rulesThere,
        version,
        benchmark);
  }

  /** Gauges that stand still: the build, and what the field reaches. */
  Map<Series, Long> constants() {
    Map<Series, Long> constants = new HashMap<>();
    constants.put(new Series(Measure.BUILD_INFO, List.of(version)), 1L);
    if (benchmark != null) {
      constants.putAll(benchmark.series());
    }
    return Map.copyOf(constants);
  }
}
